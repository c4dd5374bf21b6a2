package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;

/** Tells the other replicas that a catalog has moved. A hint to look earlier, no more: who misses it looks a second later. */
public interface ReleaseAnnouncements {

    /** After the move is committed. Never fails the caller. */
    void announce(CatalogName catalog);

    /**
     * Calls back at each announcement, by whichever replica, until the thread is interrupted. Connects again when the
     * connection breaks.
     */
    void subscribe(Runnable onAnnouncement);
}
