package dev.parlance.publishing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.Audience;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.RetryHint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client may make of a message, as it is released. What is not out of the ordinary is not said: references made before there
 * was such advice read the same.
 *
 * @param deprecated not for new use
 * @param replacedBy the key of the message to use instead
 * @param sunset     the last day on which it is served (ISO 8601)
 * @param developer  for who writes an app, not for who uses it
 * @param retry      as {@link RetryHint} labels it
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PublishedAdvice(boolean deprecated, @Nullable String replacedBy, @Nullable String sunset, boolean developer,
                              @Nullable String retry, boolean outcomeUnknown) {
    private static final PublishedAdvice NONE = new PublishedAdvice(false, null, null, false, null, false);

    /** Null where there is nothing to say. */
    static @Nullable PublishedAdvice of(Message.Definition definition) {
        var lifecycle = definition.lifecycle();
        var advice = definition.advice();
        var result = new PublishedAdvice(lifecycle.stage() == Lifecycle.DEPRECATED,
                Optional.ofNullable(lifecycle.replacedBy()).map(Object::toString).orElse(null),
                Optional.ofNullable(lifecycle.sunset()).map(Object::toString).orElse(null), advice.audience() == Audience.DEVELOPER,
                Optional.ofNullable(advice.retry()).map(RetryHint::label).orElse(null), advice.outcomeUnknown());
        return result.equals(NONE) ? null : result;
    }
}
