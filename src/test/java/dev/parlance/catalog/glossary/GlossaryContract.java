package dev.parlance.catalog.glossary;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.CatalogRows.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.HistoryState.TermContent;
import dev.parlance.catalog.PortContract;
import dev.parlance.catalog.TextCounts;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of every glossary. */
public abstract class GlossaryContract extends PortContract {

    @Test
    public void returnsTermAsSaved() {
        var content = new TermContent("注文 😀", true, "", new TreeMap<>(Map.of(PL, "zamówienie", AR, "طلب")));
        rows.run(() -> add(content));
        var term = rows.call(() -> rows.ports.glossary().find(rows.name, "注文 😀")).orElseThrow();
        assertThat(term.content()).isEqualTo(content);
        assertThat(term.version()).isEqualTo(1);
    }

    @Test
    public void pagesTermsInOrder() {
        rows.run(() -> List.of("zlecenie", "注文", "order", "żółw").forEach(it -> add(term(it, Map.of()))));
        assertThat(page("", 9)).containsExactly("order", "zlecenie", "żółw", "注文");
        assertThat(page("", 2)).containsExactly("order", "zlecenie");
        assertThat(page("zlecenie", 9)).containsExactly("żółw", "注文");
        assertThat(page("注文", 9)).isEmpty();
        assertThat(rows.<Integer>call(() -> rows.ports.glossary().size(rows.name))).isEqualTo(4);
    }

    @Test
    public void returnsTermsThatApplyToLocale() {
        rows.run(() -> {
            add(term("order", Map.of(DE, "Auftrag")));
            add(term("limit", Map.of(JA, "制限")));
            add(new TermContent("ISIN", true, "", new TreeMap<>()));
        });
        assertThat(rows.call(() -> rows.ports.glossary().checkedTerms(rows.name, DE))).containsExactlyInAnyOrder(
                new CheckedTerm("order", Optional.of("Auftrag"), false), new CheckedTerm("ISIN", Optional.empty(), true));
        assertThat(rows.call(() -> rows.ports.glossary().checkedTerms(rows.name, PL)))
                .containsExactly(new CheckedTerm("ISIN", Optional.empty(), true));
    }

    @Test
    public void removesTerm() {
        rows.run(() -> add(term("order", Map.of())));
        rows.run(() -> rows.ports.glossary().remove(rows.ports.glossary().find(rows.name, "order").orElseThrow()));
        assertThat(rows.call(() -> rows.ports.glossary().find(rows.name, "order"))).isEmpty();
    }

    @Test
    public void distinguishesCaseAndCatalog() {
        rows.run(() -> add(term("order", Map.of())));
        var other = new CatalogRows(rows.ports, EN);
        assertThat(rows.call(() -> rows.ports.glossary().find(rows.name, "Order"))).isEmpty();
        assertThat(other.call(() -> rows.ports.glossary().find(other.name, "order"))).isEmpty();
        assertThat(other.<Integer>call(() -> rows.ports.glossary().size(other.name))).isZero();
    }

    @Test
    public void rejectsDuplicateTerm() {
        rows.run(() -> add(term("order", Map.of(DE, "Auftrag"))));
        assertThatThrownBy(() -> rows.run(() -> add(term("order", Map.of())))).isInstanceOf(RuntimeException.class);
        assertThat(rows.call(() -> rows.ports.glossary().checkedTerms(rows.name, DE))).hasSize(1);
    }

    @Test
    public void returnsCountsOfResetTextsOfReleasedMessages() {
        rows.runAndRollBack(() -> {
            addMessage("one", 0, "An Order", 1, 2);
            addMessage("two", 1, "Two orders", 3, 0);
            addMessage("three", 2, "A limit", 1, 1);
            rows.addMessage("gone", retired(definition(3, "gone")));
            addTexts("gone", "An order", 1, 1);
            assertThat(rows.ports.glossary().resetCheckResults(rows.name, EN, "order"))
                    .isEqualTo(Map.of(DE, new TextCounts(0, 0, 0, 0, 2, 1)));
            assertThat(unchecked()).containsExactlyInAnyOrder("one de", "two de", "gone de");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja | 注文       | 新しい注文です        | 別の文です
            ja | 注文 番号  | この注文　番号です    | この番号です
            ru | ордер      | Новый ОРДЕР принят    | Новая заявка принята
            ru | Заявка     | ваша заявка отклонена | ваш ордер отклонён
            pl | ŻÓŁW       | Gdzie jest żółw?      | Gdzie jest kot?
            el | ΤΈΛΟΣ      | το τέλος              | αρχή
            de | Straße     | Die STRASSE           | Der Weg
            de | STRASSE    | Die Straße            | Der Weg
            tr | İptal      | İptal edildi          | Emir verildi
            ar | أمر        | هذا أمر جديد          | هذا طلب جديد
            en | stop-limit | A Stop-Limit order    | A limit order
            en | 100%       | Pays 100%% now        | Pays 10 now
            """)
    public void resetsTranslationsWhoseSourceContainsTerm(String source, String term, String matching, String other) {
        var locale = LocaleTag.parse(source);
        rows = new CatalogRows(rows.ports, locale);
        var translated = locale.equals(DE) ? PL : DE;
        rows.runAndRollBack(() -> {
            List.of(matching, other, "").forEach(it -> {
                var key = "m" + rows.ports.messages().nextPosition(rows.name);
                rows.addMessage(key, rows.ports.messages().nextPosition(rows.name));
                rows.addText(key, locale, it);
                rows.addText(key, translated, "…");
            });
            rows.ports.glossary().resetCheckResults(rows.name, locale, term);
            assertThat(unchecked()).containsExactly("m0 " + translated);
        });
    }

    private void addMessage(String key, int position, String source, int errors, int warnings) {
        rows.addMessage(key, position);
        addTexts(key, source, errors, warnings);
    }

    private void addTexts(String key, String source, int errors, int warnings) {
        rows.addText(key, EN, source);
        rows.addText(key, DE, "…").recordFindings(errors, warnings);
    }

    private List<String> unchecked() {
        return rows.ports.texts().findUnchecked(rows.name, 9).stream().map(it -> it.key() + " " + it.locale()).toList();
    }

    private void add(TermContent content) {
        var term = new GlossaryTerm(rows.name, content.term(), 0);
        term.update(content);
        rows.ports.glossary().add(term);
    }

    private static TermContent term(String term, Map<LocaleTag, String> translations) {
        return new TermContent(term, false, "", new TreeMap<>(translations));
    }

    private List<String> page(String after, int limit) {
        return rows.call(() -> rows.ports.glossary().page(rows.name, after, limit)).stream().map(GlossaryTerm::term).toList();
    }
}
