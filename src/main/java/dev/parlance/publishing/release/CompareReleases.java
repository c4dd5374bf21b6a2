package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.BoundedCache;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares any two releases of a catalog, page by page.
 *
 * <p>Only bundles whose digests differ are read, two at a time and as streams. Their counts are cached, so that a further page is
 * read only up to its end.
 */
@Singleton
public final class CompareReleases {
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;
    private final BoundedCache<BundlePair, ReleaseDiff.Counts> countsCache = new BoundedCache<>();

    public CompareReleases(Releases releases, Blobs blobs, Transactions transactions) {
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    /** The position of a change in a comparison, which is sorted by locale and key. */
    public record DiffPosition(LocaleTag locale, String key) {
    }

    /**
     * A request for a page of a comparison.
     *
     * @param position lists only changes after this one
     * @param limit    maximum number of listed changes
     */
    public record ComparisonQuery(CatalogName catalog, int before, int after, Optional<DiffPosition> position, int limit) {
    }

    /**
     * A page of a comparison.
     *
     * @param diff all locales that differ with their numbers of changes, and the listed changes of this page
     * @param last the last listed change if more follow; empty on the last page
     */
    public record DiffPage(ReleaseDiff diff, Optional<DiffPosition> last) {
    }

    /** The digests of the two bundles of a locale; null if a release lacks the locale. */
    private record BundlePair(@Nullable Digest before, @Nullable Digest after) {
    }

    /**
     * Returns a page of the differences between two releases.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_RELEASE} if either release does not exist
     */
    public DiffPage compare(ComparisonQuery query) {
        var page = new PageBuilder(query);
        transactions.call(() -> differingBundles(query)).forEach(page::add);
        return page.build();
    }

    private SortedMap<LocaleTag, BundlePair> differingBundles(ComparisonQuery query) {
        var before = bundles(query.catalog(), query.before());
        var after = bundles(query.catalog(), query.after());
        var pairs = new TreeMap<LocaleTag, BundlePair>();
        before.forEach((locale, digest) -> pairs.put(locale, new BundlePair(digest, after.get(locale))));
        after.forEach((locale, digest) -> pairs.put(locale, new BundlePair(before.get(locale), digest)));
        pairs.values().removeIf(it -> it.before() != null && it.before().equals(it.after()));
        return pairs;
    }

    private Map<LocaleTag, Digest> bundles(CatalogName catalog, int number) {
        var release = releases.find(catalog, number).orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(number, catalog.value()));
        var bundles = new TreeMap<LocaleTag, Digest>();
        releases.bundles(release.id()).forEach(it -> bundles.put(it.locale(), it.bundle()));
        return bundles;
    }

    private void forEachChange(BundlePair pair, Predicate<ReleaseDiff.Change> visitor) {
        try (var before = read(pair.before()); var after = read(pair.after())) {
            ReleaseDiff.compare(before, after, visitor);
        }
    }

    private PatternSource read(@Nullable Digest bundle) {
        return bundle == null ? PatternSource.EMPTY
                : PatternSource.ofBundle(transactions.call(() -> blobs.encodings(bundle)).get(ContentEncoding.GZIP));
    }

    private final class PageBuilder {
        private final ComparisonQuery query;
        private final ReleaseDiff.ListBudget budget;
        private final SortedMap<LocaleTag, ReleaseDiff.Changes> locales = new TreeMap<>();
        private Optional<DiffPosition> lastListed = Optional.empty();
        private boolean hasMore;

        PageBuilder(ComparisonQuery query) {
            this.query = query;
            this.budget = new ReleaseDiff.ListBudget(query.limit());
        }

        void add(LocaleTag locale, BundlePair pair) {
            var counts = countsCache.get(pair, this::count);
            if (!counts.isEmpty()) {
                locales.put(locale, counts.listing(hasMore ? List.of() : list(locale, pair)));
            }
        }

        private ReleaseDiff.Counts count(BundlePair pair) {
            var counter = new ReleaseDiff.Counter();
            forEachChange(pair, it -> {
                counter.add(it);
                return true;
            });
            return counter.counts();
        }

        private List<ReleaseDiff.Change> list(LocaleTag locale, BundlePair pair) {
            int order = query.position().map(it -> locale.compareTo(it.locale())).orElse(1);
            if (order < 0) {
                return List.of();
            }
            var listed = new ArrayList<ReleaseDiff.Change>();
            forEachChange(pair, it -> {
                if (order == 0 && it.key().compareTo(query.position().orElseThrow().key()) <= 0) {
                    return true;
                }
                if (!budget.tryTake(it)) {
                    hasMore = true;
                    return false;
                }
                lastListed = Optional.of(new DiffPosition(locale, it.key()));
                return listed.add(it);
            });
            return listed;
        }

        DiffPage build() {
            return new DiffPage(new ReleaseDiff(Collections.unmodifiableSortedMap(locales)), hasMore ? lastListed : Optional.empty());
        }
    }
}
