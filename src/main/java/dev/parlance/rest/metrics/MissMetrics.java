package dev.parlance.rest.metrics;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Counts messages, codes and locales that were asked for and are not in the catalog. */
@Singleton
public final class MissMetrics {
    private static final Map<ProblemType, String> KINDS = new EnumMap<>(Map.of(
            ProblemType.UNKNOWN_MESSAGE, "message", ProblemType.UNKNOWN_CODE, "code", ProblemType.UNKNOWN_LOCALE, "locale"));

    private final MeterRegistry registry;
    private final CatalogLabels labels;
    private final SnapshotRegistry snapshots;

    MissMetrics(MeterRegistry registry, CatalogLabels labels, SnapshotRegistry snapshots) {
        this.registry = registry;
        this.labels = labels;
        this.snapshots = snapshots;
    }

    /** Counts a problem if it is a miss in a served catalog. */
    public void count(ProblemException problem) {
        var kind = KINDS.get(problem.type());
        var catalog = kind == null ? "" : String.valueOf(problem.arguments().get("catalog"));
        if (kind != null && snapshots.state().catalogs().containsKey(catalog)) {
            Counter.builder("parlance.misses").description("Messages, codes and locales asked for that a catalog does not have")
                    .tag("catalog", labels.of(catalog)).tag("kind", kind).register(registry).increment();
        }
    }
}
