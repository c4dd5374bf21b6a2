package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Optional;

/** The repository of catalogs. */
public interface Catalogs {

    /**
     * Locks a catalog, after creating it if it does not exist.
     *
     * <p>The lock excludes other writers until the transaction ends. Concurrent calls by several replicas are safe.
     */
    Catalog lockOrCreate(CatalogName name, String title, LocaleTag sourceLocale);

    /** Locks an existing catalog, like {@link #lockOrCreate}. */
    Optional<Catalog> lock(CatalogName name);

    /** Writes a catalog and its locales immediately, before other rows refer to them. */
    void save(Catalog catalog);

    /** Deletes a catalog that has no releases, with everything that belongs to it, including its history. */
    void delete(CatalogName name);

    boolean exists(CatalogName name);

    /** Returns whether the catalog was ever released. */
    boolean hasReleases(CatalogName name);

    Optional<Catalog> find(CatalogName name);

    /**
     * Writes pending changes and releases all loaded rows except the catalog and its locales.
     *
     * <p>A transaction over many messages has flat memory if it does this after each part.
     */
    void writePending(Catalog catalog);

    /** Recomputes the counts of messages and texts after a bulk change. Flushes pending changes first. */
    void recomputeCounts(Catalog catalog);

    /**
     * Lets the database plan the next statements of this transaction for the rows that it has written so far.
     *
     * <p>Until it ends, the transaction keeps others from doing the same, so this is for a start and not for concurrent writers.
     */
    void refreshStatistics();

    /**
     * Requires that a catalog exists, without locking it.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}
     */
    default void requireExists(CatalogName name) {
        if (!exists(name)) {
            throw ProblemType.UNKNOWN_CATALOG.with(name.value());
        }
    }

    /** Returns the names of all catalogs, sorted. */
    List<CatalogName> names();
}
