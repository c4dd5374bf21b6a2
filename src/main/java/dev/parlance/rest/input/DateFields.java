package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Parses dates and times of JSON fields: the years 1 to 9999.
 *
 * <p>Java parses years of nine digits, which neither PostgreSQL nor RFC 3339 can represent.
 */
public final class DateFields {
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private DateFields() {
    }

    /**
     * Returns a date (ISO 8601).
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} or {@link ProblemType#OUT_OF_RANGE}
     */
    public static LocalDate parseDate(String pointer, String text) {
        try {
            return requireRange(pointer, LocalDate.parse(text), FIRST_DAY, LAST_DAY);
        } catch (DateTimeParseException e) {
            throw ProblemType.INVALID_FIELD.with(pointer, "value", ProblemType.NONE, "2026-12-31");
        }
    }

    /**
     * Returns a time with an offset (RFC 3339).
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} or {@link ProblemType#OUT_OF_RANGE}
     */
    public static Instant parseTime(String pointer, String text) {
        try {
            return requireRange(pointer, OffsetDateTime.parse(text).toInstant(), FIRST_TIME, LAST_TIME);
        } catch (DateTimeException e) {
            throw ProblemType.INVALID_FIELD.with(pointer, "value", ProblemType.NONE, "2026-12-31T23:59:59Z");
        }
    }

    private static <T extends Comparable<? super T>> T requireRange(String pointer, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw ProblemType.OUT_OF_RANGE.with(pointer, min.toString(), max.toString());
        }
        return value;
    }
}
