package dev.parlance.checks;

import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A check for leading and trailing whitespace that differs from that of the source.
 *
 * <p>A source text itself must have none.
 */
public final class EdgeWhitespace implements Check {
    /** Languages that may omit the whitespace; full-width punctuation, for one, includes its own space. */
    private static final Set<String> UNSPACED_LANGUAGES = Set.of("ja", "zh", "yue", "th", "lo", "km", "my");

    @Override
    public String name() {
        return "edge-blanks";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var source = pair.source().defaultVariant();
            inspect(found, pair.text(), source.contentStart() > 0, source.contentEnd() < source.text().length());
        }
        if (subject.source().isEmpty()) {
            subject.parsedParts().stream().filter(ParsedPart::hasText).forEach(it -> inspect(found, it, false, false));
        }
        return found;
    }

    private void inspect(List<Finding> found, ParsedPart text, boolean expectedAtStart, boolean expectedAtEnd) {
        var reading = text.defaultVariant();
        int first = reading.contentStart();
        int last = reading.contentEnd();
        int length = reading.text().length();
        if (first == length) {
            return;
        }
        boolean optional = UNSPACED_LANGUAGES.contains(text.language());
        if (first > 0 && !expectedAtStart) {
            found.add(unexpectedWhitespace(text, reading, 0, first, "start"));
        } else if (first == 0 && expectedAtStart && !optional) {
            found.add(FindingType.EDGE_BLANKS.warning(this, text, reading.sourceSpan(0, 0), "start", "missing"));
        }
        if (last < length && !expectedAtEnd) {
            found.add(unexpectedWhitespace(text, reading, last, length, "end"));
        } else if (last == length && expectedAtEnd && !optional) {
            found.add(FindingType.EDGE_BLANKS.warning(this, text, reading.sourceSpan(length, length), "end", "missing"));
        }
    }

    private Finding unexpectedWhitespace(ParsedPart text, DisplayText reading, int from, int to, String edge) {
        var span = reading.sourceSpan(from, to);
        var finding = FindingType.EDGE_BLANKS.warning(this, text, span, edge, "superfluous");
        return reading.isContiguous(from, to) ? finding.withFix(span.replaceIn(text.text(), "")) : finding;
    }
}
