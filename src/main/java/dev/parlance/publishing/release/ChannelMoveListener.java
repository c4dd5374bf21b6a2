package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;

/** Serves a committed move on this replica before the caller gets its response. Other replicas notice the move by themselves. */
public interface ChannelMoveListener {

    /** Never throws: the move is committed, and served at the latest by the next poll. */
    void moved(CatalogName catalog);
}
