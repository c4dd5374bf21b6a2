package dev.parlance.web;

import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.RetryHint;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.release.PublishedAdvice;
import java.util.Set;

/**
 * Advice for clients whose request failed with a message.
 *
 * <p>The advice of the message takes precedence, then the tag {@code rate-limit}, then the HTTP status, as in the table in
 * {@code src/docs/pages.md}.
 */
enum Handling implements Labelled {
    /** The request succeeded. */
    NONE,
    NEVER,
    SAME_REQUEST,
    AFTER_DELAY,
    AFTER_FIX,
    AFTER_SIGN_IN,
    /** Read the current state of the resource first. */
    AFTER_READING,
    /** A fault of the service, which its operator must fix. */
    REPORT;

    private static final String RATE_LIMIT_TAG = "rate-limit";
    private static final Set<Integer> PERMANENT = Set.of(403, 404, 405, 410, 451, 501);
    private static final Set<Integer> CONFLICTS = Set.of(409, 412, 423, 428);
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429, 502, 503, 504);
    /** A gateway gave up, but the service behind it may have completed the request. */
    private static final Set<Integer> GATEWAY_FAULTS = Set.of(408, 502, 504);

    static Handling of(PublishedMessage message) {
        return message.advice().map(PublishedAdvice::retry).flatMap(it -> Labelled.findByLabel(RetryHint.class, it))
                .map(Handling::of).orElseGet(() -> of(message.httpStatus(), message.tags().contains(RATE_LIMIT_TAG)));
    }

    private static Handling of(RetryHint hint) {
        return switch (hint) {
            case NEVER -> NEVER;
            case SAME_REQUEST -> SAME_REQUEST;
            case AFTER_DELAY -> AFTER_DELAY;
            case AFTER_FIX -> AFTER_FIX;
        };
    }

    /**
     * Returns the handling of a message without advice.
     *
     * @param rateLimit whether the message has the tag {@code rate-limit}
     */
    static Handling of(int status, boolean rateLimit) {
        if (status < 400) {
            return NONE;
        } else if (rateLimit || TEMPORARY.contains(status)) {
            return AFTER_DELAY;
        } else if (status == 401) {
            return AFTER_SIGN_IN;
        } else if (PERMANENT.contains(status)) {
            return NEVER;
        } else if (CONFLICTS.contains(status)) {
            return AFTER_READING;
        }
        return status < 500 ? AFTER_FIX : REPORT;
    }

    /** Returns whether the request may have taken effect although it failed. */
    static boolean isOutcomeUnknown(PublishedMessage message) {
        return message.advice().map(PublishedAdvice::outcomeUnknown).orElse(false) || GATEWAY_FAULTS.contains(message.httpStatus());
    }

    /** Returns the part of the label keys that identifies this handling. */
    String labelKey() {
        var words = label().split("-");
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return key.toString();
    }
}
