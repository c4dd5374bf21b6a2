package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.AccentFolding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.recognition.CatalogRecognisers;
import dev.parlance.publishing.release.Draft;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.syntax.Syntax;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the index with a scan of all texts, and bounds its size. */
class SearchIndexTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag TR = LocaleTag.parse("tr");
    private static final int SIZE = 3000;
    private static final List<String> WORDS =
            List.of("Order", "Straße", "İptal", "ısı", "チュウモン", "ﾁｭｳﾓﾝ", "注文", "مرحبا", "𝒳", "é", "e\u0301",
            "limit", "exceeded", "the", "a", "ﷺ", "{n}", "x", "42");

    private static final SearchMessages SEARCH = new SearchMessages(new CatalogRecognisers(new ResourceUsage()));

    private final Random random = new Random(7);
    private final Snapshot snapshot = snapshot();

    @Test
    void findsSameMessagesAsScan() {
        for (var locale : List.of(EN, TR)) {
            var index = snapshot.locale(locale).searchIndex();
            for (int i = 0; i < 400; i++) {
                var text = randomText();
                int start = random.nextInt(text.length());
                var query = text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(1 + i % 12)));
                var scanned = scan(locale, index, query);
                assertThat(find(snapshot.locale(locale), query).stream().limit(scanned.size()).toList()).as(query).isEqualTo(scanned);
            }
        }
    }

    @Test
    void findsNothingWithoutComparingAllTexts() {
        var index = snapshot.locale(EN).searchIndex();
        assertThat(index.findBlocks(SearchTerms.of("qqqq")).cardinality()).isLessThan(SIZE / SearchIndex.BLOCK_SIZE / 10);
        assertThat(index.findBlocks(SearchTerms.of("r_2999")).cardinality()).isLessThan(SIZE / SearchIndex.BLOCK_SIZE / 10);
        assertThat(index.findBlocks(SearchTerms.of("")).isEmpty()).isTrue();
    }

    @Test
    void searchesPseudoLocaleBySourceWithoutAnIndexOfItsOwn() {
        var pseudo = snapshot.locale(PseudoLocale.ACCENTED);
        assertThat(pseudo.searchIndex()).isSameAs(snapshot.locale(EN).searchIndex());
        assertThat(find(pseudo, "exceeded")).isEqualTo(find(snapshot.locale(EN), "exceeded")).isNotEmpty();
        assertThat(find(pseudo, "[")).isEmpty();
    }

    @Test
    void takesFewBytesForEachMessage() {
        assertThat(snapshot.locale(EN).searchIndex().sizeInBytes() / SIZE).isLessThan(76);
    }

    private List<String> scan(LocaleTag locale, SearchIndex index, String query) {
        var source = snapshot.locale(EN).searchIndex();
        var searched = SearchTerms.of(AccentFolding.fold(query.strip()));
        return IntStream.range(0, SIZE).filter(it -> index.contains(it, searched) || source.contains(it, searched))
                .mapToObj(it -> snapshot.locale(locale).messages().get(it).key()).toList();
    }

    private List<String> find(PublishedLocale locale, String query) {
        return SEARCH.find(new MessageQuery(Optional.of(query), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty()),
                new Scope(snapshot, locale), Optional.empty(), SIZE).stream().map(it -> it.message().key()).toList();
    }

    private Snapshot snapshot() {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        Map<LocaleTag, Map<MessageKey, TextContent>> texts = Map.of(EN, new HashMap<>(), TR, new HashMap<>());
        for (int i = 0; i < SIZE; i++) {
            var key = new MessageKey("shop.message." + i);
            definitions.put(key, new Message.Definition(i, key.value(), "R_" + i, 400, ArgumentContract.EMPTY));
            texts.values().forEach(it -> it.put(key, new TextContent(Syntax.PLAIN, randomText(), "")));
        }
        return Snapshot.ofDraft(new Draft(new CatalogName("shop"), EN, new TreeSet<>(texts.keySet()), definitions, texts), "Shop");
    }

    private String randomText() {
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }
}
