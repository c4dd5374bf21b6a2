package dev.parlance.rest.input;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code since} of a history: a revision or a time.
 *
 * @param revision only later revisions; 0 for all
 * @param time     only this time or later; empty for all
 */
public record SinceParameter(long revision, Optional<Instant> time) {
    /** The description in the API reference. */
    public static final String DESCRIPTION =
            "Only revisions after this one, or only changes at this time or later (RFC 3339, such as 2026-12-31T23:59:59Z)";

    private static final String NAME = "since";
    private static final String EXAMPLE = "2026-12-31T23:59:59Z";

    /** @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_PARAMETER} */
    public static SinceParameter parse(@Nullable String value) {
        if (value == null) {
            return new SinceParameter(0, Optional.empty());
        }
        if (value.matches("[0-9]{1,9}")) {
            return new SinceParameter(Long.parseLong(value), Optional.empty());
        }
        try {
            return new SinceParameter(0, Optional.of(DateFields.parseTime(NAME, value)));
        } catch (ProblemException e) {
            throw ProblemType.INVALID_PARAMETER.with(NAME, value, "0–999999999, RFC 3339", EXAMPLE);
        }
    }
}
