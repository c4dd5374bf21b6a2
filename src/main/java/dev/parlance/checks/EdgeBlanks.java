package dev.parlance.checks;

import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A text begins and ends with a blank where its source does; a source does not. */
public final class EdgeBlanks implements Check {
    /** Full-width punctuation brings its own room. */
    private static final Set<String> WITHOUT_BLANKS = Set.of("ja", "zh", "yue", "th", "lo", "km", "my");

    @Override
    public String name() {
        return "edge-blanks";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var source = pair.source().usual();
            look(found, pair.text(), source.first() > 0, source.last() < source.shown().length());
        }
        if (subject.source().isEmpty()) {
            subject.readable().stream().filter(Typed::written).forEach(it -> look(found, it, false, false));
        }
        return found;
    }

    private void look(List<Finding> found, Typed text, boolean atStart, boolean atEnd) {
        var reading = text.usual();
        int first = reading.first();
        int last = reading.last();
        int length = reading.shown().length();
        if (first == length) {
            return;
        }
        boolean optional = WITHOUT_BLANKS.contains(text.language());
        if (first > 0 && !atStart) {
            found.add(superfluous(text, reading, 0, first, "start"));
        } else if (first == 0 && atStart && !optional) {
            found.add(Explanation.EDGE_BLANKS.warning(this, text, reading.typed(0, 0), "start", "missing"));
        }
        if (last < length && !atEnd) {
            found.add(superfluous(text, reading, last, length, "end"));
        } else if (last == length && atEnd && !optional) {
            found.add(Explanation.EDGE_BLANKS.warning(this, text, reading.typed(length, length), "end", "missing"));
        }
    }

    private Finding superfluous(Typed text, Reading reading, int from, int to, String edge) {
        var span = reading.typed(from, to);
        var finding = Explanation.EDGE_BLANKS.warning(this, text, span, edge, "superfluous");
        return reading.together(from, to) ? finding.fixedBy(span.replacedIn(text.text(), "")) : finding;
    }
}
