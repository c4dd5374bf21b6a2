package dev.parlance.checks;

import dev.parlance.checks.text.Letters;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import dev.parlance.checks.text.Use;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Nothing looks like an argument and is none: {@code ％s}, {@code % s}, <code>｛name｝</code>; nor like {@code %s} and is {@code %S}, which
 * prints capitals.
 */
public final class NoLookAlikes implements Check {
    @Override
    public String name() {
        return "look-alikes";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            if (text.syntax() == Syntax.PRINTF) {
                percents(found, text, subject);
            } else if (text.syntax() == Syntax.ICU) {
                braces(found, text, subject.contract());
            }
        }
        return found;
    }

    /** Only where a conversion is missing: {@code 100% d'accord} is none. */
    private void percents(List<Finding> found, Typed text, Subject subject) {
        var typed = text.text();
        boolean missing = text.uses().size() < expected(text, subject);
        for (int i = 0; missing && i < typed.length(); i++) {
            boolean blank = letter(typed, i + 1, " \u00A0");
            int end = blank ? i + 3 : i + 2;
            boolean alone = !Letters.asciiWord(next(typed, end)) && next(typed, end) != '\'' && next(typed, end) != '’';
            if (letter(typed, i, blank ? "%" : "％") && letter(typed, end - 1, "sd") && (alone || !blank)) {
                add(found, text, new Span(i, end), typed.substring(i, end), "%" + typed.charAt(end - 1));
            }
        }
        boolean capitals = subject.source(text).filter(it -> it.text().contains("S")).isPresent();
        for (var use : capitals ? List.<Use>of() : text.uses()) {
            var conversion = typed.substring(use.span().start(), use.span().end());
            if (conversion.endsWith("S")) {
                add(found, text, use.span(), conversion, conversion.substring(0, conversion.length() - 1) + "s");
            }
        }
    }

    private static int expected(Typed text, Subject subject) {
        return subject.source(text).map(it -> it.uses().size())
                .orElse(subject.source().isPresent() ? 0 : subject.contract().arguments().size());
    }

    private void braces(List<Finding> found, Typed text, Contract contract) {
        var typed = text.text();
        for (int start = typed.indexOf('｛'); start >= 0; start = typed.indexOf('｛', start + 1)) {
            int end = start + 1;
            while (end < typed.length() && Letters.asciiWord(typed.charAt(end))) {
                end++;
            }
            var name = typed.substring(start + 1, end);
            if (next(typed, end) == '｝' && contract.argument(name).isPresent()) {
                add(found, text, new Span(start, end + 1), typed.substring(start, end + 1), "{" + name + "}");
            }
        }
    }

    private void add(List<Finding> found, Typed text, Span span, String seen, String meant) {
        found.add(Explanation.LOOK_ALIKE.warning(this, text, span, seen, meant).fixedBy(span.replacedIn(text.text(), meant)));
    }

    private static boolean letter(String text, int at, String among) {
        return at < text.length() && among.indexOf(text.charAt(at)) >= 0;
    }

    private static char next(String text, int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
