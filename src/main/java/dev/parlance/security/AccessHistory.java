package dev.parlance.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The repository of access changes. Changes are added in the transaction that makes them, and are never updated. */
public interface AccessHistory {

    /** Adds a change. Its revision is the next one: the order of revisions is the order of commits. */
    void add(AccessChange change);

    /** A change with its revision, which increases with each change but may skip numbers. */
    record RecordedChange(long revision, AccessChange change) {
    }

    /**
     * A filter for changes.
     *
     * @param after  only changes of later revisions
     * @param since  only changes at this time or later; empty for all
     * @param before only changes of earlier revisions
     */
    record Query(long after, Optional<Instant> since, long before) {
    }

    /** Returns matching changes, the latest first. */
    List<RecordedChange> page(Query query, int limit);
}
