package dev.parlance.catalog.history;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The permanent record of who could read catalogs. It outlives a catalog, unlike the catalog's own history. */
public interface VisibilityHistory {

    /**
     * A change of who may read the releases of a catalog.
     *
     * @param actor  the name of the actor
     * @param before whether anyone could read them before; null if the catalog is new
     * @param after  whether anyone can read them now; null if the catalog is deleted
     */
    record VisibilityChange(CatalogName catalog, String actor, Instant changedAt, @Nullable Boolean before, @Nullable Boolean after) {
    }

    /** Adds a change, in the transaction that makes it. */
    void add(VisibilityChange change);
}
