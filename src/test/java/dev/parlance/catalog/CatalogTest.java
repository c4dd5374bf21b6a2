package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.HistoryState.CatalogSettings;
import dev.parlance.catalog.memory.InMemoryPorts;
import dev.parlance.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private final CatalogPorts ports = InMemoryPorts.create();
    private final Catalog catalog = ports.transactions().call(() -> ports.catalogs().lockOrCreate(new CatalogName("shop"), "Shop", EN));

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "ł", "注文", "a b", "a\n"})
    void rejectsInvalidName(String name) {
        assertThat(CatalogName.isValid(name)).isFalse();
        assertThat(problemOf(() -> new CatalogName(name)).type()).isEqualTo(ProblemType.INVALID_NAME);
    }

    @ParameterizedTest
    @CsvSource({"false,false,false", "false,true,false", "true,false,true"})
    void reportsWhetherReleasedStatesChange(boolean reviewRequired, boolean twoPersonRule, boolean expected) {
        assertThat(catalog.updateSettings(new CatalogSettings("", reviewRequired, twoPersonRule))).isEqualTo(expected);
        assertThat(catalog.version()).isEqualTo(1);
    }

    @Test
    void releasesOnlyApprovedTextsUnderReview() {
        assertThat(catalog.releasedStates()).containsExactly(TextState.TRANSLATED, TextState.APPROVED);
        catalog.updateSettings(new CatalogSettings("Shop", true, false));
        assertThat(catalog.releasedStates()).containsExactly(TextState.APPROVED);
    }

    @Test
    void requiresSourceLocaleEvenIfNotOffered() {
        catalog.offerLocale(DE, false);
        catalog.offerLocale(JA, true);
        assertThat(catalog.locales()).containsExactly(DE, JA);
        assertThat(catalog.requiredLocales()).containsExactly(EN, JA);
    }

    @Test
    void keepsCountsWhenLocaleIsOfferedAgain() {
        catalog.offerLocale(DE, false);
        catalog.addToCounts(DE, new TextCounts(1, 2, 3, 4, 5, 6));
        catalog.offerLocale(DE, true);
        assertThat(catalog.catalogLocales()).singleElement().matches(it -> it.required()
                && it.counts().equals(new TextCounts(1, 2, 3, 4, 5, 6)));
        assertThat(catalog.version()).isEqualTo(2);
    }

    @Test
    void ignoresCountsOfUnknownLocale() {
        catalog.addToCounts(JA, new TextCounts(1, 0, 0, 0, 0, 0));
        assertThat(catalog.catalogLocales()).isEmpty();
    }

    @Test
    void reportsMissingTextsByReleasedStates() {
        catalog.offerLocale(DE, true);
        catalog.addToReleasedMessages(2);
        catalog.addToCounts(DE, new TextCounts(1, 1, 1, 0, 0, 0));
        assertThat(catalog.hasMissingTexts(DE)).isFalse();
        assertThat(catalog.hasMissingTexts(JA)).isTrue();
        catalog.updateSettings(new CatalogSettings("Shop", true, false));
        assertThat(catalog.hasMissingTexts(DE)).isTrue();
    }

    @Test
    void remembersRevisionOfEachLocale() {
        catalog.offerLocale(DE, false);
        catalog.offerLocale(JA, false);
        catalog.incrementRevision();
        catalog.markTextsChanged(DE);
        catalog.incrementRevision();
        catalog.markDefinitionsChanged();
        assertThat(catalog.localesChangedSince(0)).containsExactly(DE);
        assertThat(catalog.localesChangedSince(1)).isEmpty();
        assertThat(catalog.definitionsRevision()).isEqualTo(2);
    }

    @Test
    void listsOfferedLocalesWhenOneIsUnknown() {
        catalog.offerLocale(JA, false);
        catalog.offerLocale(DE, false);
        assertThat(problemOf(() -> catalog.requireLocale(EN)).arguments()).containsEntry("locale", "en").containsEntry("offered", "de, ja");
    }
}
