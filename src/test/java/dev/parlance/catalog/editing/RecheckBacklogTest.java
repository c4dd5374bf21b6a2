package dev.parlance.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rechecks unchecked texts on real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RecheckBacklogTest {
    private static final LocaleTag EN = LocaleTag.parse("en");

    @Inject
    SnapshotRegistry delivery;
    @Inject
    Catalogs catalogs;
    @Inject
    Texts texts;
    @Inject
    RunChecks runChecks;
    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    private final CatalogName name = new CatalogName("many-" + UUID.randomUUID());

    /** Rolls back the test data, so that the background worker finds no backlog. */
    private static final class IntendedRollback extends RuntimeException {
    }

    @BeforeEach
    void awaitMigration() {
        ShippedCatalogsReady.await(delivery);
    }

    @Test
    void checksSmallBacklogImmediately() {
        withUncheckedTexts(700, catalog -> {
            runChecks.recheckAll(catalog);
            assertThat(texts.findUnchecked(name, 1)).isEmpty();
        });
    }

    @Test
    void rejectsLargeBacklogWithoutStarting() {
        withUncheckedTexts(10_600, catalog -> {
            assertThatThrownBy(() -> runChecks.recheckAll(catalog))
                    .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.BUSY));
            assertThat(texts.findUnchecked(name, 20_000)).hasSize(10_600);
        });
    }

    private void withUncheckedTexts(int uncheckedTexts, Consumer<Catalog> action) {
        assertThatThrownBy(() -> transactions.call(() -> {
            var catalog = catalogs.lockOrCreate(name, "Many", EN);
            catalog.offerLocale(EN, false);
            catalogs.save(catalog);
            for (var sql : new String[] {
                "insert into message (catalog, key, position, code, reason, http_status, arguments) select ?1, 'm' || n, n, n, 'M_' || n, 400, '[]' "
                        + "from generate_series(1, ?2) n",
                "insert into message_text (catalog, key, locale, syntax, message, description, source_wording) "
                        + "select ?1, 'm' || n, 'en', 'icu', 'Text ' || n, '', '-' from generate_series(1, ?2) n"}) {
                database.createNativeQuery(sql).setParameter(1, name.value()).setParameter(2, uncheckedTexts).executeUpdate();
            }
            action.accept(catalog);
            throw new IntendedRollback();
        })).isInstanceOf(IntendedRollback.class);
    }
}
