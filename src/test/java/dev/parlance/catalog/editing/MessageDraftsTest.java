package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.HistoryState.RecordedText;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message.Definition;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.MessageDrafts.BulkUpdate;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change of a draft leaves check results and counts right, or leaves nothing. */
class MessageDraftsTest {
    private static final ArgumentContract NAME = new ArgumentContract(List.of(new Argument("name", ArgumentType.STRING, "Ada")));

    private final CatalogFixture shop = new CatalogFixture();

    @BeforeEach
    void saveTexts() {
        shop.save(EN, "One", "ann");
        shop.save(DE, "Eins", "ann");
    }

    @Test
    void countsTextsByState() {
        shop.save(LIMIT, JA, "一", TextState.DRAFT, "ann");
        shop.approve(DE, "ben");
        assertThat(shop.counts(JA)).isEqualTo(new TextCounts(1, 0, 0, 0, 0, 0));
        assertThat(shop.counts(DE)).isEqualTo(new TextCounts(0, 0, 1, 0, 0, 0));
        shop.remove(JA, "ann");
        assertThat(shop.counts(JA)).isEqualTo(TextCounts.NONE);
    }

    @Test
    void countsOnlyReleasedMessages() {
        updateDefinition(it -> it.withStage(Lifecycle.RETIRED));
        assertThat(shop.counts(DE)).isEqualTo(TextCounts.NONE);
        assertThat(shop.catalog().releasedMessageCount()).isZero();
        updateDefinition(it -> it.withStage(Lifecycle.DEPRECATED));
        assertThat(shop.counts(DE).total()).isEqualTo(1);
        assertThat(shop.catalog().releasedMessageCount()).isEqualTo(1);
    }

    @Test
    void rechecksAllTextsWhenContractChanges() {
        updateDefinition(it -> new Definition(it.position(), it.code(), it.reason(), it.httpStatus(), NAME));
        shop.save(LIMIT, EN, "Hello {name}", TextState.TRANSLATED, "ann");
        assertThat(shop.text(DE).errors()).hasValue(1);
        assertThat(shop.counts(DE)).isEqualTo(new TextCounts(0, 1, 0, 1, 1, 0)).isEqualTo(shop.recomputedCounts(DE));
    }

    @Test
    void rechecksTranslationsWhenSourceChanges() {
        shop.save(EN, "One.", "ann");
        assertThat(shop.text(DE).warnings()).as("the full stop is missing").hasValue(1);
        assertThat(shop.counts(DE)).isEqualTo(new TextCounts(0, 1, 0, 1, 0, 1));
    }

    @Test
    void rechecksAllTextsOnlyWhenConstraintsChange() {
        update(draft -> {
            draft.updateDefinition(withReason(draft.message().definition(), "OTHER"));
            assertThat(draft.textsToRecheck()).isEmpty();
            draft.updateDefinition(withLengthLimit(draft.message().definition(), 80));
            assertThat(draft.textsToRecheck()).hasSize(2);
        });
    }

    @Test
    void leavesNothingWhenChangeThrows() {
        long revision = shop.revision();
        assertThatThrownBy(() -> update(draft -> {
            draft.saveText(JA, recorded("一"));
            draft.removeText(draft.text(DE).orElseThrow());
            draft.updateDefinition(withReason(draft.message().definition(), "OTHER"));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(shop.revision()).isEqualTo(revision);
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
        assertThat(shop.message("limit").definition().reason()).isEqualTo("R_LIMIT");
        assertThat(shop.counts(JA)).isEqualTo(TextCounts.NONE);
        assertThat(shop.changes(revision + 1)).isEmpty();
    }

    @Test
    void recordsOneRevisionForSeveralChanges() {
        long revision = shop.revision();
        update(draft -> {
            draft.saveText(JA, recorded("一"));
            draft.saveText(DE, recorded("Zwei"));
        });
        assertThat(shop.changes(revision + 1)).extracting(it -> it.id().ordinal()).containsExactly(1, 2);
        assertThat(shop.revision()).isEqualTo(revision + 1);
    }

    @Test
    void rejectsUnknownMessage() {
        assertThat(problemOf(() ->
                shop.writeCatalog.run(SHOP, by("ann"), revision -> shop.drafts.update(revision, key("missing"), draft -> draft))).type())
                .isEqualTo(ProblemType.UNKNOWN_MESSAGE);
    }

    @Test
    void createsAndUpdatesInBulk() {
        updateAll(new BulkUpdate(key("new"), Optional.of(definition(5, "new")), it -> it.saveText(EN, recorded("New"))),
                new BulkUpdate(LIMIT, Optional.empty(), it -> it.saveText(DE, recorded("Zwei"))));
        assertThat(shop.message("new").definition().position()).isEqualTo(5);
        assertThat(shop.catalog().releasedMessageCount()).isEqualTo(2);
        assertThat(shop.counts(EN).total()).isEqualTo(2);
        assertThat(shop.text(DE).content()).isEqualTo(content("Zwei"));
    }

    @Test
    void resetsCheckResultsInBulkWhenSourceChanges() {
        updateAll(new BulkUpdate(LIMIT, Optional.empty(), it -> it.saveText(EN, recorded("Two"))));
        assertThat(shop.text(DE).errors()).isEmpty();
        assertThat(shop.counts(DE)).isEqualTo(new TextCounts(0, 1, 0, 1, 0, 0));
    }

    @Test
    void keepsCheckResultsInBulkWhenTranslationStays() {
        updateAll(new BulkUpdate(LIMIT, Optional.empty(), it -> it.saveText(JA, recorded("一"))));
        assertThat(shop.text(DE).errors()).hasValue(0);
        assertThat(shop.text(LIMIT, JA).errors()).isEmpty();
    }

    private void update(Consumer<MessageDraft> change) {
        shop.writeCatalog.run(SHOP, by("ann"), revision -> shop.drafts.update(revision, LIMIT, draft -> {
            change.accept(draft);
            return draft;
        }));
    }

    private void updateDefinition(UnaryOperator<Definition> change) {
        update(draft -> draft.updateDefinition(change.apply(draft.message().definition())));
    }

    private void updateAll(BulkUpdate... updates) {
        shop.writeCatalog.run(SHOP, by("ann"), revision -> {
            shop.drafts.updateAll(revision, List.of(updates));
            return revision;
        });
    }

    private static RecordedText recorded(String message) {
        return new RecordedText(content(message), TextState.TRANSLATED, content("One").contentHash(), Confirmations.NONE);
    }

    private static Definition withReason(Definition it, String reason) {
        return new Definition(it.position(), it.code(), reason, it.httpStatus(), it.contract());
    }

    private static Definition withLengthLimit(Definition it, int limit) {
        return new Definition(it.position(), it.code(), it.reason(), it.httpStatus(), it.contract(), it.tags(), it.lifecycle(), it.advice(),
                limit);
    }
}
