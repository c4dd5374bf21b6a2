package dev.parlance.publishing.delivery;

import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.release.ChannelHead;
import dev.parlance.publishing.release.ReleaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshSnapshotsTest {
    private static final CatalogName BROKEN = new CatalogName("broken");

    private final ReleaseDelivery delivery = new ReleaseDelivery();

    @BeforeEach
    void releaseToProduction() {
        delivery.catalog.define("a");
        delivery.catalog.write("a", EN, "Text");
        delivery.catalog.release();
        delivery.catalog.move("production", 1, 0);
    }

    @Test
    void loadsReleasesOfAllChannels() {
        delivery.catalog.move("staging", 1, 0);
        assertThat(delivery.refresh.refresh()).containsExactly(delivery.name);
        assertThat(delivery.registry.channels(delivery.name)).containsOnlyKeys("production", "staging");
        assertThat(delivery.registry.get(delivery.name, "staging")).as("shared").isSameAs(delivery.registry.get(delivery.name));
        assertThat(delivery.registry.get(delivery.name).locale(EN).findMessage("a")).hasValueSatisfying(it -> assertThat(it.text())
                .isEqualTo("Text"));
    }

    @Test
    void changesNothingIfChannelsHaveNotMoved() {
        delivery.refresh.refresh();
        var state = delivery.registry.state();
        assertThat(delivery.refresh.refresh()).isEmpty();
        assertThat(delivery.registry.state()).isSameAs(state);
    }

    @Test
    void loadsMovedChannelAndReusesUnchangedLocales() {
        delivery.refresh.refresh();
        var before = delivery.registry.get(delivery.name);
        delivery.catalog.write("a", JA, "本文");
        delivery.catalog.release();
        delivery.catalog.move("production", 2, 1);
        assertThat(delivery.refresh.refresh()).containsExactly(delivery.name);
        var after = delivery.registry.get(delivery.name);
        assertThat(after.release()).isEqualTo(2);
        assertThat(after.locale(EN)).isSameAs(before.locale(EN));
        assertThat(after.locale(JA)).isNotSameAs(before.locale(JA));
    }

    @Test
    void reloadsReleaseOfSameNumberThatWasCreatedAtAnotherTime() {
        delivery.registry.install(Map.of(delivery.name, new TreeMap<>(Map.of("production", Snapshots.snapshot(delivery.name, 1)))));
        assertThat(delivery.refresh.refresh()).containsExactly(delivery.name);
        assertThat(delivery.registry.get(delivery.name).offeredLocales().all()).contains(JA);
    }

    @Test
    void publishesEventsForServedReleasesOnly() {
        var received = new ArrayList<CatalogEvents.Event>();
        delivery.refresh.refresh();
        delivery.events.subscribe(delivery.name, received::add);
        delivery.catalog.write("a", JA, "本文");
        delivery.catalog.release();
        delivery.refresh.refresh();
        assertThat(received).extracting(CatalogEvents.Event::release).containsExactly(2);
        delivery.catalog.move("production", 2, 1);
        delivery.catalog.releases.bundles(new ReleaseId(delivery.name.value(), 2))
                .forEach(it -> delivery.catalog.blobs.lose(it.reference()));
        assertThatThrownBy(delivery.refresh::refresh).isInstanceOf(IllegalStateException.class);
        assertThat(received).hasSize(1);
    }

    @Test
    void reportsMovesThatItFollows() {
        delivery.refresh.refresh();
        assertThat(delivery.registry.progress().moves()).as("first load").isZero();
        delivery.catalog.write("a", JA, "本文");
        delivery.catalog.release();
        delivery.catalog.move("production", 2, 1);

        delivery.refresh.refresh();
        delivery.refresh.refresh();

        assertThat(delivery.registry.progress().moves()).isEqualTo(1);
        assertThat(delivery.registry.progress().totalDelayMillis()).isNotNegative();
    }

    @Test
    void stopsServingCatalogsMissingFromDatabase() {
        var other = new CatalogName("restored");
        delivery.registry.install(Map.of(other, new TreeMap<>(Map.of("production", Snapshots.snapshot(other, 1)))));
        delivery.refresh.refresh();
        assertThat(delivery.registry.find(other)).isEmpty();
    }

    @Test
    void loadsOtherCatalogsDespiteBrokenOne() {
        var nanos = new AtomicLong();
        var registry = new SnapshotRegistry(Set.of(), nanos::get);
        registry.install(Map.of(BROKEN, new TreeMap<>(Map.of("production", Snapshots.snapshot(BROKEN, 1)))));
        nanos.set(Long.MAX_VALUE);
        assertThatThrownBy(refreshWithBrokenCatalog(registry)::refresh).hasMessage("cannot load the current releases of [broken]")
                .isInstanceOfSatisfying(ReleasesNotLoadedException.class, it -> {
                    assertThat(it.catalogs()).containsExactly(BROKEN);
                    assertThat(it.getSuppressed()).hasSize(1);
                });
        assertThat(registry.get(delivery.name).release()).isEqualTo(1);
        assertThat(registry.get(BROKEN).release()).as("still served").isEqualTo(1);
        assertThat(registry.staleness()).as("not confirmed").isPresent();
        assertThat(registry.progress().channelsBehind()).isEqualTo(1);
    }

    /** Lists first a catalog whose release 2 does not exist. */
    private RefreshSnapshots refreshWithBrokenCatalog(SnapshotRegistry registry) {
        var catalog = delivery.catalog;
        var channels = new HeadsOnly(() -> {
            var heads = new ArrayList<>(List.of(new ChannelHead(BROKEN, "production", 2, Instant.EPOCH, 2)));
            heads.addAll(catalog.channels.heads());
            return heads;
        });
        var loadReleases = new LoadReleases(catalog.releases, catalog.blobs, catalog.rows.ports.transactions());
        return new RefreshSnapshots(channels, loadReleases, catalog.rows.ports.transactions(), registry, new CatalogEvents());
    }
}
