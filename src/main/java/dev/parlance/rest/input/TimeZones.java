package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time zone of a request: a name of the IANA database, or an offset such as {@code +02:00}; UTC where none is said. */
public final class TimeZones {
    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private TimeZones() {
    }

    public static ZoneId parseParameter(String name, @Nullable String value) {
        if (value == null) {
            return ZoneOffset.UTC;
        }
        return find(value).orElseThrow(() -> Parameters.invalidParameter(name, value, "Europe/Paris, UTC, +02:00, …"));
    }

    public static ZoneId parseField(String pointer, @Nullable String value) {
        if (value == null) {
            return ZoneOffset.UTC;
        }
        return find(value).orElseThrow(() -> ProblemType.INVALID_FIELD.with(pointer, "value"));
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
