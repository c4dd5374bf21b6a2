package dev.parlance.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a message is in its life, and what comes after it.
 *
 * @param replacedBy the message of the same catalog to use instead
 * @param sunset     the last day on which it is served
 */
public record LifecycleInfo(Lifecycle stage, @Nullable MessageKey replacedBy, @Nullable LocalDate sunset) {
    public static final LifecycleInfo ACTIVE = new LifecycleInfo(Lifecycle.ACTIVE, null, null);

    public LifecycleInfo withStage(Lifecycle stage) {
        return new LifecycleInfo(stage, replacedBy, sunset);
    }
}
