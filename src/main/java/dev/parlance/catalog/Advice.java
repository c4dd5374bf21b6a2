package dev.parlance.catalog;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Advice to clients about a message.
 *
 * @param retry          null if the message gives no advice on retries
 * @param outcomeUnknown whether the requested operation may have taken effect despite the error
 */
@Embeddable
public record Advice(Audience audience, @Nullable RetryHint retry, boolean outcomeUnknown) {
    public static final Advice NONE = new Advice(Audience.USER, null, false);
}
