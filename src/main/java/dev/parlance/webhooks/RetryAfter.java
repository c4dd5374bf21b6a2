package dev.parlance.webhooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After} of a response (RFC 9110, section 10.2.3): a number of seconds, or a date. */
final class RetryAfter {
    /** A receiver that asks for more is tried earlier, so that a mistake of it does not hold back its events. */
    private static final Duration MAX_PAUSE = Duration.ofDays(1);
    private static final String SECONDS = "[0-9]{1,18}";

    private RetryAfter() {
    }

    /**
     * Returns the pause that a receiver asks for, at most a day; zero if the value is invalid.
     *
     * @param value the value of the header
     * @param now   the time of the response
     */
    static Duration pause(String value, Instant now) {
        var pause = value.matches(SECONDS) ? Duration.ofSeconds(Long.parseLong(value)) : untilDate(value, now);
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }

    private static Duration untilDate(String value, Instant now) {
        try {
            return Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
