package dev.parlance.catalog.suggestions;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.suggestions.SuggestTexts.SuggestionQuery;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggests translations from the memory and from a machine. */
class SuggestTextsTest {
    private final CatalogFixture shop = new CatalogFixture();
    private MachineTranslation machine = (source, from, to) -> content(from + "-" + to + ": " + source.message());

    @BeforeEach
    void saveSources() {
        shop.createMessage("same");
        shop.save(EN, "Limit reached", "ann");
        shop.save(key("same"), EN, "Limit reached", TextState.TRANSLATED, "ann");
        shop.save(key("same"), DE, "Grenze erreicht", TextState.TRANSLATED, "ann");
    }

    @Test
    void suggestsTranslationsOfSameSource() {
        var suggestions = suggestTexts().suggestForMessage(query(DE, false), LIMIT);
        assertThat(suggestions.all()).singleElement().matches(it -> it.similarity() == 1
                && it.translation().equals(content("Grenze erreicht")));
        assertThat(suggestions.machineProblem()).isEmpty();
    }

    @Test
    void suggestsNoTranslationOfMessageItself() {
        assertThat(suggestTexts().suggestForMessage(query(DE, false), key("same")).all()).isEmpty();
        assertThat(suggestTexts().suggestForText(query(DE, false), content("Limit reached")).all()).hasSize(1);
    }

    @Test
    void searchesVisibleCatalogsOnly() {
        assertThat(suggestTexts().suggestForMessage(new SuggestionQuery(SHOP, DE, Set.of(), false), LIMIT).all()).isEmpty();
    }

    @Test
    void addsMachineTranslationLast() {
        var suggestions = suggestTexts().suggestForMessage(query(DE, true), LIMIT);
        assertThat(suggestions.all()).extracting(it -> it.translation().message())
                .containsExactly("Grenze erreicht", "en-de: Limit reached");
        assertThat(suggestions.all().get(1).origin()).isEmpty();
    }

    @Test
    void reportsMachineProblemBesideSuggestions() {
        machine = MachineTranslation.DISABLED;
        var suggestions = suggestTexts().suggestForMessage(query(DE, true), LIMIT);
        assertThat(suggestions.all()).hasSize(1);
        assertThat(suggestions.machineProblem()).hasValueSatisfying(it -> assertThat(it.type())
                .isEqualTo(ProblemType.MACHINE_TRANSLATION_OFF));
    }

    @Test
    void translatesDraftWithHashOfItsSource() {
        var command = suggestTexts().translateDraft(SHOP, LIMIT, JA);
        assertThat(command.content()).isEqualTo(content("en-ja: Limit reached"));
        assertThat(command.state()).isEqualTo(TextState.DRAFT);
        assertThat(command.sourceHash()).isEqualTo(content("Limit reached").contentHash());
    }

    @Test
    void savesStaleDraftWhenSourceChangesDuringTranslation() {
        machine = (source, from, to) -> {
            shop.save(EN, "Limit exceeded", "ben");
            return content("上限");
        };
        assertThat(shop.editTexts.save(shop.target(JA, "ann"), suggestTexts().translateDraft(SHOP, LIMIT, JA)).stale()).isTrue();
    }

    @Test
    void failsToTranslateDraftWithoutMachine() {
        machine = MachineTranslation.DISABLED;
        assertThat(problemOf(() -> suggestTexts().translateDraft(SHOP, LIMIT, JA)).type()).isEqualTo(ProblemType.MACHINE_TRANSLATION_OFF);
    }

    @Test
    void rejectsSourceAndUnknownLocaleAsTarget() {
        assertThat(problemOf(() -> suggestTexts().suggestForMessage(query(EN, false), LIMIT)).type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
        assertThat(problemOf(() -> suggestTexts().translateDraft(SHOP, LIMIT, LocaleTag.parse("fr"))).type())
                .isEqualTo(ProblemType.UNKNOWN_LOCALE);
    }

    @Test
    void rejectsUnknownCatalogAndMissingSource() {
        var query = new SuggestionQuery(new CatalogName("missing"), DE, Set.of(), false);
        assertThat(problemOf(() -> suggestTexts().suggestForText(query, content(""))).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        shop.remove(EN, "ann");
        assertThat(problemOf(() -> suggestTexts().suggestForMessage(query(DE, false), LIMIT)).type()).isEqualTo(ProblemType.UNKNOWN_TEXT);
    }

    private SuggestTexts suggestTexts() {
        return new SuggestTexts(shop.ports.catalogs(), shop.ports.texts(), shop.ports.translationMemory(), machine, shop.transactions);
    }

    private static SuggestionQuery query(LocaleTag locale, boolean includeMachine) {
        return new SuggestionQuery(SHOP, locale, Set.of(SHOP), includeMachine);
    }
}
