package dev.parlance.publishing.delivery;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.PL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Problems;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.rendering.syntax.Syntax;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadDraftTest {
    private final CatalogFixture shop = new CatalogFixture();
    private final LoadDraft loadDraft = new LoadDraft(shop.ports.catalogs(), shop.ports.messages(), shop.ports.texts(), shop.transactions,
            Clock.fixed(CatalogFixture.NOON, ZoneOffset.UTC));

    @Test
    void loadsTextsInAnyStateWithFallback() {
        shop.save(LIMIT, EN, "Limit reached.", TextState.DRAFT, "ann");
        shop.createMessage("other");
        shop.save(key("other"), EN, "Other.", TextState.TRANSLATED, "ann");
        shop.save(LIMIT, DE, "Grenze erreicht.", TextState.DRAFT, "ann");
        var draft = loadDraft.load(loadDraft.outline(SHOP), Set.of(DE)).snapshot();
        assertThat(draft.isDraft()).isTrue();
        assertThat(draft.offeredLocales().all()).contains(PL);
        assertThat(draft.loadedLocales()).extracting(it -> it.locale()).containsExactlyInAnyOrder(DE, EN);
        assertThat(draft.locale(DE).findMessage("limit")).map(PublishedMessage::text).hasValue("Grenze erreicht.");
        assertThat(draft.locale(DE).findMessage("other")).map(PublishedMessage::text).hasValue("Other.");
    }

    @Test
    void leavesOutRetiredMessagesAndThoseWithoutSource() {
        shop.save(LIMIT, EN, "Limit reached.", TextState.TRANSLATED, "ann");
        shop.createMessage("later");
        shop.createMessage("gone");
        shop.save(key("gone"), EN, "Gone.", TextState.TRANSLATED, "ann");
        shop.editMessages.update(SHOP, key("gone"), 1, it -> it.withStage(Lifecycle.RETIRED), by("ann"));
        var draft = loadDraft.load(loadDraft.outline(SHOP), Set.of()).snapshot();
        assertThat(draft.locale(EN).findMessage("limit")).isPresent();
        assertThat(draft.locale(EN).findMessage("later")).isEmpty();
        assertThat(draft.locale(EN).findMessage("gone")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{n, plural, one{x}}|", "{|", "Fine.|{n, sélect, other{x}", "{0, number, #.#.#}|"})
    void leavesOutTextsThatDoNotCompile(String message, String description) {
        shop.save(LIMIT, EN, "Limit reached.", TextState.TRANSLATED, "ann");
        shop.createMessage("broken");
        store(key("broken"), EN, message, description);
        store(LIMIT, DE, message, description);
        var loaded = loadDraft.load(loadDraft.outline(SHOP), Set.of(DE));
        assertThat(loaded.unusableTexts()).extracting(it -> it.key() + " " + it.locale())
                .containsExactlyInAnyOrder("broken en", "limit de");
        assertThat(loaded.snapshot().locale(DE).findMessage("limit")).map(PublishedMessage::text).hasValue("Limit reached.");
        assertThat(loaded.snapshot().locale(DE).findMessage("broken")).isEmpty();
    }

    /** Stores a text without validation, as an earlier version may have done. */
    private void store(MessageKey key, LocaleTag locale, String message, String description) {
        var text = new MessageText(SHOP, key, locale, 0);
        text.updateContent(new MessageText.TextContent(Syntax.ICU, message, description == null ? "" : description), TextState.TRANSLATED,
                null, Confirmations.NONE, "ann");
        shop.transactions.call(() -> {
            shop.ports.texts().add(text);
            return text;
        });
    }

    @Test
    void compilesOtherTextsWithoutMessages() {
        var draft = loadDraft.withoutMessages(loadDraft.outline(SHOP), Set.of(PL));
        assertThat(draft.locale(PL).locale()).isEqualTo(PL);
        assertThat(draft.locale(EN).findMessage("limit")).isEmpty();
    }

    @Test
    void rejectsUnknownCatalog() {
        assertThat(Problems.problemOf(() -> loadDraft.outline(new CatalogName("none"))).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
    }
}
