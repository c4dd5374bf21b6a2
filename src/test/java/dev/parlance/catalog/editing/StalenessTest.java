package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditCatalog.CatalogState;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When the source of a translation counts as changed. */
class StalenessTest {
    private final CatalogFixture shop = new CatalogFixture();

    @Test
    void marksTranslationStaleWhenSourceChanges() {
        saveBoth();
        shop.save(EN, "Two", "ben");
        assertThat(isStale()).isTrue();
    }

    @Test
    void marksTranslationStaleWhenRemovedSourceIsReplaced() {
        saveBoth();
        shop.remove(EN, "ann");
        shop.save(EN, "Other", "ann");
        assertThat(isStale()).isTrue();
    }

    @Test
    void keepsTranslationFreshWhenSameSourceIsRestored() {
        saveBoth();
        shop.remove(EN, "ann");
        shop.save(EN, "One", "ann");
        assertThat(isStale()).isFalse();
    }

    @Test
    void keepsTranslationFreshWhenOnlyStateOfSourceChanges() {
        saveBoth();
        shop.approve(EN, "ben");
        assertThat(isStale()).isFalse();
    }

    @Test
    void treatsTranslationWithoutSourceAsFresh() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        shop.remove(EN, "ann");
        assertThat(isStale()).isFalse();
    }

    @Test
    void marksTranslationFreshWhenItIsSavedAgain() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        shop.save(DE, "Eins", "ben");
        assertThat(isStale()).isFalse();
    }

    @Test
    void marksTranslationFreshWhenSourceChangeIsReverted() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        shop.revertLastChange("max");
        assertThat(isStale()).isFalse();
    }

    @Test
    void restoresTranslationWithItsOriginalSource() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        shop.save(DE, "Zwei", "ann");
        assertThat(shop.editTexts.restore(shop.target(DE, "ann"), 1).stale()).isTrue();
        assertThat(isStale()).isTrue();
    }

    @Test
    void comparesWithGivenSourceHash() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        var command = new SaveTextCommand(content("Uno"), TextState.DRAFT, Map.of(), content("One").contentHash());
        assertThat(shop.editTexts.save(shop.target(DE, "ben"), command).stale()).isTrue();
    }

    @Test
    void keepsTextStaleWhenJobLeavesContentUnchanged() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        saveByJob(TextState.TRANSLATED);
        assertThat(shop.text(DE).version()).isEqualTo(1);
        saveByJob(TextState.DRAFT);
        assertThat(isStale()).isTrue();
    }

    @Test
    void marksTextFreshWhenJobApprovesIt() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        saveByJob(TextState.APPROVED);
        assertThat(isStale()).isFalse();
    }

    @Test
    void showsSourceThatStaleTextWasMadeFrom() {
        saveBoth();
        assertThat(shop.readDraft.findText(SHOP, LIMIT, DE).madeFrom()).isNull();
        shop.save(EN, "Two", "ann");
        shop.save(EN, "Three", "ann");
        assertThat(shop.readDraft.findText(SHOP, LIMIT, DE).madeFrom()).isEqualTo(CatalogFixture.content("One"));
    }

    @Test
    void leavesRejectedTextStale() {
        saveBoth();
        shop.save(EN, "Two", "ann");
        shop.editTexts.reject(new TextTarget(SHOP, LIMIT, DE, OptionalInt.of(1), by("ben")));
        assertThat(shop.text(DE).state()).isEqualTo(TextState.DRAFT);
        assertThat(isStale()).isTrue();
    }

    @Test
    void countsRevertedTextAsMadeFromPresentSourceLocale() {
        saveBoth();
        shop.save(DE, "Zwei", "ann");
        long german = shop.revision();
        shop.save(EN, "Two", "ann");
        long english = shop.revision();
        makeGermanTheSource();
        shop.revertChange.revertRevision(SHOP, german, by("max"));
        shop.revertChange.revertRevision(SHOP, english, by("max"));
        assertThat(shop.text(DE).historyState().sourceHash()).as("not stale against itself").isNull();
        assertThat(shop.text(EN).historyState().sourceHash()).isEqualTo(content("Eins").contentHash());
        shop.save(DE, "Drei", "ann");
        assertThat(shop.counts(EN).stale()).isEqualTo(1);
    }

    @Test
    void countsRestoredTextAsMadeFromPresentSourceLocale() {
        saveBoth();
        shop.save(DE, "Zwei", "ann");
        makeGermanTheSource();
        assertThat(shop.editTexts.restore(shop.target(DE, "max"), 1).stale()).isFalse();
        assertThat(shop.text(DE).historyState().sourceHash()).isNull();
    }

    private void makeGermanTheSource() {
        shop.editCatalog.update(SHOP, shop.catalog().version(), it -> new CatalogState(it.settings(), DE, it.publiclyReadable()),
                by("max"));
    }

    private void saveBoth() {
        shop.save(EN, "One", "ann");
        shop.save(DE, "Eins", "ann");
    }

    private void saveByJob(TextState state) {
        var context = by("max").withJob(UUID.randomUUID());
        shop.writeCatalog.run(SHOP, context, revision -> shop.drafts.update(revision, LIMIT, draft -> {
            var text = draft.text(DE).orElseThrow();
            return shop.editTexts.save(revision, draft, new TextTarget(SHOP, LIMIT, DE, OptionalInt.of(text.version()), context),
                    new SaveTextCommand(text.content(), state, Map.of()));
        }));
    }

    /** Asserts that all readers of a draft, and both ways to count, agree. */
    private boolean isStale() {
        boolean stale = shop.readDraft.findText(SHOP, LIMIT, DE).stale();
        assertThat(shop.readDraft.findMessage(SHOP, LIMIT).isStale(shop.text(DE))).as("in the message").isEqualTo(stale);
        assertThat(shop.readDraft.findPage(SHOP, new DraftQuery(DE, Set.of(TextFilter.STALE), null, null, null, null, null), null, 1)
                .rows())
                .as("in the list").hasSize(stale ? 1 : 0);
        assertThat(shop.counts(DE).stale()).as("counted").isEqualTo(stale ? 1 : 0);
        assertThat(shop.recomputedCounts(DE)).as("recomputed").isEqualTo(shop.counts(DE));
        return stale;
    }
}
