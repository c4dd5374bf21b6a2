package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Finding;
import dev.parlance.checks.FindingType;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check for placeholders of other syntaxes in ICU patterns, which readers see as literal text.
 *
 * <p>Finds <code>${x}</code>, <code>#{x}</code>, <code>%{x}</code>, <code>{{x}}</code>, {@code $t(x)}, {@code %s}, {@code %1$s},
 * {@code %(x)s} and {@code %x%}. A placeholder that the source also contains is reported only there. An amount may follow a dollar sign,
 * and in some languages the percent sign precedes the number.
 */
public final class ForeignPlaceholders implements Check {
    private static final String ARGUMENT = String.valueOf(DisplayText.ARGUMENT);
    /** Repetitions are bounded and possessive, so that matching takes linear time. */
    private static final Pattern PLACEHOLDER = Pattern.compile("""
            [$#]\\{[\\w.-]{1,64}+\\}\
            |(?<prefix>[$#%])""" + ARGUMENT + """
            |\\{\\{-?+\\ ?+[\\w.]{1,64}+\\ ?+\\}\\}\
            |\\$t\\([\\w.:-]{1,64}+\\)\
            |(?<![A-Za-z0-9%])%(?:\\d{1,2}+\\$)?+(?:\\([A-Za-z_]\\w{0,63}+\\))?+[-+0#]{0,3}+\\d{0,3}+(?:\\.\\d{1,2}+)?+\
            (?:l{1,2}+[du]|z[du]|[sdiufxXoegc@])(?![A-Za-z0-9_%])\
            |(?<![A-Za-z0-9%])%[A-Za-z_]\\w{1,63}+%(?![A-Za-z0-9])""");

    @Override
    public String name() {
        return "foreign-placeholders";
    }

    @Override
    public List<Finding> inspect(CheckInput input) {
        var found = new ArrayList<Finding>();
        for (var text : input.parsedParts()) {
            if (text.syntax() == Syntax.ICU) {
                var source = input.source(text).map(it -> it.defaultVariant().text()).orElse("");
                text.variants().forEach(it -> inspect(found, text, it, source, input));
            }
        }
        return found;
    }

    private void inspect(List<Finding> found, ParsedPart text, DisplayText reading, String source, CheckInput input) {
        for (var match = PLACEHOLDER.matcher(reading.text()); match.find();) {
            var span = reading.sourceSpan(match.start(), match.end());
            boolean isAmount = match.group("prefix") != null && isAmount(text, reading, match, source, input);
            if (!isAmount && !source.contains(match.group())) {
                found.add(FindingType.FOREIGN_PLACEHOLDER.warning(this, text, span, text.text().substring(span.start(), span.end())));
            }
        }
    }

    /** Returns whether the sign before an argument belongs to a number: {@code $5}, {@code %5}, {@code #5}. */
    private static boolean isAmount(ParsedPart text, DisplayText reading, Matcher match, String source, CheckInput input) {
        var argument = reading.sourceSpan(match.end() - 1, match.end());
        var mark = match.group("prefix");
        return text.uses().stream().filter(it -> it.span().equals(argument)).map(it -> it.canonicalName(input.contract()))
                .flatMap(it -> input.contract().findArgument(it).stream())
                .anyMatch(it -> it.type() == ArgumentType.NUMBER || it.type() == ArgumentType.CURRENCY)
                || !text.text().substring(argument.start(), argument.end()).matches("\\{[\\w.-]*\\}")
                || mark.equals("%") && (source.contains(ARGUMENT + "%") || source.contains(ARGUMENT + " %"));
    }
}
