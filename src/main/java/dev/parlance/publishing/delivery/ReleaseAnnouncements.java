package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;

/** Announces channel moves to the other replicas. An announcement is only a hint: replicas that miss it see the move in their next poll. */
public interface ReleaseAnnouncements {

    /** Announces a committed move. Never throws. */
    void announce(CatalogName catalog);

    /** Calls back on each announcement by any replica, until the thread is interrupted. Reconnects when the connection is lost. */
    void subscribe(Runnable onAnnouncement);
}
