package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.CatalogRows.key;
import static dev.parlance.catalog.CatalogRows.retired;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results of {@link Messages#findKeys} for each part of a {@link DraftQuery}, and {@link Messages#count} counts. */
public abstract class DraftQueryContract extends PortContract {

    @BeforeEach
    public void createMessages() {
        rows.run(() -> {
            rows.addMessage("order.new", definition(0, "order.new").withTags(Tags.of(List.of("order", "top"))));
            rows.addMessage("order_x", definition(1, "order_x").withTags(Tags.of(List.of("reorder"))));
            rows.addMessage("limit", 2);
            rows.addMessage("old", retired(definition(3, "old")));
            rows.addText("order.new", EN, "Order placed");
            rows.addText("order.new", DE, "Auftrag erteilt", TextState.APPROVED);
            rows.addText("order.new", PL, "Złożono zamówienie", TextState.DRAFT).recordFindings(1, 0);
            rows.addText("order.new", AR, "تم تقديم الطلب").recordFindings(0, 2);
            rows.addText("order_x", EN, "100% sure_thing");
            rows.addText("order_x", JA, "注文を受け付けました").markRejected();
            rows.ports.texts().find(rows.name, key("order_x"), EN).orElseThrow().updateContent(
                    new TextContent(Syntax.PLAIN, "50% sure_thing", "Shown on the wall"), TextState.TRANSLATED, null, Confirmations.NONE,
                            "ann");
            rows.addText("old", DE, "Alt");
        });
    }

    @ParameterizedTest
    @CsvSource({"de,UNTRANSLATED,order_x limit", "de,APPROVED,order.new", "de,TRANSLATED,''", "pl,DRAFT,order.new",
            "ar,TRANSLATED,order.new",
        "ja,STALE,order_x", "de,STALE,''", "en,STALE,''", "pl,ERRORS,order.new", "ar,ERRORS,''", "ar,WARNINGS,order.new", "pl,WARNINGS,''",
        "ja,REJECTED,order_x", "de,REJECTED,''"})
    public void filtersByTextOfLocale(String locale, TextFilter filter, String expected) {
        assertThat(find(locale, filter, null, null, null, null, null)).isEqualTo(expected);
    }

    @Test
    public void filtersBySeveralStates() {
        var query = new DraftQuery(DE, Set.of(TextFilter.UNTRANSLATED, TextFilter.APPROVED), null, null, null, null, null);
        rows.call(() -> assertThat(rows.ports.messages().findKeys(rows.catalog(), query, null, 9))
                .extracting(MessageKey::value).containsExactly("order.new", "order_x", "limit"));
    }

    @ParameterizedTest
    @CsvSource({"de,ann,order.new", "de,bob,''", "en,ann,order.new order_x", "ja,ann,order_x"})
    public void filtersByAuthorOfText(String locale, String author, String expected) {
        var query = new DraftQuery(LocaleTag.parse(locale), Set.of(), null, null, null, null, null, author);
        assertThat(rows.call(() -> rows.ports.messages().findKeys(rows.catalog(), query, null, 9)).stream().map(MessageKey::value)
                .collect(Collectors.joining(" "))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"order,order.new", "reorder,order_x", "top,order.new", "ord,''"})
    public void filtersByWholeTag(String tag, String expected) {
        assertThat(find("de", null, tag, null, null, null, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"order,order.new order_x", "order_,order_x", "order.,order.new", "Order,''", "'',order.new order_x limit"})
    public void filtersByPrefixOfKey(String prefix, String expected) {
        assertThat(find("de", null, null, prefix, null, null, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"limit,limit", "lim,''", "order.new,order.new"})
    public void filtersByWholeCode(String code, String expected) {
        assertThat(find("de", null, null, null, code, null, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"de,PLACED,order.new", "de,auftrag,order.new", "pl,auftrag,''", "pl,Złożono,order.new", "ar,الطلب,order.new",
            "ja,注文,order_x", "de,r_lim,limit",
        "de,WALL,order_x", "pl,ZŁOŻONO,order.new", "pl,ＺŁOŻONO,order.new", "de,auf\u200Btrag,order.new", "de,\u200B,''",
        "de,ＡＵＦＴＲＡＧ,order.new", "ja,注\uFEFF文,order_x", "de,0%,order_x", "de,e_t,order_x", "de,%,order_x", "de,\\,''", "de,'',''"})
    public void searchesKeyReasonAndTextsLiterally(String locale, String term, String expected) {
        assertThat(find(locale, null, null, null, null, term, null)).isEqualTo(expected);
    }

    /** In Turkish and Azerbaijani, the lower case of I is ı. Keys and reasons are in no language. */
    @ParameterizedTest
    @CsvSource({"tr,LIMIT,limit", "tr,limit,limit", "az,LIMIT,limit", "tr,IŞIK,light", "tr,ışık,light", "tr,işik,''"})
    public void searchesKeysInCatalogsOfEveryLanguage(String source, String term, String expected) {
        var sourceLocale = LocaleTag.parse(source);
        var catalog = new CatalogRows(rows.ports, sourceLocale);
        catalog.run(() -> {
            catalog.addMessage("limit", 0);
            catalog.addMessage("light", 1);
            catalog.addText("light", sourceLocale, "IŞIK");
        });
        var query = new DraftQuery(sourceLocale, Set.of(), null, null, null, term, null);
        assertThat(catalog.call(() -> catalog.ports.messages().findKeys(catalog.catalog(), query, null, 9)).stream().map(MessageKey::value)
                .collect(Collectors.joining(" "))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"RETIRED,old", "ACTIVE,order.new order_x limit", "DEPRECATED,''", ",order.new order_x limit"})
    public void filtersByLifecycle(@Nullable Lifecycle lifecycle, String expected) {
        assertThat(find("de", null, null, null, null, null, lifecycle)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"order,order.,placed,order.new", "order,order_,placed,''", "reorder,order,wall,order_x"})
    public void combinesConditions(String tag, String prefix, String term, String expected) {
        assertThat(find("de", null, tag, prefix, null, term, null)).isEqualTo(expected);
    }

    /** Returns the keys, separated by spaces. Also asserts that as many are counted as are found. */
    private String find(String locale, @Nullable TextFilter filter, @Nullable String tag, @Nullable String prefix, @Nullable String code,
                        @Nullable String term, @Nullable Lifecycle lifecycle) {
        var query = new DraftQuery(LocaleTag.parse(locale), filter == null ? Set.of() : Set.of(filter), tag, prefix, code, term, lifecycle);
        return rows.call(() -> {
            var keys = rows.ports.messages().findKeys(rows.catalog(), query, null, 9);
            assertThat(rows.ports.messages().count(rows.catalog(), query)).isEqualTo(keys.size());
            return keys.stream().map(MessageKey::value).collect(Collectors.joining(" "));
        });
    }
}
