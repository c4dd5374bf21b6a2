package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.SearchMessages.FoundMessage;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.recognition.CatalogRecognisers;
import dev.parlance.publishing.release.Draft;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests searches for texts in locales that were not requested. */
class AnyLocaleSearchTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final Snapshot EXCHANGE = Snapshot.ofDraft(ShippedCatalog.load("exchange").toDraft(), "Exchange");

    private final ResourceUsage usage = new ResourceUsage();
    private final SearchMessages search = new SearchMessages(new CatalogRecognisers(usage));
    private final Snapshot shop = new Builder("ar", "de", "en", "ja", "pl", "tr", "zh-Hant")
            .add("limit", "en=Limit of {n} orders per {interval}", "de=Höchstens {n} Aufträge in {interval}",
                    "ja=注文の上限は{interval}ごとに{n}件です", "tr=Sınır: {interval} içinde {n} EMİR", "ar=الحد هو {interval} لكل حساب",
                    "zh-Hant=每{interval}最多可下{n}筆委託")
            .add("width", "en=Full", "ja=ﾁｭｳﾓﾝを受付", "pl=Zażółć gęślą jaźń", "tr=IŞIKLI ILIK İstanbul", "de=Größe überschritten")
            .add("vowels", "en=Closed", "ar=الحِسابُ مُغلَق", "de=Konto geschlossen").build();

    @Test
    void findsEachRenderedTextOfTheExchangeCatalog() {
        for (var locale : EXCHANGE.loadedLocales()) {
            var missed = new ArrayList<String>();
            for (var message : locale.messages()) {
                var text = render(message);
                if (find(EXCHANGE, EN, text, Optional.empty(), 50).stream().noneMatch(it -> it.message().key().equals(message.key()))) {
                    missed.add(message.key() + " " + text);
                }
            }
            assertThat(missed).as(locale.locale().value()).isEmpty();
        }
    }

    private static String render(PublishedMessage message) {
        Map<String, String> examples = message.contract().arguments().stream()
                .collect(Collectors.toMap(Argument::name, it -> it.example().isEmpty() ? "x" : it.example()));
        return message.render(ArgumentValues.bind(message.contract(), examples), ZoneOffset.UTC).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aufträge                                    | limit  | de
            AUFTRAGE in                                 | limit  | de
            aufträge höchstens                          | limit  | de
            Höchstens 5 Aufträge in 10s                 | limit  | de
            [orders] WARN - höchstens 5 aufträge in 10s | limit  | de
            上限                                        | limit  | ja
            注文の上限は10sごとに5件です                | limit  | ja
            每10s最多可下5筆委託                        | limit  | zh-Hant
            emir                                        | limit  | tr
            sinir icinde                                | limit  | tr
            الحد هو                                     | limit  | ar
            الحد هو \u206810s\u2069 لكل حساب            | limit  | ar
            チュウモン                                  | width  | ja
            を受付 ﾁｭｳﾓﾝ                                | width  | ja
            ＧＲÖＳＳＥ                                   | width  | de
            zazołc jazn                                 | width  | pl
            ışıklı ılık istanbul                        | width  | tr
            ISIKLI ILIK ISTANBUL                        | width  | tr
            الحساب                                      | vowels | ar
            مغلق الحساب                                 | vowels | ar
            """)
    void findsTextOfOtherLocale(String text, String code, String matchedLocale) {
        var found = find(shop, EN, text.translateEscapes(), Optional.empty(), 9);
        assertThat(found).first().satisfies(it -> {
            assertThat(it.message().code()).isEqualTo(code);
            assertThat(it.message().locale()).isEqualTo(EN);
            assertThat(it.matchedLocale()).map(LocaleTag::value).contains(matchedLocale);
        });
    }

    @ParameterizedTest
    @CsvSource({"REASON_0,", "m0,", "reason_,", "aufträge,", "Höchstens 5 Aufträge in 10s,", "orders,en", "orders limit,en",
        "Limit of 5 orders per 10s,en", "emir,tr"})
    void namesMatchedLocaleOnlyIfAnotherTextIsReturned(String text, String locale) {
        var expected = Optional.ofNullable(locale).map(LocaleTag::parse);
        assertThat(find(shop, LocaleTag.parse("de"), text, Optional.empty(), 9)).first().extracting(FoundMessage::matchedLocale)
                .isEqualTo(expected);
    }

    @Test
    void findsTextOfOtherLocaleFromPseudoLocale() {
        var found = search.find(query("aufträge"), new Scope(shop, shop.locale(PseudoLocale.ACCENTED)), Optional.empty(), 9);
        assertThat(found).extracting(it -> it.message().code()).containsExactly("limit");
    }

    /** Each message matches the text in exactly one rank. */
    @Test
    void sortsByRankAndContinuesAfterEachResult() {
        var ranked = new Builder("de", "en", "ja")
                .add("g", "en=order {n} rejected", "de=x", "ja=x")
                .add("f", "en=x", "de=x", "ja=rejected: 42 order").add("e", "en=x", "de=x", "ja=the order 42 rejected it")
                .add("d", "en=rejected order", "de=42", "ja=x").add("c", "en=the order 42 rejected it", "de=x", "ja=x")
                .add("b", "en=x", "de=No order 42 rejected", "ja=x").add("order 42 rejected", "en=x", "de=x", "ja=x").build();
        var text = "order 42 rejected";
        var german = LocaleTag.parse("de");
        var all = find(ranked, german, text, Optional.empty(), 99);
        assertThat(codes(all)).containsExactly("order 42 rejected", "c", "b", "d", "e", "f", "g");
        for (int i = 0; i < all.size(); i++) {
            assertThat(codes(find(ranked, german, text, Optional.of(all.get(i).message().key()), 99)))
                    .isEqualTo(codes(all.subList(i + 1, all.size())));
        }
    }

    /** The text is longer than what the message renders to, and differs in case. */
    @Test
    void findsSimilarRenderedTextsIfNoMessageRendersToTheText() {
        var texts = new Builder("en").add("a", "en=Order").add("b", "en=order {n} rejected by {interval}").add("c", "en=order {n}?");
        assertThat(codes(find(texts.build(), EN, "12:10 order 42 REJECTED by \"Bank\".", Optional.empty(), 9))).containsExactly("b");
        assertThat(codes(find(texts.add("d", "en=order {n} REJECTED").build(), EN, "order 42 REJECTED", Optional.empty(), 9)))
                .containsExactly("d");
    }

    @Test
    void usesOtherIndexesOnlyIfThePageIsNotFull() {
        var rendered = new SearchMessages(new RenderedTexts() {
            @Override
            public List<PublishedMessage> findExact(Snapshot snapshot, String text) {
                throw new AssertionError(text);
            }

            @Override
            public List<PublishedMessage> findSimilar(Snapshot snapshot, String text) {
                throw new AssertionError(text);
            }
        });
        var german = LocaleTag.parse("de");
        rendered.find(query("aufträge in"), new Scope(shop, shop.locale(german)), Optional.empty(), 1);
        assertThat(shop.locale(german).hasSearchIndex()).isTrue();
        assertThat(shop.locale(LocaleTag.parse("ja")).hasSearchIndex()).isFalse();

        rendered.find(query("注文の上限"), new Scope(shop, shop.locale(german)), Optional.empty(), 1);
        assertThat(shop.locale(LocaleTag.parse("ja")).hasSearchIndex()).isTrue();
    }

    @Test
    void findsWordsWithoutMemoryForRecognition() {
        usage.acquire(ResourceLimit.RECOGNITION_INDEXES, ResourceLimit.RECOGNITION_INDEXES.value());
        assertThat(codes(find(shop, EN, "aufträge höchstens", Optional.empty(), 9))).containsExactly("limit");
        assertThat(find(shop, EN, "Höchstens 5 Aufträge in 10s", Optional.empty(), 9)).isEmpty();
    }

    private static List<String> codes(List<FoundMessage> found) {
        return found.stream().map(it -> it.message().code()).toList();
    }

    private List<FoundMessage> find(Snapshot snapshot, LocaleTag locale, String text, Optional<String> after, int limit) {
        return search.find(query(text), new Scope(snapshot, snapshot.locale(locale)), after, limit);
    }

    private static MessageQuery query(String text) {
        return new MessageQuery(Optional.of(text), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** Messages with a number {@code n} and a string {@code interval}. */
    private static final class Builder {
        private static final ArgumentContract CONTRACT = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5"),
                new Argument("interval", ArgumentType.STRING, "10s")));
        private final Map<MessageKey, Message.Definition> definitions = new LinkedHashMap<>();
        private final Map<LocaleTag, Map<MessageKey, TextContent>> texts = new HashMap<>();

        Builder(String... locales) {
            List.of(locales).forEach(it -> texts.put(LocaleTag.parse(it), new HashMap<>()));
        }

        /** @param localized a locale and its text, separated by an equals sign */
        Builder add(String name, String... localized) {
            var key = new MessageKey("m" + definitions.size());
            definitions.put(key, new Message.Definition(definitions.size(), name, "REASON_" + definitions.size(), 400, CONTRACT));
            for (var it : localized) {
                var parts = it.split("=", 2);
                texts.get(LocaleTag.parse(parts[0])).put(key, new TextContent(Syntax.ICU, parts[1], ""));
            }
            return this;
        }

        Snapshot build() {
            return Snapshot.ofDraft(new Draft(new CatalogName("shop"), EN, new TreeSet<>(texts.keySet()), definitions, texts), "Shop");
        }
    }
}
