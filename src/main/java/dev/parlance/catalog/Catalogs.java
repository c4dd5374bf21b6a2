package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;

/** All catalogs there are. */
public interface Catalogs {

    /**
     * The catalog, made if it is new, locked against other writers until the transaction ends. Safe when several
     * services ask at once.
     */
    Catalog lockOrMake(CatalogName name, String title, LocaleTag sourceLocale);

    /** As {@link #lockOrMake}, for one that is there already. */
    Optional<Catalog> lock(CatalogName name);

    /** Writes row and locales of a catalog at once, before other rows refer to them. */
    void save(Catalog catalog);

    /** Sorted. */
    List<CatalogName> names();
}
