package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Blobs;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares any two releases of a catalog. Reads only the bundles whose digests differ. */
@Singleton
public final class CompareReleases {
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;

    public CompareReleases(Releases releases, Blobs blobs, Transactions transactions) {
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    /**
     * Returns the differences between two releases.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_RELEASE} if either release does not exist
     */
    public ReleaseDiff compare(CatalogName catalog, int before, int after) {
        return transactions.call(() -> {
            var beforeBundles = bundles(catalog, before);
            var afterBundles = bundles(catalog, after);
            var locales = new TreeMap<LocaleTag, ReleaseDiff.Changes>();
            var all = new TreeMap<>(beforeBundles);
            all.putAll(afterBundles);
            all.forEach((locale, ignored) -> {
                if (!beforeBundles.containsKey(locale) || !afterBundles.containsKey(locale)
                        || !beforeBundles.get(locale).bundle().equals(afterBundles.get(locale).bundle())) {
                    locales.put(locale, ReleaseDiff.compare(patterns(beforeBundles, locale), patterns(afterBundles, locale)));
                }
            });
            return new ReleaseDiff(locales);
        });
    }

    private SortedMap<LocaleTag, ReleaseBundle> bundles(CatalogName catalog, int number) {
        var release = releases.find(catalog, number).orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(number, catalog.value()));
        var bundles = new TreeMap<LocaleTag, ReleaseBundle>();
        releases.bundles(release.id()).forEach(it -> bundles.put(it.locale(), it));
        return bundles;
    }

    private Map<String, String> patterns(Map<LocaleTag, ReleaseBundle> bundles, LocaleTag locale) {
        return bundles.containsKey(locale)
                ? Bundle.readPatterns(blobs.get(bundles.get(locale).bundle())) : Map.of();
    }
}
