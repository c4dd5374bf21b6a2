package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Optional;

/** All catalogs there are. */
public interface Catalogs {

    /**
     * The catalog, made if it is new, locked against other writers until the transaction ends. Safe when several
     * services ask at once.
     */
    Catalog lockOrCreate(CatalogName name, String title, LocaleTag sourceLocale);

    /** As {@link #lockOrMake}, for one that is there already. */
    Optional<Catalog> lock(CatalogName name);

    /** Writes row and locales of a catalog at once, before other rows refer to them. */
    void save(Catalog catalog);

    boolean exists(CatalogName name);

    Optional<Catalog> find(CatalogName name);

    /** Counts messages and texts anew, after many were changed at once. What was changed before is written first. */
    void recomputeCounts(Catalog catalog);

    /** For those who look into a catalog without locking it. */
    default void requireExists(CatalogName name) {
        if (!exists(name)) {
            throw ProblemType.UNKNOWN_CATALOG.with(name.value());
        }
    }

    /** Sorted. */
    List<CatalogName> names();
}
