package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Tags;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.SearchMessages.FoundMessage;
import dev.parlance.publishing.memory.SearchMessages.Position;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.recognition.CatalogRecognisers;
import dev.parlance.publishing.release.Draft;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of search results, in one catalog and across catalogs. */
class RankedSearchTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag TR = LocaleTag.parse("tr");

    private static final SearchMessages SEARCH = new SearchMessages(new CatalogRecognisers(new ResourceUsage()));

    private final Snapshot shop = new Builder("shop")
            .add("about-limit", "1", "ABOUT_LIMIT", 400, "See limit-1015 and too_many_orders", "İlgili sınır", List.of())
            .add("other", "-1015", "OTHER", 400, "Nothing", "Hiçbir şey", List.of())
            .add("-1015", "2", "TOO_MANY_ORDERS", 429, "Too many new orders, the current limit is {n} orders per {interval}",
                    "Çok fazla emir", List.of("rate-limit"))
            .add("words", "3", "WORDS", 400, "The limit of the orders", "LİMİT aşıldı", List.of("rate-limit"))
            .add("status", "4", "STATUS", 429, "注文の上限は{n}件です", "x", List.of()).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1015                | other,-1015,about-limit
            too_many_orders      | -1015,about-limit
            limit                | about-limit,-1015,words
            LIMIT                | about-limit,-1015,words
            limıt aşıldı         | words
            orders limit         | about-limit,-1015,words
            cok fazla            | -1015
            上限                 | status
            注文の上限は5件です  | status
            429                  | -1015,status
            rate-limit           | -1015,words
            Too many new orders, the current limit is 5 orders per 10s | -1015
            nothing of the kind  | other
            no such sentence     | ''
            """)
    void findsBestMatchesFirst(String text, String keys) {
        assertThat(String.join(",", find(shop, text, Optional.empty(), 9))).isEqualTo(keys);
    }

    @Test
    void continuesAfterEachResult() {
        for (var text : List.of("limit", "orders limit", "-1015", "429")) {
            var all = find(shop, text, Optional.empty(), 9);
            var paged = new ArrayList<String>();
            Optional<String> after = Optional.empty();
            for (var page = find(shop, text, after, 1); !page.isEmpty(); page = find(shop, text, after, 1)) {
                paged.addAll(page);
                after = Optional.of(page.get(0));
            }
            assertThat(paged).as(text).isEqualTo(all).hasSizeGreaterThan(1);
        }
        assertThat(find(shop, "limit", Optional.of("removed"), 9)).isEmpty();
        assertThat(find(shop, "limit", Optional.of("other"), 9)).isEmpty();
    }

    @Test
    void combinesTextWithFilters() {
        var query = new MessageQuery(Optional.of("limit"), Optional.of("2"), OptionalInt.of(429), Optional.of("-"),
                Optional.of("rate-limit"));
        assertThat(find(shop, query, Optional.empty(), 9)).containsExactly("-1015");
    }

    @Test
    void ranksAcrossCatalogs() {
        var bank = new Builder("bank").add("a", "5", "A", 400, "The limit", "x", List.of())
                .add("limit", "6", "B", 400, "No match here", "x", List.of()).build();
        var scopes = List.of(new Scope(bank, bank.locale(EN)), new Scope(shop, shop.locale(TR)));
        var all = positions(scopes, Optional.empty());
        assertThat(all).containsExactly(new Position("bank", "limit"), new Position("bank", "a"), new Position("shop", "about-limit"),
                new Position("shop", "-1015"), new Position("shop", "words"));
        for (int i = 0; i < all.size(); i++) {
            assertThat(positions(scopes, Optional.of(all.get(i)))).isEqualTo(all.subList(i + 1, all.size()));
        }
        assertThat(positions(scopes, Optional.of(new Position("gone", "a")))).isEmpty();
    }

    private static List<Position> positions(List<Scope> scopes, Optional<Position> after) {
        return SEARCH.findInAll(query("limit"), scopes, after, 9).stream().map(FoundMessage::position).toList();
    }

    private List<String> find(Snapshot snapshot, String text, Optional<String> after, int limit) {
        return find(snapshot, query(text), after, limit);
    }

    private static List<String> find(Snapshot snapshot, MessageQuery query, Optional<String> after, int limit) {
        return SEARCH.find(query, new Scope(snapshot, snapshot.locale(TR)), after, limit).stream().map(it -> it.message().key()).toList();
    }

    private static MessageQuery query(String text) {
        return new MessageQuery(Optional.of(text), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    private static final class Builder {
        private final String catalog;
        private final Map<MessageKey, Message.Definition> definitions = new LinkedHashMap<>();
        private final Map<LocaleTag, Map<MessageKey, TextContent>> texts = Map.of(EN, new HashMap<>(), TR, new HashMap<>());

        Builder(String catalog) {
            this.catalog = catalog;
        }

        Builder add(String name, String code, String reason, int status, String english, String turkish, List<String> tags) {
            var key = new MessageKey(name);
            var contract = new ArgumentContract(english.contains("{") ? List.of(new Argument("n", ArgumentType.NUMBER, "5"),
                    new Argument("interval", ArgumentType.STRING, "10s")) : List.of());
            definitions.put(key, new Message.Definition(definitions.size(), code, reason, status, contract, Tags.of(tags)));
            texts.get(EN).put(key, new TextContent(Syntax.ICU, english, ""));
            texts.get(TR).put(key, new TextContent(Syntax.ICU, turkish, ""));
            return this;
        }

        Snapshot build() {
            return Snapshot.ofDraft(new Draft(new CatalogName(catalog), EN, new TreeSet<>(texts.keySet()), definitions, texts), catalog);
        }
    }
}
