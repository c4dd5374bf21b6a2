package dev.parlance.checks;

import java.util.ArrayList;
import java.util.List;

/** One blank between words. Those at the edges and at the start of a line are for others; where the source has them too, they are meant. */
public final class DoubledBlanks implements Check {

    @Override
    public String name() {
        return "doubled-blanks";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            boolean meant = subject.pairs().stream().anyMatch(it -> it.text() == text && it.source().usual().shown().contains("  "));
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
            if (end > start + 1 && shown.charAt(start - 1) != '\n' && shown.charAt(end) != '\n') {
                var span = reading.typed(start, end);
                var finding = Explanation.DOUBLED_BLANKS.warning(this, text, span);
                found.add(reading.together(start, end) ? finding.fixedBy(span.replacedIn(text.text(), " ")) : finding);
            }
            start = Math.max(end, start + 1);
        }
    }
}
