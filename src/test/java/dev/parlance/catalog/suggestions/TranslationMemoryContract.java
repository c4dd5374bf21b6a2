package dev.parlance.catalog.suggestions;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.CatalogRows.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.PortContract;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every translation memory. */
public abstract class TranslationMemoryContract extends PortContract {

    @BeforeEach
    public void createTranslations() {
        rows.run(() -> {
            add("same", "The order was rejected", "Der Auftrag wurde abgelehnt", TextState.TRANSLATED);
            add("approved", "The order was rejected", "Der Auftrag ist abgelehnt", TextState.APPROVED);
            add("copy", "The order was rejected", "Der Auftrag wurde abgelehnt", TextState.DRAFT);
            add("similar", "The order was rejected today", "Der Auftrag wurde heute abgelehnt", TextState.APPROVED);
            add("unlike", "Zulu quiz", "Ganz anders", TextState.APPROVED);
        });
    }

    @Test
    public void sortsBySimilarityThenState() {
        assertThat(find("The order was rejected", Set.of(rows.name), Optional.empty(), 9))
                .containsExactly("Der Auftrag ist abgelehnt", "Der Auftrag wurde abgelehnt", "Der Auftrag wurde heute abgelehnt");
    }

    @Test
    public void reservesSimilarityOneForSameText() {
        var suggestions = rows.call(() ->
                rows.ports.translationMemory().findSimilar(query("the order was rejected", DE, Set.of(rows.name), Optional.empty()), 9));
        assertThat(suggestions).isNotEmpty().allMatch(it -> it.similarity() < 1);
    }

    @Test
    public void excludesMessageAndLimitsResults() {
        var own = new MessageId(rows.name.value(), "approved");
        assertThat(find("The order was rejected", Set.of(rows.name), Optional.of(own), 1)).containsExactly("Der Auftrag wurde abgelehnt");
    }

    @Test
    public void searchesGivenCatalogsOnly() {
        assertThat(find("The order was rejected", Set.of(), Optional.empty(), 9)).isEmpty();
        assertThat(find("The order was rejected", Set.of(new CatalogName("no-such-catalog")), Optional.empty(), 9)).isEmpty();
    }

    @Test
    public void findsSameTextInAnyScript() {
        rows.run(() -> {
            rows.addMessage("ja", 90);
            rows.addText("ja", EN, "注文");
            rows.addText("ja", PL, "zamówienie");
            rows.addText("ja", AR, "طلب");
        });
        assertThat(rows.call(() -> rows.ports.translationMemory().findSimilar(query("注文", AR, Set.of(rows.name), Optional.empty()), 9)))
                .singleElement().matches(it -> it.similarity() == 1 && it.translation().equals(content("طلب"))
                && it.origin().orElseThrow().key().value().equals("ja"));
    }

    @Test
    public void findsNothingForEmptyText() {
        assertThat(find("", Set.of(rows.name), Optional.empty(), 9)).isEmpty();
    }

    private List<String> find(String text, Set<CatalogName> catalogs, Optional<MessageId> excluded, int limit) {
        return rows.call(() -> rows.ports.translationMemory().findSimilar(query(text, DE, catalogs, excluded), limit)).stream()
                .map(it -> it.translation().message()).toList();
    }

    private static TranslationMemory.Query query(String text, LocaleTag target, Set<CatalogName> catalogs, Optional<MessageId> excluded) {
        return new TranslationMemory.Query(text, EN, target, catalogs, excluded);
    }

    private void add(String key, String source, String translation, TextState state) {
        rows.addMessage(key, rows.ports.messages().nextPosition(rows.name));
        rows.addText(key, EN, source);
        rows.addText(key, DE, translation, state);
    }
}
