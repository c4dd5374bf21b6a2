package dev.parlance.catalog.events;

import dev.parlance.catalog.Labelled;
import java.util.Locale;

/** The types of events. Their labels are part of the API, such as {@code release.created}. */
public enum EventType implements Labelled {
    RELEASE_CREATED, CHANNEL_MOVED, FINDINGS_ADDED, COMMENT_ADDED, COMMENT_RESOLVED, COMMENT_REOPENED, COMMENT_DELETED;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
