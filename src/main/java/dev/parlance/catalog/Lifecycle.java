package dev.parlance.catalog;

/** The lifecycle stage of a message. */
public enum Lifecycle implements Labelled {
    /** Not released yet. */
    DRAFT,
    ACTIVE,
    /** Still released, but not for new use. {@link LifecycleInfo} names the replacement and the sunset. */
    DEPRECATED,
    /** No longer released. The key stays taken. */
    RETIRED;

    public boolean isReleased() {
        return this == ACTIVE || this == DEPRECATED;
    }
}
