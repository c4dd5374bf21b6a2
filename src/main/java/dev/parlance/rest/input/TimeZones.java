package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses time zones: IANA names, or offsets such as {@code +02:00}. The default is UTC. */
public final class TimeZones {
    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final String EXAMPLES = "Europe/Paris, UTC, +02:00";

    private TimeZones() {
    }

    /**
     * Returns the time zone of a query parameter.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_PARAMETER} for an unknown zone
     */
    public static ZoneId parseParameter(String name, @Nullable String value) {
        if (value == null) {
            return ZoneOffset.UTC;
        }
        return find(value).orElseThrow(() -> ProblemType.INVALID_PARAMETER.with(name, value, ProblemType.NONE, EXAMPLES));
    }

    /**
     * Returns the time zone of a JSON field.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} for an unknown zone
     */
    public static ZoneId parseField(String pointer, @Nullable String value) {
        if (value == null) {
            return ZoneOffset.UTC;
        }
        return find(value).orElseThrow(() -> ProblemType.INVALID_FIELD.with(pointer, "value", ProblemType.NONE, EXAMPLES));
    }

    private static Optional<ZoneId> find(String value) {
        if (NAMES.contains(value)) {
            return Optional.of(ZoneId.of(value));
        }
        try {
            return Optional.of(ZoneOffset.of(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
