package dev.parlance.publishing.delivery;

import static dev.parlance.catalog.Problems.problemOf;
import static dev.parlance.publishing.delivery.Snapshots.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.Snapshot;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SnapshotRegistryTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final CatalogName DOCS = new CatalogName("docs");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final SnapshotRegistry registry = new SnapshotRegistry(Set.of(SHOP), nanos::get);

    @Test
    void isStaleMoreThanFiveSecondsAfterConfirmation() {
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(registry.staleness()).isEmpty();
        nanos.incrementAndGet();
        assertThat(registry.staleness()).contains(Duration.ofSeconds(5).plusNanos(1));
        registry.markCurrent();
        assertThat(registry.staleness()).isEmpty();
    }

    @Test
    void findsSnapshotsByChannelAndRelease() {
        var production = snapshot(SHOP, 3);
        var staging = snapshot(SHOP, 4);
        install(SHOP, Map.of("production", production, "staging", staging));
        assertThat(registry.find(SHOP)).containsSame(production);
        assertThat(registry.get(SHOP)).isSameAs(production);
        assertThat(registry.get(SHOP, "staging")).isSameAs(staging);
        assertThat(registry.findRelease(SHOP, 4)).containsSame(staging);
        assertThat(registry.findRelease(SHOP, 5)).isEmpty();
        assertThat(registry.channels(SHOP)).containsOnlyKeys("production", "staging");
    }

    @Test
    void replacesOnlyInstalledCatalogs() {
        install(SHOP, Map.of("production", snapshot(SHOP, 1), "staging", snapshot(SHOP, 1)));
        install(DOCS, Map.of("production", snapshot(DOCS, 1)));
        install(SHOP, Map.of("production", snapshot(SHOP, 2)));
        assertThat(registry.channels(SHOP)).containsOnlyKeys("production");
        assertThat(registry.productionSnapshots()).extracting(it -> it.catalog() + " " + it.release()).containsExactly("docs 1", "shop 2");
    }

    @Test
    void omitsCatalogsWithoutProductionFromProductionSnapshots() {
        install(DOCS, Map.of("staging", snapshot(DOCS, 1)));
        assertThat(registry.productionSnapshots()).isEmpty();
        assertThat(registry.find(DOCS)).isEmpty();
    }

    @Test
    void reportsUnknownCatalogsOnlyOnceReady() {
        assertThat(registry.isReady()).isFalse();
        assertThat(problemOf(() -> registry.get(DOCS)).type()).isEqualTo(ProblemType.NOT_READY);
        install(SHOP, Map.of("staging", snapshot(SHOP, 1)));
        assertThat(registry.isReady()).as("without production").isFalse();
        install(SHOP, Map.of("production", snapshot(SHOP, 1)));
        assertThat(registry.isReady()).isTrue();
        assertThat(problemOf(() -> registry.get(DOCS)).type()).as("its file may be damaged").isEqualTo(ProblemType.NOT_READY);
        registry.markCurrent();
        assertThat(problemOf(() -> registry.get(DOCS)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> registry.get(SHOP, "قناة")).arguments()).containsEntry("channel", "قناة").containsEntry("catalog",
                "shop");
    }

    @Test
    void stopsServingOtherCatalogs() {
        install(SHOP, Map.of("production", snapshot(SHOP, 1)));
        install(DOCS, Map.of("production", snapshot(DOCS, 1)));
        registry.retainOnly(Set.of(DOCS));
        assertThat(registry.find(SHOP)).isEmpty();
        assertThat(registry.find(DOCS)).isPresent();
        assertThat(registry.isReady()).isFalse();
    }

    @Test
    void keepsPublicCatalogsApartFromSnapshots() {
        assertThat(registry.state().isPublic("shop")).isFalse();
        registry.setPublicCatalogs(Set.of(SHOP));
        install(DOCS, Map.of("production", snapshot(DOCS, 1)));
        registry.retainOnly(Set.of());
        assertThat(registry.state().isPublic("shop")).isTrue();
        assertThat(registry.state().isPublic("docs")).isFalse();
        assertThat(registry.state().isPublic("")).isFalse();
        registry.setPublicCatalogs(Set.of());
        assertThat(registry.state().isPublic("shop")).isFalse();
    }

    @Test
    void replacesStateOnlyWhenItChanges() {
        registry.setPublicCatalogs(Set.of(SHOP));
        install(SHOP, Map.of("production", snapshot(SHOP, 1)));
        var state = registry.state();
        registry.setPublicCatalogs(Set.of(SHOP));
        registry.retainOnly(Set.of(SHOP, DOCS));
        registry.markCurrent();
        assertThat(registry.state()).isSameAs(state);
        registry.setPublicCatalogs(Set.of(DOCS));
        assertThat(registry.state()).isNotSameAs(state);
    }

    @Test
    void doesNotShareMapsWithCaller() {
        var channels = new TreeMap<>(Map.of("production", snapshot(SHOP, 1)));
        registry.install(Map.of(SHOP, channels));
        channels.clear();
        assertThat(registry.channels(SHOP)).containsOnlyKeys("production");
        assertThatThrownBy(() -> registry.channels(SHOP).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> registry.state().catalogs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private void install(CatalogName catalog, Map<String, Snapshot> channels) {
        SortedMap<String, Snapshot> sorted = new TreeMap<>(channels);
        registry.install(Map.of(catalog, sorted));
    }
}
