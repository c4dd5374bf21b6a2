package dev.parlance.checks;

import dev.parlance.checks.text.CharacterClasses;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * A check for arguments in apostrophes, which print as their name.
 *
 * <p>ICU reads <code>'{name}'</code> as text. Braces that the source shows too are intended.
 */
public final class QuotedArguments implements Check {
    private static final int MAX_NAME_LENGTH = 64;

    @Override
    public String name() {
        return "quoted-arguments";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            var source = subject.source(text).map(it -> it.defaultVariant().text()).orElse("");
            for (var reading : text.variants()) {
                inspect(found, text, reading, source, subject.contract());
            }
        }
        return found;
    }

    private void inspect(List<Finding> found, ParsedPart text, DisplayText reading, String source, ArgumentContract contract) {
        var shown = reading.text();
        for (int start = shown.indexOf('{'); start >= 0; start = shown.indexOf('{', start + 1)) {
            int end = start + 1;
            while (end < shown.length() && end - start <= MAX_NAME_LENGTH && CharacterClasses.isAsciiWordCharacter(shown.charAt(end))) {
                end++;
            }
            if (end > start + 1 && end < shown.length() && shown.charAt(end) == '}') {
                var name = shown.substring(start + 1, end);
                boolean argument = contract.findArgument(name).isPresent() || name.chars().allMatch(Character::isDigit);
                if (argument && !source.contains("{" + name + "}")) {
                    found.add(finding(text, reading.sourceSpan(start, end + 1), name));
                }
            }
        }
    }

    /** Offers doubled apostrophes as a fix if they enclose exactly the argument. */
    private Finding finding(ParsedPart text, Span span, String name) {
        var finding = FindingType.QUOTED_ARGUMENT.warning(this, text, span, name);
        var quoted = new Span(span.start() - 1, span.end() + 1);
        boolean alone = text.syntax() == Syntax.ICU && span.start() > 0
                && text.text().startsWith("'{" + name + "}'", quoted.start());
        return alone ? finding.withFix(quoted.replaceIn(text.text(), "''{" + name + "}''")) : finding;
    }
}
