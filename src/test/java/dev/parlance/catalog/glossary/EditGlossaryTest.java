package dev.parlance.catalog.glossary;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState.TermContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.RecheckBacklog;
import dev.parlance.catalog.glossary.EditGlossary.SavedTerm;
import dev.parlance.catalog.glossary.EditGlossary.TermTarget;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.VersionCheck.VersionedState;
import dev.parlance.problems.ProblemType;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Saves and removes terms, and resets the check results that they concern. */
class EditGlossaryTest {
    private static final TermContent ORDER = new TermContent("order", false, "",
            new TreeMap<>(Map.of(DE, "Auftrag", AR, "طلب", JA, "注文", PL, "zlecenie")));
    private static final TermContent UNTRANSLATED = new TermContent("order", true, "注", new TreeMap<>());

    private final CatalogFixture shop = new CatalogFixture();

    @Test
    void createsTermWithVersionOne() {
        var saved = save(OptionalInt.empty(), ORDER);
        assertThat(saved.created()).isTrue();
        assertThat(saved.term().version()).isEqualTo(1);
        assertThat(saved.term().content()).isEqualTo(ORDER);
        assertThat(shop.changes(shop.revision())).singleElement()
                .matches(it -> it.target().equals(ChangeTarget.term("order")) && it.after().orElseThrow().equals(ORDER));
    }

    @Test
    void replacesTerm() {
        save(OptionalInt.empty(), ORDER);
        var saved = save(OptionalInt.of(1), UNTRANSLATED);
        assertThat(saved.created()).isFalse();
        assertThat(saved.term().version()).isEqualTo(2);
    }

    @Test
    void recordsNothingWhenTermStaysTheSame() {
        save(OptionalInt.empty(), ORDER);
        long revision = shop.revision();
        assertThat(save(OptionalInt.of(1), ORDER).term().version()).isEqualTo(1);
        assertThat(shop.revision()).isEqualTo(revision);
    }

    @Test
    void rejectsStaleVersionWithBothTerms() {
        save(OptionalInt.empty(), ORDER);
        save(OptionalInt.of(1), UNTRANSLATED);
        var problem = problemOf(() -> save(OptionalInt.of(1), ORDER));
        assertThat(problem.type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(problem.members())
                .isEqualTo(Map.of(VersionCheck.THEIRS, new VersionedState(2, UNTRANSLATED), VersionCheck.BASE,
                new VersionedState(1, ORDER)));
    }

    @Test
    void removesTermAndContinuesVersions() {
        save(OptionalInt.empty(), ORDER);
        shop.editGlossary.remove(target(OptionalInt.of(1)));
        assertThat(shop.transactions.call(() -> shop.terms.find(SHOP, "order"))).isEmpty();
        assertThat(save(OptionalInt.empty(), ORDER).term().version()).isEqualTo(3);
    }

    @Test
    void rejectsRemovalOfUnknownOrNewerTerm() {
        assertThat(problemOf(() -> shop.editGlossary.remove(target(OptionalInt.of(1)))).type()).isEqualTo(ProblemType.UNKNOWN_TERM);
        save(OptionalInt.empty(), ORDER);
        assertThat(problemOf(() -> shop.editGlossary.remove(target(OptionalInt.of(2)))).type()).isEqualTo(ProblemType.STALE_REVISION);
    }

    @Test
    void rejectsUnknownCatalog() {
        var target = new TermTarget(new CatalogName("missing"), "order", OptionalInt.empty(), by("ann"));
        assertThat(problemOf(() -> shop.editGlossary.save(target, ORDER)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
    }

    @Test
    void limitsNumberOfTerms() {
        shop.writeCatalog.run(SHOP, by("ann"), revision -> {
            IntStream.range(0, TermDrafts.MAX_TERMS).forEach(it -> shop.ports.glossary().add(termOf("term" + it)));
            return revision;
        });
        assertThat(problemOf(() -> save(OptionalInt.empty(), ORDER)).type()).isEqualTo(ProblemType.TOO_MANY_ITEMS);
    }

    @Test
    void resetsResultsOfTextsWhoseSourceContainsTerm() {
        saveTexts("Your order", "Ihr Einkauf");
        save(OptionalInt.empty(), ORDER);
        assertThat(shop.text(DE).errors()).isEmpty();
        assertThat(shop.text(EN).errors()).hasValue(0);
        new RecheckBacklog(shop.ports.catalogs(), shop.ports.texts(), shop.runChecks, shop.transactions).recheckBatch();
        assertThat(shop.text(DE).warnings()).hasValue(1);
        assertThat(shop.counts(DE).withWarnings()).isEqualTo(1);
    }

    @Test
    void uncountsFindingsWhenTermIsRemoved() {
        save(OptionalInt.empty(), ORDER);
        saveTexts("Your order", "Ihr Einkauf");
        assertThat(shop.counts(DE).withWarnings()).isEqualTo(1);
        shop.editGlossary.remove(target(OptionalInt.of(1)));
        assertThat(shop.counts(DE).withWarnings()).isZero();
        assertThat(shop.recomputedCounts(DE)).isEqualTo(shop.counts(DE));
    }

    @Test
    void keepsResultsOfOtherTexts() {
        saveTexts("Your limit", "Ihre Grenze");
        save(OptionalInt.empty(), ORDER);
        assertThat(shop.text(DE).errors()).hasValue(0);
    }

    private void saveTexts(String source, String translation) {
        shop.save(EN, source, "ann");
        shop.save(LIMIT, DE, translation, TextState.DRAFT, "ann");
    }

    private SavedTerm save(OptionalInt expectedVersion, TermContent content) {
        return shop.editGlossary.save(target(expectedVersion), content);
    }

    private static TermTarget target(OptionalInt expectedVersion) {
        return new TermTarget(SHOP, "order", expectedVersion, by("ann"));
    }

    private static GlossaryTerm termOf(String name) {
        var term = new GlossaryTerm(SHOP, name, 0);
        term.update(new TermContent(name, false, "", new TreeMap<>()));
        return term;
    }
}
