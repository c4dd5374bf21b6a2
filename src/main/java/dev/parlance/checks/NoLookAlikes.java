package dev.parlance.checks;

import com.ibm.icu.lang.UScript;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Nothing looks like an argument or an identifier and is none: {@code ％s}, {@code % s}, <code>｛name｝</code>, {@code %S} for {@code %s}, and words that
 * mix Latin letters with Cyrillic or Greek ones of the same shape.
 */
public final class NoLookAlikes implements Check {
    private static final String FOREIGN = "АВЕКМНОРСТХЅІЈаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα";
    private static final String LATIN = "ABEKMHOPCTXSIJaeopcyxijsABEZHIKMNOPTYXoa";

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
            for (var reading : text.all()) {
                words(found, text, reading);
            }
        }
        return found;
    }

    /** Only where a conversion is missing: {@code 100% d'accord} is none. */
    private void percents(List<Finding> found, Typed text, Subject subject) {
        int expected = subject.pairs().stream().filter(it -> it.text() == text).findFirst().map(it -> it.source().uses().size())
                .orElse(subject.source().isPresent() ? 0 : subject.contract().arguments().size());
        var typed = text.text();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            boolean missing = text.uses().size() < expected;
            if (c == '％' && missing && letter(typed, i + 1, "sd")) {
                add(found, text, new Span(i, i + 2), typed.substring(i, i + 2), "%" + typed.charAt(i + 1));
            } else if (c == '%' && missing && letter(typed, i + 1, " \u00A0") && letter(typed, i + 2, "sd") && !Letters.asciiWord(next(typed, i + 3))
                    && next(typed, i + 3) != '\'' && next(typed, i + 3) != '’') {
                add(found, text, new Span(i, i + 3), typed.substring(i, i + 3), "%" + typed.charAt(i + 2));
            }
        }
        for (var use : text.uses()) {
            boolean capital = typed.charAt(use.span().end() - 1) == 'S';
            if (capital && subject.pairs().stream().noneMatch(it -> it.text() == text && it.source().text().contains("S"))) {
                var conversion = typed.substring(use.span().start(), use.span().end());
                add(found, text, use.span(), conversion, conversion.substring(0, conversion.length() - 1) + "s");
            }
        }
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

    private void words(List<Finding> found, Typed text, Reading reading) {
        var shown = reading.shown();
        for (int start = 0; start < shown.length();) {
            int end = start;
            while (end < shown.length() && (Character.isLetterOrDigit(shown.charAt(end)) || shown.charAt(end) == '_')) {
                end++;
            }
            if (end > start + 1 && mixed(shown, start, end)) {
                found.add(Explanation.MIXED_LETTERS.warning(this, text, reading.typed(start, end), shown.substring(start, end)));
            }
            start = end + 1;
        }
    }

    /** Whether all letters of one of the scripts could be of the other: {@code SMSом} is a word of two scripts, {@code АPI} is a mistake. */
    private static boolean mixed(String shown, int start, int end) {
        int latin = 0;
        int latinAlike = 0;
        int foreign = 0;
        int foreignAlike = 0;
        for (int i = start; i < end; i++) {
            char c = shown.charAt(i);
            int script = c < 0x80 ? Letters.ascii(c) ? UScript.LATIN : UScript.COMMON : UScript.getScript(c);
            if (script == UScript.LATIN) {
                latin++;
                latinAlike += LATIN.indexOf(c) >= 0 ? 1 : 0;
            } else if (script == UScript.CYRILLIC || script == UScript.GREEK) {
                foreign++;
                foreignAlike += FOREIGN.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return latin > 0 && foreign > 0 && (foreign == foreignAlike && latin >= foreign || latin == latinAlike && foreign > latin);
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
