package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.release.ReleaseContent;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a service needs of a catalog to deliver it without a database.
 *
 * @param channels the release that each channel points at, by the channel's name
 * @param releases at least those
 */
public record PersistedCatalog(CatalogName catalog, SortedMap<String, Integer> channels, List<ReleaseContent> releases) {

    /** @throws IllegalArgumentException where a channel points at a release that is missing, or a release is another catalog's */
    public PersistedCatalog {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        releases = List.copyOf(releases);
        for (var release : releases) {
            if (!release.catalog().equals(catalog)) {
                throw new IllegalArgumentException("a release of " + release.catalog() + " among those of " + catalog);
            }
        }
        var numbers = releases.stream().map(ReleaseContent::release).toList();
        if (!numbers.containsAll(channels.values())) {
            throw new IllegalArgumentException("channels " + channels + " of " + catalog + " need more than the releases " + numbers);
        }
    }
}
