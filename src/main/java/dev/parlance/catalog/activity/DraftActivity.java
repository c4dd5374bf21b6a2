package dev.parlance.catalog.activity;

import dev.parlance.catalog.CatalogName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored activity on drafts. */
public interface DraftActivity {

    /**
     * The position up to which a poll has read the activity on a draft.
     *
     * @param revision of the catalog
     * @param comments the last revision of its comments; 0 if there are none
     */
    record Position(long revision, long comments) {
    }

    /** Returns the current positions of the given catalogs. Catalogs that do not exist are absent. */
    Map<CatalogName, Position> findPositions(Collection<CatalogName> catalogs);

    /**
     * Returns the revisions after one, up to another, in ascending order.
     *
     * @param maxTargets the number of targets after which a summary is truncated
     */
    List<RevisionSummary> findRevisions(CatalogName catalog, long after, long until, int maxTargets);
}
