package dev.parlance.checks;

import dev.parlance.checks.text.ArgumentUse;
import dev.parlance.checks.text.CharacterClasses;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * A check for text that looks like an argument but is none.
 *
 * <p>Examples are {@code ％s}, {@code % s} and <code>｛name｝</code>. Also reports {@code %S} in place of {@code %s}, because it
 * prints capitals.
 */
public final class LookalikeCharacters implements Check {
    @Override
    public String name() {
        return "look-alikes";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            if (text.syntax() == Syntax.PRINTF) {
                findPercentLookalikes(found, text, subject);
            } else if (text.syntax() == Syntax.ICU) {
                findBraceLookalikes(found, text, subject.contract());
            }
        }
        return found;
    }

    /** Reports look-alikes only if a conversion is missing: {@code 100% d'accord} contains none. */
    private void findPercentLookalikes(List<Finding> found, ParsedPart text, CheckInput subject) {
        var typed = text.text();
        boolean missing = text.uses().size() < expectedArguments(text, subject);
        for (int i = 0; missing && i < typed.length(); i++) {
            boolean blank = isOneOf(typed, i + 1, " \u00A0");
            int end = blank ? i + 3 : i + 2;
            boolean alone = !CharacterClasses.isAsciiWordCharacter(charAt(typed, end)) && charAt(typed, end) != '\''
                    && charAt(typed, end) != '’';
            if (isOneOf(typed, i, blank ? "%" : "％") && isOneOf(typed, end - 1, "sd") && (alone || !blank)) {
                add(found, text, new Span(i, end), typed.substring(i, end), "%" + typed.charAt(end - 1));
            }
        }
        boolean capitals = subject.source(text).filter(it -> it.text().contains("S")).isPresent();
        for (var use : capitals ? List.<ArgumentUse>of() : text.uses()) {
            var conversion = typed.substring(use.span().start(), use.span().end());
            if (conversion.endsWith("S")) {
                add(found, text, use.span(), conversion, conversion.substring(0, conversion.length() - 1) + "s");
            }
        }
    }

    private static int expectedArguments(ParsedPart text, CheckInput subject) {
        return subject.source(text).map(it -> it.uses().size())
                .orElse(subject.source().isPresent() ? 0 : subject.contract().arguments().size());
    }

    private void findBraceLookalikes(List<Finding> found, ParsedPart text, ArgumentContract contract) {
        var typed = text.text();
        for (int start = typed.indexOf('｛'); start >= 0; start = typed.indexOf('｛', start + 1)) {
            int end = start + 1;
            while (end < typed.length() && CharacterClasses.isAsciiWordCharacter(typed.charAt(end))) {
                end++;
            }
            var name = typed.substring(start + 1, end);
            if (charAt(typed, end) == '｝' && contract.findArgument(name).isPresent()) {
                add(found, text, new Span(start, end + 1), typed.substring(start, end + 1), "{" + name + "}");
            }
        }
    }

    private void add(List<Finding> found, ParsedPart text, Span span, String actual, String intended) {
        found.add(FindingType.LOOK_ALIKE.warning(this, text, span, actual, intended).withFix(span.replaceIn(text.text(), intended)));
    }

    private static boolean isOneOf(String text, int at, String among) {
        return at < text.length() && among.indexOf(text.charAt(at)) >= 0;
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
