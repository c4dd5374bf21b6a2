package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.command;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.VersionCheck.VersionedState;
import dev.parlance.checks.AllChecks;
import dev.parlance.checks.Checks;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saves, approves, restores and removes texts. For staleness see {@link StalenessTest}. */
class EditTextsTest {
    private final CatalogFixture shop = new CatalogFixture();

    @ParameterizedTest
    @CsvSource({"en,''", "de,Grenze erreicht", "ar,تم بلوغ الحد", "pl,Osiągnięto limit", "ja,上限に達しました"})
    void createsTextWithVersionOne(String locale, String message) {
        var saved = shop.save(LocaleTag.parse(locale), message, "ann");
        assertThat(saved.created()).isTrue();
        assertThat(saved.text().version()).isEqualTo(1);
        assertThat(shop.text(LocaleTag.parse(locale)).content()).isEqualTo(content(message));
    }

    @Test
    void replacesTextAndRecordsChange() {
        shop.save(DE, "Eins", "ann");
        var saved = shop.save(DE, "Zwei", "ben");
        assertThat(saved.created()).isFalse();
        assertThat(shop.text(DE).author()).isEqualTo("ben");
        assertThat(shop.changes(shop.revision())).singleElement().satisfies(it -> {
            assertThat(it.target()).isEqualTo(ChangeTarget.text(LIMIT, DE));
            assertThat(it.version()).isEqualTo(2);
            assertThat(it.before().orElseThrow()).isInstanceOfSatisfying(HistoryState.RecordedText.class,
                    text -> assertThat(text.content()).isEqualTo(content("Eins")));
        });
    }

    @Test
    void recordsNothingWhenSameTextIsSavedAgain() {
        shop.save(DE, "Eins", "ann");
        long revision = shop.revision();
        assertThat(shop.save(DE, "Eins", "ben").text().version()).isEqualTo(1);
        assertThat(shop.revision()).isEqualTo(revision);
        assertThat(shop.text(DE).author()).isEqualTo("ann");
    }

    @Test
    void savesOnceWhenTransactionIsRetried() {
        shop.transactions.failFirstAttempts();
        shop.save(DE, "Eins", "ann");
        assertThat(shop.text(DE).version()).isEqualTo(1);
        assertThat(shop.changes(shop.revision())).hasSize(1);
        assertThat(shop.counts(DE).total()).isEqualTo(1);
    }

    @Test
    void rejectsStaleVersionWithBothTexts() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ben");
        var problem = problemOf(() -> shop.editTexts.save(target(DE, OptionalInt.of(1)), command("Drei", TextState.TRANSLATED)));
        assertThat(problem.type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(member(problem, VersionCheck.THEIRS)).isEqualTo("2 Zwei");
        assertThat(member(problem, VersionCheck.BASE)).isEqualTo("1 Eins");
    }

    @Test
    void rejectsNewTextWhereOneExists() {
        shop.save(DE, "Eins", "ann");
        var problem = problemOf(() -> shop.editTexts.save(target(DE, OptionalInt.empty()), command("Zwei", TextState.TRANSLATED)));
        assertThat(member(problem, VersionCheck.THEIRS)).isEqualTo("1 Eins");
        assertThat(problem.members()).doesNotContainKey(VersionCheck.BASE);
    }

    @Test
    void rejectsChangeOfRemovedTextWithItsLastState() {
        shop.save(DE, "Eins", "ann");
        shop.remove(DE, "ben");
        var problem = problemOf(() -> shop.editTexts.save(target(DE, OptionalInt.of(1)), command("Zwei", TextState.TRANSLATED)));
        assertThat(problem.members()).doesNotContainKey(VersionCheck.THEIRS);
        assertThat(member(problem, VersionCheck.BASE)).isEqualTo("1 Eins");
    }

    @Test
    void rejectsUnknownTargets() {
        var unknownLocale = problemOf(() -> shop.save(LocaleTag.parse("fr"), "Un", "ann"));
        assertThat(unknownLocale.type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
        assertThat(unknownLocale.arguments()).containsEntry("offered", "ar, de, en, ja, pl");
        assertThat(problemOf(() -> shop.save(key("missing"), DE, "Eins", TextState.DRAFT, "ann")).type())
                .isEqualTo(ProblemType.UNKNOWN_MESSAGE);
        assertThat(problemOf(() -> shop.approve(DE, "ann")).type()).isEqualTo(ProblemType.UNKNOWN_TEXT);
        assertThat(problemOf(() -> shop.remove(DE, "ann")).type()).isEqualTo(ProblemType.UNKNOWN_TEXT);
    }

    @Test
    void approvesTextAsItIs() {
        shop.save(JA, "上限", "ann");
        shop.approve(JA, "ben");
        assertThat(shop.text(JA).state()).isEqualTo(TextState.APPROVED);
        assertThat(shop.text(JA).author()).isEqualTo("ann");
        assertThat(shop.text(JA).approvedBy()).contains("ben");
        assertThat(shop.text(JA).version()).isEqualTo(2);
    }

    @Test
    void withdrawsApprovalWhenContentChanges() {
        shop.save(DE, "Eins", "ann");
        shop.approve(DE, "ben");
        shop.save(DE, "Zwei", "ann");
        assertThat(shop.text(DE).state()).isEqualTo(TextState.TRANSLATED);
        assertThat(shop.text(DE).approvedBy()).isEmpty();
    }

    @Test
    void restoresApprovedVersionAsTranslated() {
        shop.save(DE, "Eins", "ann");
        shop.approve(DE, "ben");
        shop.save(DE, "Zwei", "ann");
        var restored = shop.editTexts.restore(shop.target(DE, "max"), 2);
        assertThat(restored.text().content()).isEqualTo(content("Eins"));
        assertThat(restored.text().state()).isEqualTo(TextState.TRANSLATED);
        assertThat(restored.text().version()).isEqualTo(4);
    }

    @Test
    void restoresRemovedText() {
        shop.save(DE, "Eins", "ann");
        shop.remove(DE, "ben");
        assertThat(shop.editTexts.restore(target(DE, OptionalInt.empty()), 1).created()).isTrue();
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
    }

    @Test
    void rejectsUnknownVersion() {
        shop.save(DE, "Eins", "ann");
        assertThat(problemOf(() -> shop.editTexts.restore(shop.target(DE, "ann"), 9)).type()).isEqualTo(ProblemType.UNKNOWN_VERSION);
    }

    @Test
    void continuesVersionsOfRemovedText() {
        shop.save(DE, "Eins", "ann");
        shop.remove(DE, "ann");
        assertThat(shop.changes(shop.revision())).singleElement().matches(it -> it.version() == 2 && it.after().isEmpty());
        assertThat(shop.save(DE, "Zwei", "ann").text().version()).isEqualTo(3);
    }

    @Test
    void rejectsRemovalOfNewerVersion() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ben");
        assertThat(problemOf(() -> shop.editTexts.remove(target(DE, OptionalInt.of(1)))).type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(shop.text(DE).content()).isEqualTo(content("Zwei"));
    }

    @Test
    void marksLocaleOfChangedText() {
        long before = shop.revision();
        shop.save(DE, "Eins", "ann");
        assertThat(shop.catalog().localesChangedSince(before)).containsExactly(DE);
        assertThat(shop.catalog().definitionsRevision()).isEqualTo(before);
    }

    @Test
    void checksSavedTextOnce() {
        shop.save(EN, "One", "ann");
        var glossary = new CountingGlossary(shop.ports.glossary());
        var runChecks = new RunChecks(new Checks(AllChecks.ALL), shop.ports.catalogs(), shop.ports.messages(), shop.ports.texts(),
                glossary, it -> { });
        var drafts = new MessageDrafts(shop.ports.catalogs(), shop.ports.messages(), shop.ports.texts(), shop.ports.history(), runChecks);
        new EditTexts(shop.writeCatalog, drafts, shop.ports.history(), new TextPolicy(runChecks, it -> it))
                .save(shop.target(DE, "ann"), command("Eins {undeclared}", TextState.DRAFT));
        assertThat(glossary.reads()).isEqualTo(1);
        assertThat(shop.text(DE).errors()).hasValue(1);
    }

    private static TextTarget target(LocaleTag locale, OptionalInt expectedVersion) {
        return new TextTarget(SHOP, LIMIT, locale, expectedVersion, by("max"));
    }

    /** The version and the message of a problem member. */
    private static String member(ProblemException problem, String name) {
        var state = (VersionedState) problem.members().get(name);
        return state.version() + " " + ((HistoryState.RecordedText) state.state()).content().message();
    }
}
