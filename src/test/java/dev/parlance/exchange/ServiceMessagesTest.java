package dev.parlance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceMessagesTest {
    private final SnapshotRegistry registry = new SnapshotRegistry(Set.of());
    private final AtomicInteger loads = new AtomicInteger();
    private final ServiceMessages messages = new ServiceMessages(registry, this::load);

    @Test
    void loadsShippedTextsBeforeFirstProblem() {
        messages.prepare();
        assertThat(loads).hasValue(1);
        assertThat(messages.render(ProblemType.NOT_READY.with(), Optional.of("de")).locale().value()).isEqualTo("de");
        assertThat(loads).hasValue(1);
    }

    @Test
    void doesNotLoadShippedTextsIfPublishedCatalogHasAllProblems() {
        registry.install(Map.of(ServiceMessages.CATALOG, new TreeMap<>(Map.of("production", shipped()))));
        messages.prepare();
        messages.render(ProblemType.NOT_READY.with(), Optional.empty());
        assertThat(loads).hasValue(0);
    }

    private Snapshot load() {
        loads.incrementAndGet();
        return shipped();
    }

    private static Snapshot shipped() {
        var catalog = ShippedCatalog.load(ServiceMessages.CATALOG.value());
        return Snapshot.ofDraft(catalog.toDraft(), catalog.toContent().title());
    }
}
