package dev.parlance.security;

import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.memorystore.AccessInMemory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangeAccessTest {
    private final AccessInMemory access = new AccessInMemory();
    private final ChangeAccess change = new ChangeAccess(access.records, access.rows.ports.catalogs(), access.rows.ports.transactions(),
            access.registry, new VisibilityRecorder(access.history), access.clock);

    @Test
    void changesVisibilityOnThisReplicaAtOnce() {
        change.setPublic(access.catalog, true, Actor.OPERATOR);
        assertThat(access.registry.snapshot().isPublic(access.catalog)).isTrue();
        assertThat(access.publicCatalogs).containsExactly(access.catalog);
        change.setPublic(access.catalog, false, Actor.OPERATOR);
        assertThat(access.registry.snapshot().isPublic(access.catalog)).isFalse();
        assertThat(access.publicCatalogs).isEmpty();
    }

    @Test
    void recordsChangesOfVisibilityOnly() {
        assertThat(change.setPublic(access.catalog, true, Actor.OPERATOR)).isFalse();
        assertThat(access.history.all()).isEmpty();
        assertThat(change.setPublic(access.catalog, false, Actor.OPERATOR)).isTrue();
        assertThat(access.history.all()).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo(AccessChange.Subject.VISIBILITY);
            assertThat(it.before()).containsEntry("public", "true");
            assertThat(it.after()).containsEntry("public", "false");
        });
    }

    @Test
    void rejectsUnknownCatalog() {
        var unknown = new CatalogName("unknown");
        assertThat(problemOf(() -> change.setPublic(unknown, true, Actor.OPERATOR)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(access.records.publicByCatalog).isEmpty();
    }

    @Test
    void endsSessionOnThisReplicaAtOnce() {
        change.endSession("s1", access.clock.instant().plus(Duration.ofHours(1)));
        assertThat(access.registry.snapshot().endedSessions()).containsExactly("s1");
    }
}
