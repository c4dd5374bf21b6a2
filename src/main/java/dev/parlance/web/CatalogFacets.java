package dev.parlance.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parlance.publishing.memory.Snapshot;
import java.util.List;
import java.util.TreeSet;

/**
 * The values by which the list of a catalog can be filtered.
 *
 * @param statuses HTTP statuses, ascending
 * @param tags     the first tags in order, up to the limit of the form
 */
record CatalogFacets(List<Integer> statuses, List<String> tags) {
    private static final int MAX_TAGS = 200;

    /** The facets of the served snapshots, cached because collecting them reads all messages. */
    private static final LoadingCache<Snapshot, CatalogFacets> CACHE = Caffeine.newBuilder().weakKeys().build(CatalogFacets::collect);

    static CatalogFacets of(Snapshot snapshot) {
        return CACHE.get(snapshot);
    }

    private static CatalogFacets collect(Snapshot snapshot) {
        var statuses = new TreeSet<Integer>();
        var tags = new TreeSet<String>();
        for (var message : snapshot.locale(snapshot.offeredLocales().source()).messages()) {
            statuses.add(message.httpStatus());
            tags.addAll(message.tags().names());
        }
        return new CatalogFacets(List.copyOf(statuses), tags.stream().limit(MAX_TAGS).toList());
    }
}
