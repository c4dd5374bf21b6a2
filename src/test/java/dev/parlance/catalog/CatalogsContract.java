package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.CatalogRows.retired;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every repository of catalogs. */
public abstract class CatalogsContract extends PortContract {
    private static final CatalogName UNKNOWN = new CatalogName("no-such-catalog");

    @Test
    public void findsOnlyExistingCatalogs() {
        assertThat(rows.call(() -> rows.ports.catalogs().find(UNKNOWN))).isEmpty();
        assertThat(rows.call(() -> rows.ports.catalogs().lock(UNKNOWN))).isEmpty();
        assertThat(rows.call(() -> rows.ports.catalogs().exists(UNKNOWN))).isFalse();
        assertThat(rows.call(() -> rows.ports.catalogs().exists(rows.name))).isTrue();
    }

    @Test
    public void requiresExistingCatalog() {
        var problem = Problems.problemOf(() -> rows.run(() -> rows.ports.catalogs().requireExists(UNKNOWN)));
        assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problem.arguments()).containsEntry("catalog", "no-such-catalog");
    }

    @Test
    public void keepsExistingCatalogOnSecondCreation() {
        var again = rows.call(() -> rows.ports.catalogs().lockOrCreate(rows.name, "Another title", DE));
        assertThat(again.title()).isEqualTo("Rows");
        assertThat(again.sourceLocale()).isEqualTo(EN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Komunikaty sklepu żółwia", "رسائل المتجر", "注文のメッセージ"})
    public void returnsSettingsAsSaved(String title) {
        var settings = new HistoryState.CatalogSettings(title, true, true);
        rows.run(() -> rows.catalog().updateSettings(settings));
        assertThat(rows.call(rows::catalog).settings()).isEqualTo(settings);
    }

    @Test
    public void returnsLocalesSortedWithTheirRevisions() {
        rows.run(() -> {
            rows.catalog().incrementRevision();
            rows.catalog().markTextsChanged(PL);
            rows.catalog().offerLocale(AR, true);
        });
        rows.run(() -> {
            assertThat(rows.catalog().catalogLocales()).extracting(CatalogLocale::locale).containsExactly(AR, DE, EN, JA, PL);
            assertThat(rows.catalog().requiredLocales()).containsExactly(AR, EN);
            assertThat(rows.catalog().localesChangedSince(0)).containsExactly(PL);
        });
    }

    @Test
    public void listsNamesInOrder() {
        var first = new CatalogName("a-" + rows.name);
        rows.run(() -> rows.ports.catalogs().lockOrCreate(first, "First", EN));
        assertThat(rows.call(rows.ports.catalogs()::names)).contains(first, rows.name)
                .isSortedAccordingTo((one, other) -> one.value().compareTo(other.value()));
    }

    @Test
    public void recomputesCountsOfReleasedMessages() {
        rows.run(() -> {
            addMessageWithTexts("one", 0, TextState.APPROVED);
            addMessageWithTexts("two", 1, TextState.DRAFT);
            rows.addMessage("gone", retired(definition(2, "gone")));
            rows.addText("gone", DE, "Weg");
            rows.ports.catalogs().recomputeCounts(rows.catalog());
        });
        rows.run(() -> {
            assertThat(rows.catalog().releasedMessageCount()).isEqualTo(2);
            assertThat(counts(DE)).isEqualTo(new TextCounts(1, 0, 1, 0, 0, 0));
            assertThat(counts(EN)).isEqualTo(new TextCounts(0, 2, 0, 0, 0, 0));
            assertThat(counts(JA)).isEqualTo(TextCounts.NONE);
        });
    }

    @Test
    public void recomputesStaleAndFaultyTexts() {
        rows.run(() -> {
            addMessageWithTexts("one", 0, TextState.TRANSLATED);
            rows.ports.texts().find(rows.name, CatalogRows.key("one"), DE).orElseThrow().recordFindings(3, 2);
            rows.ports.texts().find(rows.name, CatalogRows.key("one"), EN).orElseThrow()
                    .updateContent(CatalogRows.content("Changed"), TextState.TRANSLATED, null, Confirmations.NONE, "ann");
            rows.ports.catalogs().recomputeCounts(rows.catalog());
        });
        assertThat(rows.call(() -> counts(DE))).isEqualTo(new TextCounts(0, 1, 0, 1, 1, 1));
        assertThat(rows.call(() -> counts(EN))).isEqualTo(new TextCounts(0, 1, 0, 0, 0, 0));
    }

    @Test
    public void treatsTextWithoutSourceAsFresh() {
        rows.run(() -> {
            rows.addMessage("one", 0);
            rows.addText("one", DE, "Eins");
            rows.ports.catalogs().recomputeCounts(rows.catalog());
        });
        assertThat(rows.call(() -> counts(DE)).stale()).isZero();
    }

    @Test
    public void rollsBackFailedTransaction() {
        var name = new CatalogName("undone-" + rows.name);
        rows.runAndRollBack(() -> {
            rows.ports.catalogs().save(rows.ports.catalogs().lockOrCreate(name, "Undone", EN));
            rows.catalog().updateSettings(new HistoryState.CatalogSettings("Undone", true, true));
        });
        assertThat(rows.call(rows.ports.catalogs()::names)).doesNotContain(name);
        assertThat(rows.call(rows::catalog).title()).isEqualTo("Rows");
    }

    @Test
    public void deletesEverythingOfCatalogWithoutReleases() {
        rows.run(() -> addMessageWithTexts("one", 0, TextState.TRANSLATED));
        assertThat(rows.call(() -> rows.ports.catalogs().hasReleases(rows.name))).isFalse();
        rows.run(() -> rows.ports.catalogs().delete(rows.name));
        assertThat(rows.call(() -> rows.ports.catalogs().exists(rows.name))).isFalse();
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name))).isEmpty();
        rows.run(() -> assertThat(rows.ports.catalogs().lockOrCreate(rows.name, "Again", DE).revision()).isZero());
    }

    @Test
    public void removesLocale() {
        rows.run(() -> {
            rows.catalog().removeLocale(JA);
            rows.ports.catalogs().save(rows.catalog());
        });
        assertThat(rows.call(() -> rows.catalog().locales())).containsExactly(AR, DE, EN, PL);
    }

    private void addMessageWithTexts(String key, int position, TextState state) {
        rows.addMessage(key, position);
        rows.addText(key, EN, "Text of " + key);
        rows.addText(key, DE, "Text von " + key, state);
    }

    private TextCounts counts(LocaleTag locale) {
        return rows.catalog().findLocale(locale).orElseThrow().counts();
    }
}
