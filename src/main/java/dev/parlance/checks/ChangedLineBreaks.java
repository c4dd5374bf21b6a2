package dev.parlance.checks;

import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A check for translations whose line breaks or paragraphs differ from those of their source.
 *
 * <p>Another number of paragraphs is a warning. Other line breaks are information, because longer words may be the reason.
 */
public final class ChangedLineBreaks implements Check {

    @Override
    public String name() {
        return "line-breaks";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            int breaks = countLineBreaks(pair.text().defaultVariant());
            int expected = countLineBreaks(pair.source().defaultVariant());
            if (breaks != expected) {
                var whole = Span.of(pair.text());
                found.add(countParagraphs(pair.text().defaultVariant()) == countParagraphs(pair.source().defaultVariant())
                        ? FindingType.LINE_BREAKS.information(this, pair.text(), whole, breaks, expected)
                        : FindingType.LINE_BREAKS.warning(this, pair.text(), whole, breaks, expected));
            }
        }
        return found;
    }

    private static int countLineBreaks(DisplayText reading) {
        return (int) trimmed(reading).chars().filter(it -> it == '\n').count();
    }

    private static int countParagraphs(DisplayText reading) {
        var within = trimmed(reading);
        int paragraphs = 1;
        for (int at = within.indexOf("\n\n"); at >= 0; at = within.indexOf("\n\n", at + 2)) {
            paragraphs++;
        }
        return paragraphs;
    }

    private static String trimmed(DisplayText reading) {
        return reading.text().substring(reading.contentStart(), Math.max(reading.contentStart(), reading.contentEnd()));
    }
}
