package dev.parlance.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle stage of a message, with its replacement and its sunset.
 *
 * @param replacedBy the message of the same catalog to use instead
 * @param sunset     the last day on which the message is served
 */
@Embeddable
public record LifecycleInfo(@Column(name = "lifecycle") Lifecycle stage, @Nullable MessageKey replacedBy, @Nullable LocalDate sunset) {
    public static final LifecycleInfo ACTIVE = new LifecycleInfo(Lifecycle.ACTIVE, null, null);

    public LifecycleInfo withStage(Lifecycle stage) {
        return new LifecycleInfo(stage, replacedBy, sunset);
    }
}
