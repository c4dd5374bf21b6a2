package dev.parlance.publishing.memorystore;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseId;
import dev.parlance.publishing.release.Releases;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Releases in memory. They are added at once, so no transaction rolls them back. */
public final class InMemoryReleases implements Releases {
    private final Map<ReleaseId, Release> releases = new HashMap<>();
    private final Map<ReleaseId, List<ReleaseBundle>> bundles = new HashMap<>();

    @Override
    public Optional<Release> findLatest(CatalogName catalog) {
        return latestFirst(catalog).findFirst();
    }

    @Override
    public Optional<Release> find(CatalogName catalog, int number) {
        return Optional.ofNullable(releases.get(new ReleaseId(catalog.value(), number)));
    }

    @Override
    public List<Release> page(CatalogName catalog, int before, int limit) {
        return latestFirst(catalog).filter(it -> it.number() < before).limit(limit).toList();
    }

    @Override
    public List<ReleaseBundle> bundles(ReleaseId release) {
        return bundles.getOrDefault(release, List.of()).stream().sorted(Comparator.comparing(it -> it.locale().value())).toList();
    }

    @Override
    public void add(Release release, List<ReleaseBundle> bundles) {
        if (releases.putIfAbsent(release.id(), release) != null) {
            throw new IllegalStateException("duplicate key: " + release.id());
        }
        this.bundles.put(release.id(), List.copyOf(bundles));
    }

    private Stream<Release> latestFirst(CatalogName catalog) {
        return releases.values().stream().filter(it -> it.catalog().equals(catalog))
                .sorted(Comparator.comparing(Release::number).reversed());
    }
}
