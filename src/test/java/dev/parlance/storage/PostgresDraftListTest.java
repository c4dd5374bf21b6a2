package dev.parlance.storage;

import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.DraftList;
import dev.parlance.catalog.editing.DraftList.ListCounts;
import dev.parlance.catalog.editing.DraftList.ListPosition;
import dev.parlance.catalog.editing.DraftList.ListRow;
import dev.parlance.catalog.editing.DraftList.ListWindow;
import dev.parlance.catalog.editing.DraftList.SortOrder;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the windows, the counts and the positions of the list of draft messages. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PostgresDraftListTest {
    private static final Instant EARLY = Instant.parse("2026-01-02T03:04:05Z");

    @Inject
    CatalogPorts ports;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    DraftList list;

    private CatalogRows rows;

    @BeforeEach
    void createMessages() {
        ShippedCatalogsReady.await(snapshots);
        rows = new CatalogRows(ports, EN);
        rows.run(() -> {
            List.of("d", "b", "c", "a").forEach(it -> {
                rows.addMessage(it, List.of("d", "b", "c", "a").indexOf(it));
                rows.addText(it, EN, "Text " + it + " " + "x".repeat(300));
            });
            rows.addMessage("old", CatalogRows.retired(CatalogRows.definition(4, "old")));
            rows.addText("d", DE, "Text d", TextState.APPROVED).recordChange("ann", EARLY.plusSeconds(1));
            var rejected = rows.addText("c", DE, "Text c", TextState.DRAFT);
            rejected.recordFindings(1, 2);
            rejected.recordChange("bob", EARLY.plusSeconds(2));
            rejected.markRejected();
            rows.addText("a", DE, "Text a").recordChange("ann", EARLY);
        });
    }

    @ParameterizedTest
    @CsvSource({"POSITION,d b c a", "KEY,a b c d", "CHANGED,c d a b"})
    void sortsAndCutsWindows(SortOrder order, String expected) {
        var all = List.of(expected.split(" "));
        for (int offset = 0; offset <= all.size(); offset++) {
            assertThat(find(anyState(DE), new ListWindow(order, offset, 2))).extracting(it -> it.key().value())
                    .isEqualTo(all.subList(offset, Math.min(offset + 2, all.size())));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,4", "3,4", "9,4"})
    void returnsLengthOfListWithEachWindow(int offset, int total) {
        assertThat(rows.call(() -> list.findRows(rows.catalog(), anyState(DE), new ListWindow(SortOrder.KEY, offset, 2))).total())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void locatesEachRow(SortOrder order) {
        for (var filters : List.of(Set.<TextFilter>of(), Set.of(TextFilter.UNTRANSLATED, TextFilter.APPROVED))) {
            var query = new DraftQuery(DE, filters, null, null, null, null, null);
            var keys = find(query, new ListWindow(order, 0, 9)).stream().map(ListRow::key).toList();
            for (var key : keys) {
                assertThat(rows.call(() -> list.findPosition(rows.catalog(), query, order, key)))
                        .contains(new ListPosition(true, keys.indexOf(key), keys.size()));
            }
        }
    }

    @Test
    void locatesMessageOutsideOfList() {
        var approved = new DraftQuery(DE, Set.of(TextFilter.APPROVED), null, null, null, null, null);
        rows.run(() -> {
            assertThat(list.findPosition(rows.catalog(), approved, SortOrder.POSITION, key("a"))).contains(new ListPosition(false, 1, 1));
            assertThat(list.findPosition(rows.catalog(), approved, SortOrder.KEY, key("a"))).contains(new ListPosition(false, 0, 1));
            assertThat(list.findPosition(rows.catalog(), approved, SortOrder.KEY, key("none"))).isEmpty();
        });
    }

    @Test
    void readsShortTextsWithStateAndLastChange() {
        var row = find(anyState(DE), new ListWindow(SortOrder.KEY, 2, 1)).get(0);
        assertThat(row.source()).hasSize(DraftList.EXCERPT_LENGTH + 1);
        assertThat(row.text()).isEqualTo(new DraftList.ListText("Text c", row.text().syntax(), TextState.DRAFT, false, true, 1, 2, 1, "bob",
                EARLY.plusSeconds(2)));
        assertThat(find(anyState(EN), new ListWindow(SortOrder.KEY, 0, 1)).get(0).source()).isNull();
        assertThat(find(anyState(JA), new ListWindow(SortOrder.KEY, 0, 1)).get(0).text()).isNull();
    }

    @Test
    void showsStaleTexts() {
        rows.run(() -> rows.ports.texts().find(rows.name, key("a"), EN).orElseThrow().updateContent(CatalogRows.content("New"),
                TextState.TRANSLATED, null, Confirmations.NONE, "ann"));
        assertThat(find(anyState(DE), new ListWindow(SortOrder.KEY, 0, 1)).get(0).text().stale()).isTrue();
        assertThat(count(anyState(DE)).stale()).isEqualTo(1);
    }

    @Test
    void countsByStateWithoutConditionOnState() {
        assertThat(count(anyState(DE))).isEqualTo(new ListCounts(4, 4, 1, 1, 1, 1, 0, 1, 1, 1, 1));
        assertThat(count(new DraftQuery(DE, Set.of(TextFilter.ERRORS, TextFilter.APPROVED), null, null, null, null, null)))
                .isEqualTo(new ListCounts(2, 4, 1, 1, 1, 1, 0, 1, 1, 1, 1));
        assertThat(count(new DraftQuery(DE, Set.of(), null, null, null, "text c", null)))
                .isEqualTo(new ListCounts(1, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1));
        assertThat(count(new DraftQuery(DE, Set.of(), null, "none", null, null, null)))
                .isEqualTo(new ListCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsRejectedTextsByLocale() {
        assertThat(rows.call(() -> list.countRejected(rows.catalog()))).isEqualTo(Map.of(DE, 1));
    }

    private static DraftQuery anyState(LocaleTag locale) {
        return new DraftQuery(locale, Set.of(), null, null, null, null, null);
    }

    private List<ListRow> find(DraftQuery query, ListWindow window) {
        return rows.call(() -> list.findRows(rows.catalog(), query, window)).rows();
    }

    private ListCounts count(DraftQuery query) {
        return rows.call(() -> list.count(rows.catalog(), query));
    }
}
