package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;

/** All releases there ever were. */
public interface Releases {

    Optional<Release> findLatest(CatalogName catalog);

    Optional<Release> find(CatalogName catalog, int number);

    /**
     * The latest first.
     *
     * @param before only those with a smaller number
     */
    List<Release> page(CatalogName catalog, int before, int limit);

    /** One a locale, sorted by it. */
    List<ReleaseBundle> bundles(ReleaseId release);

    void add(Release release, List<ReleaseBundle> bundles);
}
