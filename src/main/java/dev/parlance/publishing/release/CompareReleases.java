package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.Refusal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What differs between any two releases of a catalog. Only bundles with different digests are read. */
public final class CompareReleases {
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;

    public CompareReleases(Releases releases, Blobs blobs, Transactions transactions) {
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    public ReleaseDiff between(CatalogName catalog, int before, int after) {
        return transactions.call(() -> {
            var was = bundles(catalog, before);
            var is = bundles(catalog, after);
            var locales = new TreeMap<LocaleTag, ReleaseDiff.Changes>();
            var all = new TreeMap<>(was);
            all.putAll(is);
            all.forEach((locale, any) -> {
                if (!was.containsKey(locale) || !is.containsKey(locale) || !was.get(locale).bundle().equals(is.get(locale).bundle())) {
                    locales.put(locale, ReleaseDiff.between(patterns(was, locale), patterns(is, locale)));
                }
            });
            return new ReleaseDiff(locales);
        });
    }

    private SortedMap<LocaleTag, ReleaseBundle> bundles(CatalogName catalog, int number) {
        var release = releases.find(catalog, number).orElseThrow(() -> Refusal.UNKNOWN_RELEASE.with(number, catalog.value()));
        var bundles = new TreeMap<LocaleTag, ReleaseBundle>();
        releases.bundles(release.id()).forEach(it -> bundles.put(it.locale(), it));
        return bundles;
    }

    private Map<String, String> patterns(Map<LocaleTag, ReleaseBundle> bundles, LocaleTag locale) {
        return bundles.containsKey(locale)
                ? Bundle.patterns(blobs.get(bundles.get(locale).bundle())) : Map.of();
    }
}
