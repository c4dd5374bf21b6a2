package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the releases of a catalog from the database. */
@Singleton
public final class ReadReleases {
    private final Catalogs catalogs;
    private final Releases releases;
    private final Transactions transactions;

    public ReadReleases(Catalogs catalogs, Releases releases, Transactions transactions) {
        this.catalogs = catalogs;
        this.releases = releases;
        this.transactions = transactions;
    }

    /** A release with the digests of its bundles, sorted by locale. */
    public record ReleaseWithBundles(Release release, List<ReleaseBundle> bundles) {
    }

    /**
     * Returns releases, newest first.
     *
     * @param before only releases with a lower number
     * @throws dev.parlance.problems.ProblemException if there is no such catalog
     */
    public List<Release> page(CatalogName catalog, int before, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return releases.page(catalog, before, limit);
        });
    }

    /** @throws dev.parlance.problems.ProblemException if there is no such release */
    public ReleaseWithBundles get(CatalogName catalog, int number) {
        return transactions.call(() -> {
            var release = releases.find(catalog, number).orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(number, catalog.value()));
            return new ReleaseWithBundles(release, releases.bundles(release.id()));
        });
    }
}
