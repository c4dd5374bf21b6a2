package dev.parlance.publishing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.Audience;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.RetryHint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Advice to clients about a message, as published with a release.
 *
 * <p>Default values are not serialized, so reference documents written before advice existed remain valid.
 *
 * @param deprecated     whether the message is not for new use
 * @param replacedBy     key of the message to use instead
 * @param sunset         last day on which the message is served (ISO 8601)
 * @param developer      whether the message addresses the developer of an app rather than its user
 * @param retry          label of the {@link RetryHint}
 * @param outcomeUnknown whether the request may have taken effect
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PublishedAdvice(boolean deprecated, @Nullable String replacedBy, @Nullable String sunset, boolean developer,
                              @Nullable String retry, boolean outcomeUnknown) {
    private static final PublishedAdvice NONE = new PublishedAdvice(false, null, null, false, null, false);

    /** Returns the advice of a definition; null if all of it is default. */
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
