package dev.parlance.rest.metrics;

import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The metrics of the served releases: number, age and size by catalog, and how far this replica is behind the database. */
@Singleton
final class SnapshotMetrics {
    private static final long UPDATE_PERIOD_MILLIS = 1000;

    private final SnapshotRegistry snapshots;
    private final MeterRegistry registry;
    private final CatalogLabels labels;
    private final Map<MultiGauge, ToDoubleFunction<Snapshot>> gauges;
    private SnapshotRegistry.State exported;

    SnapshotMetrics(SnapshotRegistry snapshots, MeterRegistry registry, CatalogLabels labels) {
        this.snapshots = snapshots;
        this.registry = registry;
        this.labels = labels;
        this.exported = snapshots.state();
        this.gauges = Map.of(
                gauge("parlance.snapshot.release", "Number of the release served in the channel production"), Snapshot::release,
                gauge("parlance.snapshot.created.seconds", "Creation time of that release, in seconds since 1970"),
                it -> it.createdAt().getEpochSecond(),
                gauge("parlance.snapshot.messages", "Messages of that release"),
                it -> it.locale(it.offeredLocales().source()).messages().size(),
                gauge("parlance.snapshot.bytes", "Size of the bundles of that release, uncompressed"), SnapshotMetrics::bundleBytes);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private static double bundleBytes(Snapshot snapshot) {
        return snapshot.loadedLocales().stream().filter(PublishedLocale::hasBundle).mapToLong(it -> it.bundle().length).sum();
    }

    void register(@Observes StartupEvent start, Vertx vertx) {
        var progress = snapshots.progress();
        Gauge.builder("parlance.snapshots", snapshots, it -> it.state().catalogs().values().stream().mapToInt(Map::size).sum())
                .description("Channels with a release in memory").register(registry);
        Gauge.builder("parlance.snapshot.age.seconds", snapshots, it -> toSeconds(it.confirmationAge()))
                .description("Time since the database confirmed that the served releases are current").register(registry);
        Gauge.builder("parlance.follow.lag", progress, it -> it.channelsBehind())
                .description("Channels whose release in the database is not served yet").register(registry);
        FunctionTimer.builder("parlance.follow.delay", progress, it -> it.moves(), it -> it.totalDelayMillis(), TimeUnit.MILLISECONDS)
                .description("Time from the move of a channel until this replica serves it").register(registry);
        vertx.setPeriodic(UPDATE_PERIOD_MILLIS, it -> update());
    }

    /** Replaces the rows by catalog if what is served has changed. Runs on one event loop. */
    void update() {
        var state = snapshots.state();
        if (state != exported) {
            exported = state;
            var labelled = snapshots.productionSnapshots().stream()
                    .filter(it -> !labels.of(it.catalog().value()).equals(CatalogLabels.OTHER)).toList();
            gauges.forEach((gauge, value) -> gauge.register(rows(labelled, value), true));
        }
    }

    private static List<MultiGauge.Row<?>> rows(List<Snapshot> snapshots, ToDoubleFunction<Snapshot> value) {
        return snapshots.stream().<MultiGauge.Row<?>>map(it -> MultiGauge.Row.of(Tags.of("catalog", it.catalog().value()),
                value.applyAsDouble(it))).toList();
    }

    private static double toSeconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
