package dev.parlance.checks;

import java.util.ArrayList;
import java.util.List;

/** A text has as many lines as its source. */
public final class LineBreaks implements Check {

    @Override
    public String name() {
        return "line-breaks";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            int breaks = breaks(pair.text().usual());
            int expected = breaks(pair.source().usual());
            if (breaks != expected) {
                found.add(Explanation.LINE_BREAKS.warning(this, pair.text(), Span.whole(pair.text()), breaks, expected));
            }
        }
        return found;
    }

    private static int breaks(Reading reading) {
        return (int) reading.shown().substring(reading.first(), Math.max(reading.first(), reading.last())).chars().filter(it -> it == '\n').count();
    }
}
