package dev.parlance.cli.check;

import dev.parlance.checks.Severity;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding with its location in a file.
 *
 * @param line        from 1
 * @param column      from 1, in UTF-16 code units
 * @param locale      empty if the finding is about the file itself
 * @param explanation a sentence
 * @param fix         the corrected text, if there is one
 */
public record LocatedFinding(String file, int line, int column, String key, Optional<String> locale, String check, Severity severity,
        String title, String explanation, Optional<String> fix) implements Comparable<LocatedFinding> {
    private static final Comparator<LocatedFinding> ORDER = Comparator.comparing(LocatedFinding::file).thenComparing(LocatedFinding::line)
            .thenComparing(LocatedFinding::column).thenComparing(LocatedFinding::severity).thenComparing(LocatedFinding::check)
            .thenComparing(LocatedFinding::explanation);

    /** Returns the severity in output, such as {@code error}. */
    String severityLabel() {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(LocatedFinding other) {
        return ORDER.compare(this, other);
    }
}
