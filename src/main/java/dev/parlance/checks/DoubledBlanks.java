package dev.parlance.checks;

import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Typed;
import java.util.ArrayList;
import java.util.List;

/**
 * One blank between words. Those at the edges and at the start of a line are for others; behind a colon they align what follows, and
 * where the source has them too, they are meant.
 */
public final class DoubledBlanks implements Check {

    @Override
    public String name() {
        return "doubled-blanks";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            boolean meant = subject.source(text).filter(it -> it.usual().shown().contains("  ")).isPresent();
            if (!meant) {
                text.all().forEach(it -> look(found, text, it));
            }
        }
        return found;
    }

    private void look(List<Finding> found, Typed text, Reading reading) {
        var shown = reading.shown();
        int last = reading.last();
        for (int start = reading.first(); start < last;) {
            int end = start;
            while (end < last && shown.charAt(end) == ' ') {
                end++;
            }
            if (end > start + 1 && "\n:：".indexOf(shown.charAt(start - 1)) < 0 && shown.charAt(end) != '\n') {
                var span = reading.typed(start, end);
                var finding = Explanation.DOUBLED_BLANKS.warning(this, text, span);
                found.add(reading.together(start, end) ? finding.fixedBy(span.replacedIn(text.text(), " ")) : finding);
            }
            start = Math.max(end, start + 1);
        }
    }
}
