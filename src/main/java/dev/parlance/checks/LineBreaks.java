package dev.parlance.checks;

import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Span;
import java.util.ArrayList;
import java.util.List;

/** A text has as many paragraphs as its source; where only lines are broken otherwise, longer words may be the reason. */
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
                var whole = Span.whole(pair.text());
                found.add(paragraphs(pair.text().usual()) == paragraphs(pair.source().usual())
                        ? Explanation.LINE_BREAKS.information(this, pair.text(), whole, breaks, expected)
                        : Explanation.LINE_BREAKS.warning(this, pair.text(), whole, breaks, expected));
            }
        }
        return found;
    }

    private static int breaks(Reading reading) {
        return (int) within(reading).chars().filter(it -> it == '\n').count();
    }

    private static int paragraphs(Reading reading) {
        var within = within(reading);
        int paragraphs = 1;
        for (int at = within.indexOf("\n\n"); at >= 0; at = within.indexOf("\n\n", at + 2)) {
            paragraphs++;
        }
        return paragraphs;
    }

    private static String within(Reading reading) {
        return reading.shown().substring(reading.first(), Math.max(reading.first(), reading.last()));
    }
}
