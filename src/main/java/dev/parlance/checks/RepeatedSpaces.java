package dev.parlance.checks;

import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import java.util.ArrayList;
import java.util.List;

/**
 * A check for several spaces between words.
 *
 * <p>{@link EdgeWhitespace} covers the edges of a text. Spaces at the edges of a line are accepted, as are spaces after a colon,
 * which align what follows. A source with repeated spaces intends them.
 */
public final class RepeatedSpaces implements Check {

    @Override
    public String name() {
        return "doubled-blanks";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            boolean intended = subject.source(text).filter(it -> it.defaultVariant().text().contains("  ")).isPresent();
            if (!intended) {
                text.variants().forEach(it -> inspect(found, text, it));
            }
        }
        return found;
    }

    private void inspect(List<Finding> found, ParsedPart text, DisplayText reading) {
        var shown = reading.text();
        int last = reading.contentEnd();
        for (int start = reading.contentStart(); start < last;) {
            int end = start;
            while (end < last && shown.charAt(end) == ' ') {
                end++;
            }
            if (end > start + 1 && "\n:：".indexOf(shown.charAt(start - 1)) < 0 && shown.charAt(end) != '\n') {
                var span = reading.sourceSpan(start, end);
                var finding = FindingType.DOUBLED_BLANKS.warning(this, text, span);
                found.add(reading.isContiguous(start, end) ? finding.withFix(span.replaceIn(text.text(), " ")) : finding);
            }
            start = Math.max(end, start + 1);
        }
    }
}
