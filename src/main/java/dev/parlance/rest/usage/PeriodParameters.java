package dev.parlance.rest.usage;

import dev.parlance.problems.ProblemType;
import dev.parlance.usage.UsageReports.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Parses the parameters {@code since} and {@code until}: days in UTC, both included. The last 30 days by default. */
final class PeriodParameters {
    static final String SINCE = "First day in UTC, such as 2026-12-01; 29 days before `until` by default";
    static final String UNTIL = "Last day in UTC, included; today by default";

    private static final int DEFAULT_DAYS = 30;
    private static final String EXAMPLE = "2026-12-31";

    private PeriodParameters() {
    }

    /** @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_PARAMETER} */
    static Period parse(@Nullable String since, @Nullable String until, Clock clock) {
        var last = until == null ? today(clock) : parseDay("until", until);
        var first = since == null ? last.minusDays(DEFAULT_DAYS - 1L) : parseDay("since", since);
        if (first.isAfter(last)) {
            throw ProblemType.INVALID_PARAMETER.with("since", String.valueOf(since), "≤ " + last);
        }
        return new Period(first, last);
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static LocalDate parseDay(String name, String value) {
        try {
            if (value.length() == EXAMPLE.length()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeParseException e) {
            throw invalidDay(name, value);
        }
        throw invalidDay(name, value);
    }

    private static RuntimeException invalidDay(String name, String value) {
        return ProblemType.INVALID_PARAMETER.with(name, value, "YYYY-MM-DD", EXAMPLE);
    }
}
