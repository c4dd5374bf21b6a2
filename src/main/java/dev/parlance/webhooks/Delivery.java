package dev.parlance.webhooks;

import dev.parlance.catalog.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The delivery of an event to a webhook.
 *
 * @param messageId     identifies the event at the receiver; a replay has the same
 * @param eventType     the label of its type, or {@link #TEST_EVENT}
 * @param payload       the body of the request, JSON
 * @param attempts      the number of attempts that have begun
 * @param nextAttemptAt empty unless pending
 * @param lastAttempt   empty before the first attempt has ended
 */
public record Delivery(UUID id, UUID webhook, String messageId, String eventType, String payload, Instant createdAt, Status status,
        int attempts, Optional<Instant> nextAttemptAt, Optional<Attempt> lastAttempt) {
    /** The type of the event that the test operation sends. No filter applies to it, and it is sent only once. */
    public static final String TEST_EVENT = "webhook.test";

    /** Whether the event has reached the receiver. */
    public enum Status implements Labelled {
        PENDING, DELIVERED, FAILED
    }

    /** Why an attempt had no usable response. */
    public enum SendError implements Labelled {
        UNKNOWN_HOST, ADDRESS_NOT_ALLOWED, CONNECTION_FAILED, TLS_FAILED, TIMEOUT, INVALID_RESPONSE
    }

    /**
     * The outcome of an attempt: a response or an error.
     *
     * @param excerpt the beginning of the response body
     */
    public record Attempt(Instant at, int durationMillis, OptionalInt responseStatus, String excerpt, Optional<SendError> error) {
        boolean isSuccess() {
            return responseStatus.isPresent() && responseStatus.getAsInt() / 100 == 2;
        }

        boolean isGone() {
            return responseStatus.equals(OptionalInt.of(410));
        }
    }

    static Delivery create(UUID webhook, String messageId, String eventType, String payload, Instant now) {
        return new Delivery(UUID.randomUUID(), webhook, messageId, eventType, payload, now, Status.PENDING, 0, Optional.of(now),
                Optional.empty());
    }

    /** Returns a new delivery of the same event, under the same message id. */
    Delivery replay(Instant now) {
        return create(webhook, messageId, eventType, payload, now);
    }

    public boolean isTest() {
        return eventType.equals(TEST_EVENT);
    }

    /**
     * Returns the delivery after an attempt.
     *
     * @param requestedPause the pause that the receiver asks for
     * @param random         from 0 to 1, for the pause before the next attempt
     */
    Delivery afterAttempt(Attempt attempt, Duration requestedPause, double random) {
        if (attempt.isSuccess()) {
            return ended(Status.DELIVERED, attempt);
        }
        if (attempt.isGone() || isTest()) {
            return ended(Status.FAILED, attempt);
        }
        return RetrySchedule.pauseAfter(attempts, requestedPause, random).map(it -> new Delivery(id, webhook, messageId, eventType, payload, createdAt,
                Status.PENDING, attempts, Optional.of(attempt.at().plus(it)), Optional.of(attempt)))
                .orElseGet(() -> ended(Status.FAILED, attempt));
    }

    private Delivery ended(Status end, Attempt attempt) {
        return new Delivery(id, webhook, messageId, eventType, payload, createdAt, end, attempts, Optional.empty(), Optional.of(attempt));
    }
}
