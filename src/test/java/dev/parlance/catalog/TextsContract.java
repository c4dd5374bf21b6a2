package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.CatalogRows.content;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.CatalogRows.key;
import static dev.parlance.catalog.CatalogRows.keys;
import static dev.parlance.catalog.CatalogRows.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.rendering.syntax.Syntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every repository of texts. For check results see {@link UncheckedTextsContract}. */
public abstract class TextsContract extends PortContract {

    @Test
    public void removesTextsOfOneLocale() {
        rows.run(() -> {
            rows.addMessage("one", 0);
            rows.addText("one", EN, "One");
            rows.addText("one", DE, "Eins");
        });
        rows.run(() -> {
            assertThat(rows.ports.texts().findAll(rows.name, DE)).hasSize(1);
            rows.ports.texts().removeAll(rows.name, DE);
        });
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name))).extracting(MessageText::locale).containsExactly(EN);
    }

    @Test
    public void makesAnotherLocaleTheSource() {
        rows.run(() -> {
            rows.addMessage("one", 0);
            rows.addText("one", EN, "One");
            rows.addText("one", DE, "Eins");
            rows.ports.texts().changeSource(rows.name, DE);
        });
        rows.run(() -> {
            var german = rows.ports.texts().find(rows.name, CatalogRows.key("one"), DE).orElseThrow();
            var english = rows.ports.texts().find(rows.name, CatalogRows.key("one"), EN).orElseThrow();
            assertThat(german.historyState().sourceHash()).isNull();
            assertThat(english.historyState().sourceHash()).isEqualTo(german.content().contentHash());
            assertThat(english.errors()).isEmpty();
        });
    }


    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Zażółć gęślą jaźń", "مرحبا\n😀", "注文を受け付けました", "'{'%s'}'"})
    public void returnsTextAsSaved(String message) {
        var confirmed = new Confirmations(List.of(new Confirmation("numbers", message, "ben")));
        var state = new HistoryState.RecordedText(new TextContent(Syntax.PRINTF, message, message), TextState.APPROVED, "hash", confirmed,
                new HistoryState.RecordedText.Attribution("ann", "ben"));
        rows.run(() -> {
            rows.addMessage("limit", 0);
            rows.addText("limit", PL, "Old").applyState(state, "max");
        });
        var text = rows.call(() -> rows.ports.texts().find(rows.name, key("limit"), PL)).orElseThrow();
        assertThat(text.historyState()).isEqualTo(state);
        assertThat(text.version()).isEqualTo(2);
    }

    @Test
    public void keepsFindingsAndShippedDigest() {
        rows.run(() -> {
            rows.addMessage("limit", 0);
            rows.addText("limit", EN, "Limit").recordFindings(2, 3);
            rows.addText("limit", DE, "Grenze").markShipped("digest");
        });
        var english = rows.call(() -> rows.ports.texts().find(rows.name, key("limit"), EN)).orElseThrow();
        assertThat(List.of(english.errors().orElseThrow(), english.warnings().orElseThrow())).containsExactly(2, 3);
        assertThat(rows.call(() -> rows.ports.texts().find(rows.name, key("limit"), DE)).orElseThrow().shippedDigest()).contains("digest");
    }

    @Test
    public void returnsTextsOfMessageByLocale() {
        rows.run(() -> {
            addMessages("limit", "other");
            List.of(PL, EN, AR).forEach(it -> rows.addText("limit", it, "Text"));
            rows.addText("other", DE, "Text");
        });
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name, key("limit")))).extracting(MessageText::locale)
                .containsExactly(AR, EN, PL);
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name))).hasSize(4);
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name, key("missing")))).isEmpty();
    }

    @Test
    public void returnsTextsOfSomeMessagesInLocale() {
        rows.run(() -> {
            addMessages("a", "b", "c");
            keys("a", "b", "c").forEach(it -> rows.addText(it.value(), JA, "テキスト"));
            rows.addText("a", DE, "Text");
        });
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name, JA, keys("a", "c", "missing")))).containsOnlyKeys(key("a"),
                key("c"));
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name, JA, List.of()))).isEmpty();
    }

    @Test
    public void returnsContentsInRequestedStates() {
        rows.run(() -> {
            addMessages("a", "b", "c");
            rows.addText("a", AR, "مسودة", TextState.DRAFT);
            rows.addText("b", AR, "", TextState.TRANSLATED);
            rows.addText("c", AR, "معتمد", TextState.APPROVED);
        });
        assertThat(rows.call(() -> rows.ports.texts().findContents(rows.name, AR, EnumSet.of(TextState.TRANSLATED, TextState.APPROVED))))
                .isEqualTo(Map.of(key("b"), content(""), key("c"), content("معتمد")));
        assertThat(rows.call(() -> rows.ports.texts().findContents(rows.name, DE, EnumSet.allOf(TextState.class)))).isEmpty();
    }

    @Test
    public void removesText() {
        rows.run(() -> {
            addMessages("limit");
            rows.addText("limit", DE, "Grenze");
            rows.addText("limit", EN, "Limit");
        });
        rows.run(() -> rows.ports.texts().remove(rows.ports.texts().find(rows.name, key("limit"), DE).orElseThrow()));
        assertThat(rows.call(() -> rows.ports.texts().findAll(rows.name))).extracting(MessageText::locale).containsExactly(EN);
    }

    @Test
    public void rejectsSecondTextOfLocale() {
        rows.run(() -> {
            addMessages("limit");
            rows.addText("limit", DE, "Grenze");
        });
        assertThatThrownBy(() -> rows.run(() -> rows.addText("limit", DE, "Schranke"))).isInstanceOf(RuntimeException.class);
        assertThat(rows.call(() ->
                rows.ports.texts().findContents(rows.name, DE, Set.of(TextState.TRANSLATED)))).containsValue(content("Grenze"));
    }

    @Test
    public void findsTranslationsOfSameSource() {
        rows.run(() -> {
            addMessages("a", "b", "c", "d");
            keys("a", "b", "c").forEach(it -> rows.addText(it.value(), EN, "注文 Buy"));
            rows.addText("d", EN, "注文 buy");
            rows.addText("a", DE, "Kaufen");
            rows.addText("b", DE, "Erwerben");
            rows.addText("c", DE, "Kaufen");
            rows.addText("d", DE, "Anders");
        });
        assertThat(siblings(List.of("a", "b", "d")))
                .isEqualTo(Map.of(key("a"), List.of("Erwerben", "Kaufen"), key("b"), List.of("Kaufen")));
    }

    @Test
    public void findsNoSiblingsWithoutSourceOrTranslation() {
        rows.run(() -> {
            addMessages("a", "b");
            rows.addText("a", EN, "");
            rows.addText("b", EN, "");
        });
        assertThat(siblings(List.of("a", "missing"))).isEmpty();
    }

    @Test
    public void limitsSiblingTranslations() {
        rows.run(() -> IntStream.range(0, 25).forEach(it -> {
            rows.addMessage("m" + it, it);
            rows.addText("m" + it, EN, "Buy");
            rows.addText("m" + it, DE, "Kaufen " + it);
        }));
        assertThat(siblings(List.of("m0")).get(key("m0"))).hasSize(20).doesNotHaveDuplicates().doesNotContain("Kaufen 0").isSorted();
    }

    @Test
    public void findsErrorsOfReleasedMessagesByLocaleThenKey() {
        rows.run(() -> {
            addMessages("a", "b");
            rows.addMessage("gone", retired(definition(2, "gone")));
            List.of("b", "a", "gone").forEach(it -> rows.addText(it, PL, "Błąd").recordFindings(1, 0));
            rows.addText("b", AR, "خطأ").recordFindings(2, 0);
            rows.addText("a", AR, "خطأ", TextState.DRAFT).recordFindings(1, 0);
            rows.addText("a", DE, "Warnung").recordFindings(0, 1);
        });
        assertThat(errors(9)).containsExactly("ar b", "pl a", "pl b");
        assertThat(errors(2)).containsExactly("ar b", "pl a");
    }

    private List<String> errors(int limit) {
        return rows.call(() -> rows.ports.texts().findWithErrors(rows.name, EnumSet.of(TextState.TRANSLATED, TextState.APPROVED), limit))
                .stream()
                .map(it -> it.locale() + " " + it.key()).toList();
    }

    private Map<MessageKey, List<String>> siblings(List<String> keys) {
        return rows.call(() -> rows.ports.texts().findSiblingTranslations(rows.name, EN, DE, keys.stream().map(MessageKey::new).toList()));
    }

    private void addMessages(String... keys) {
        IntStream.range(0, keys.length).forEach(it -> rows.addMessage(keys[it], it));
    }
}
