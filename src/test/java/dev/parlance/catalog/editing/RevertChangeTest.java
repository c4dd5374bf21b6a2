package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.HistoryState.RecordedText;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message.Definition;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.history.History;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reverts revisions: completely, or not at all. */
class RevertChangeTest {
    private static final int MANY = 2 * RevertInBatches.BATCH_SIZE + 1;
    private static final List<MessageKey> MANY_KEYS = IntStream.range(0, MANY).mapToObj(it -> key("m" + it)).toList();

    private final CatalogFixture shop = new CatalogFixture();

    @Test
    void restoresPreviousText() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ben");
        long reverted = shop.revision();
        shop.revertLastChange("max");
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
        assertThat(shop.text(DE).version()).isEqualTo(3);
        assertThat(shop.changes(shop.revision())).singleElement()
                .matches(it -> it.cause() == ChangeCause.REVERT && it.revertedRevision().getAsLong() == reverted
                && it.changedBy().equals("max"));
    }

    @Test
    void removesCreatedTextAndCountsIt() {
        shop.save(JA, "一", "ann");
        shop.revertLastChange("max");
        assertThat(shop.readDraft.findMessage(SHOP, LIMIT).texts()).isEmpty();
        assertThat(shop.counts(JA)).isEqualTo(TextCounts.NONE);
    }

    @Test
    void restoresRemovedText() {
        shop.save(DE, "Eins", "ann");
        shop.remove(DE, "ben");
        shop.revertLastChange("max");
        assertThat(shop.text(DE).author()).isEqualTo("ann");
        assertThat(shop.text(DE).version()).isEqualTo(3);
    }

    @Test
    void rejectsRevertIntoRemovedLocale() {
        shop.save(DE, "Eins", "ann");
        shop.remove(DE, "ben");
        long removal = shop.revision();
        shop.editCatalog.removeLocale(SHOP, shop.catalog().version(), DE, by("max"));
        var problem = problemOf(() -> shop.revertChange.revertRevision(SHOP, removal, by("max")));
        assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
    }

    @Test
    void restoresAuthorAndApprover() {
        shop.save(DE, "Eins", "ann");
        shop.approve(DE, "ben");
        shop.save(DE, "Zwei", "max");
        shop.revertLastChange("max");
        assertThat(shop.text(DE).state()).isEqualTo(TextState.APPROVED);
        assertThat(shop.text(DE).author()).isEqualTo("ann");
        assertThat(shop.text(DE).approvedBy()).contains("ben");
    }

    @Test
    void appliesTwoPersonRuleToRevertedAuthor() {
        shop.updateSettings(false, true);
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "max");
        shop.revertLastChange("max");
        assertThat(problemOf(() -> shop.approve(DE, "ann")).type()).isEqualTo(ProblemType.SECOND_PERSON_NEEDED);
        assertThat(shop.approve(DE, "max").text().state()).isEqualTo(TextState.APPROVED);
    }

    @Test
    void revertsVersionsInReverseOrder() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ann");
        long second = shop.revision();
        shop.save(DE, "Drei", "ann");
        long third = shop.revision();
        shop.revertChange.revertRevision(SHOP, third, by("max"));
        shop.revertChange.revertRevision(SHOP, second, by("max"));
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
    }

    @Test
    void rejectsRevertOfOverwrittenVersion() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ann");
        long second = shop.revision();
        shop.save(DE, "Drei", "ann");
        assertThat(problemOf(() -> shop.revertChange.revertRevision(SHOP, second, by("max"))).type()).isEqualTo(ProblemType.CHANGED_SINCE);
        assertThat(shop.text(DE).content()).isEqualTo(content("Drei"));
    }

    @Test
    void revertsChangesOfAuthor() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ben");
        shop.save(DE, "Drei", "ben");
        shop.save(JA, "一", "ann");
        assertThat(revertAuthor("ben").changes()).isEqualTo(2);
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
        assertThat(shop.text(JA).content()).isEqualTo(content("一"));
    }

    @Test
    void doesNotRevertAcrossChangesOfOthers() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ben");
        shop.save(DE, "Drei", "ann");
        shop.save(DE, "Vier", "ben");
        assertThat(problemOf(() -> revertAuthor("ben")).type()).isEqualTo(ProblemType.CHANGED_SINCE);
        assertThat(shop.text(DE).content()).isEqualTo(content("Vier"));
    }

    @Test
    void ignoresChangesOutsidePeriod() {
        shop.save(DE, "Eins", "ann");
        var selection = new History.Selection(null, null, "ann", null, CatalogFixture.NOON.plusSeconds(1), null);
        assertThat(shop.revertChange.revertSelection(SHOP, selection, by("max")).changes()).isZero();
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
    }

    @Test
    void rejectsSelectionOfTooManyChanges() {
        int limit = (int) ResourceLimit.REVERTED_CHANGES.value();
        shop.save(DE, "Eins", "ann");
        shop.writeCatalog.run(SHOP, by("bot"), revision -> {
            IntStream.rangeClosed(0, limit).forEach(it -> revision.recordChange(ChangeTarget.text(LIMIT, DE), it, null, null));
            return revision;
        });
        var problem = problemOf(() -> revertAuthor("bot"));
        assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_CHANGES);
        assertThat(problem.arguments()).containsEntry("limit", limit);
        assertThat(shop.usage.rejections(ResourceLimit.REVERTED_CHANGES)).isEqualTo(1);
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
    }

    private RevertChange.RevertResult revertAuthor(String author) {
        return shop.revertChange.revertSelection(SHOP, new History.Selection(null, null, author, null, null, null), by("max"));
    }

    @Test
    void retiresCreatedMessage() {
        shop.createMessage("other");
        shop.revertLastChange("max");
        assertThat(shop.message("other").definition().lifecycle().stage()).isEqualTo(Lifecycle.RETIRED);
        assertThat(shop.catalog().releasedMessageCount()).isEqualTo(1);
    }

    @Test
    void revertsManyMessagesInBatches() {
        saveMany("Eins");
        saveMany("Zwei");
        long reverted = shop.revision();
        var result = shop.revertChange.revertRevision(SHOP, reverted, by("max"));
        assertThat(result.changes()).isEqualTo(MANY);
        assertThat(shop.changes(shop.revision())).hasSize(MANY).allMatch(it -> it.revertedRevision().getAsLong() == reverted);
        assertThat(textOf(key("m0"))).isEqualTo("Eins");
        assertThat(textOf(key("m" + (MANY - 1)))).isEqualTo("Eins");
        assertThat(shop.counts(DE).translated()).isEqualTo(MANY);
    }

    @Test
    void revertsNothingIfOneOfManyMessagesWasChangedSince() {
        saveMany("Eins");
        saveMany("Zwei");
        long reverted = shop.revision();
        // The first message was changed first, so that its batch is the last one.
        save(key("m0"), "Drei");
        var problem = problemOf(() -> shop.revertChange.revertRevision(SHOP, reverted, by("max")));
        assertThat(problem.type()).isEqualTo(ProblemType.CHANGED_SINCE);
        assertThat(problem.members()).containsEntry(RevertChange.CONFLICTS, List.of(ChangeTarget.text(key("m0"), DE)));
        assertThat(textOf(key("m" + (MANY - 1)))).isEqualTo("Zwei");
    }

    private void saveMany(String text) {
        shop.writeCatalog.run(SHOP, by("bot"), revision -> {
            shop.drafts.updateInBatches(revision, List.of(new MessageDrafts.Batch(MANY_KEYS, Set.of(DE), existing -> MANY_KEYS.stream()
                    .map(it -> new MessageDrafts.BulkUpdate(it, existing.containsKey(it) ? Optional.empty()
                            : Optional.of(CatalogRows.definition(1 + MANY_KEYS.indexOf(it), it.value())), draft -> save(draft, text)))
                    .toList())));
            return revision;
        });
    }

    private void save(MessageKey key, String text) {
        shop.writeCatalog.run(SHOP, by("ann"), revision -> shop.drafts.update(revision, key, draft -> {
            save(draft, text);
            return draft;
        }));
    }

    private static void save(MessageDraft draft, String text) {
        draft.saveText(DE, new RecordedText(content(text), TextState.TRANSLATED, null, Confirmations.NONE));
    }

    private String textOf(MessageKey key) {
        return shop.transactions.call(() -> shop.ports.texts().findAll(SHOP, key)).get(0).content().message();
    }

    @Test
    void revertsRevert() {
        shop.save(DE, "Eins", "ann");
        shop.save(DE, "Zwei", "ann");
        shop.revertLastChange("max");
        shop.revertLastChange("max");
        assertThat(shop.text(DE).content()).isEqualTo(content("Zwei"));
    }

    @Test
    void rejectsRevertOfTextChangedSince() {
        shop.save(DE, "Eins", "ann");
        long revision = shop.revision();
        shop.save(DE, "Zwei", "ben");
        var problem = problemOf(() -> shop.revertChange.revertRevision(SHOP, revision, by("max")));
        assertThat(problem.type()).isEqualTo(ProblemType.CHANGED_SINCE);
        assertThat(problem.members()).containsEntry(RevertChange.CONFLICTS, List.of(ChangeTarget.text(LIMIT, DE)));
        assertThat(shop.text(DE).content()).isEqualTo(content("Zwei"));
    }

    @Test
    void rejectsRevertToReasonInUse() {
        shop.editMessages.update(SHOP, LIMIT, 1, it -> withReason(it, "OTHER"), by("ann"));
        long renamed = shop.revision();
        shop.editMessages.create(SHOP, key("second"), CatalogRows.definition(0, "limit"), by("ben"));
        assertThat(problemOf(() -> shop.revertChange.revertRevision(SHOP, renamed, by("max"))).type())
                .isEqualTo(ProblemType.ALREADY_EXISTS);
        assertThat(shop.message("limit").definition().reason()).isEqualTo("OTHER");
    }

    @Test
    void rejectsUnknownRevision() {
        assertThat(problemOf(() -> shop.revertChange.revertRevision(SHOP, 99, by("max"))).type()).isEqualTo(ProblemType.UNKNOWN_REVISION);
    }

    @Test
    void rejectsRevertOfSettingsAndLocales() {
        shop.updateSettings(true, false);
        assertThat(problemOf(() -> shop.revertLastChange("max")).type()).isEqualTo(ProblemType.NOT_REVERTIBLE);
        shop.editCatalog.offerLocale(SHOP, shop.catalog().version(), DE, true, by("ann"));
        assertThat(problemOf(() -> shop.revertLastChange("max")).type()).isEqualTo(ProblemType.NOT_REVERTIBLE);
    }

    @Test
    void revertsTerm() {
        shop.saveTerm("order", Map.of(DE, "Auftrag"));
        shop.saveTerm("order", Map.of(DE, "Bestellung"));
        shop.revertLastChange("max");
        var term = shop.transactions.call(() -> shop.ports.glossary().find(SHOP, "order")).orElseThrow();
        assertThat(term.content().translations()).containsEntry(DE, "Auftrag");
        assertThat(term.version()).isEqualTo(3);
    }

    @Test
    void removesCreatedTerm() {
        shop.saveTerm("order", Map.of());
        shop.revertLastChange("max");
        assertThat(shop.transactions.call(() -> shop.ports.glossary().find(SHOP, "order"))).isEmpty();
    }

    private static Definition withReason(Definition it, String reason) {
        return new Definition(it.position(), it.code(), reason, it.httpStatus(), it.contract());
    }
}
