package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;

/** The repository of releases. Releases are never deleted. */
public interface Releases {

    Optional<Release> findLatest(CatalogName catalog);

    Optional<Release> find(CatalogName catalog, int number);

    /**
     * Returns one page of releases, latest first.
     *
     * @param before returns only releases with a smaller number
     */
    List<Release> page(CatalogName catalog, int before, int limit);

    /** Returns the bundles of a release, one for each locale, sorted by locale. */
    List<ReleaseBundle> bundles(ReleaseId release);

    void add(Release release, List<ReleaseBundle> bundles);
}
