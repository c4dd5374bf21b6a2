package dev.parlance.checks;

import dev.parlance.checks.text.Letters;
import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * No argument prints as its name: in ICU's rules <code>'{name}'</code> is text. Where the source shows the same braces, they are meant.
 */
public final class NoQuotedArgument implements Check {
    private static final int LONGEST_NAME = 64;

    @Override
    public String name() {
        return "quoted-arguments";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            var source = subject.source(text).map(it -> it.usual().shown()).orElse("");
            for (var reading : text.all()) {
                look(found, text, reading, source, subject.contract());
            }
        }
        return found;
    }

    private void look(List<Finding> found, Typed text, Reading reading, String source, Contract contract) {
        var shown = reading.shown();
        for (int start = shown.indexOf('{'); start >= 0; start = shown.indexOf('{', start + 1)) {
            int end = start + 1;
            while (end < shown.length() && end - start <= LONGEST_NAME && Letters.asciiWord(shown.charAt(end))) {
                end++;
            }
            if (end > start + 1 && end < shown.length() && shown.charAt(end) == '}') {
                var name = shown.substring(start + 1, end);
                boolean argument = contract.argument(name).isPresent() || name.chars().allMatch(Character::isDigit);
                if (argument && !source.contains("{" + name + "}")) {
                    found.add(finding(text, reading.typed(start, end + 1), name));
                }
            }
        }
    }

    /** With the apostrophes doubled where exactly the argument stands between them. */
    private Finding finding(Typed text, Span span, String name) {
        var finding = Explanation.QUOTED_ARGUMENT.warning(this, text, span, name);
        var quoted = new Span(span.start() - 1, span.end() + 1);
        boolean alone = text.syntax() == Syntax.ICU && span.start() > 0
                && text.text().startsWith("'{" + name + "}'", quoted.start());
        return alone ? finding.fixedBy(quoted.replacedIn(text.text(), "''{" + name + "}''")) : finding;
    }
}
