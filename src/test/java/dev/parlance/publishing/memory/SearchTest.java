package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.recognition.CatalogRecognisers;
import dev.parlance.publishing.release.Draft;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag AR = LocaleTag.parse("ar");
    private static final LocaleTag JA = LocaleTag.parse("ja");

    private static final SearchMessages SEARCH = new SearchMessages(new CatalogRecognisers(new ResourceUsage()));

    private final Snapshot snapshot = snapshot("先生");

    @ParameterizedTest
    @CsvSource({
        "ar,ORDER,order.failed", "ar,r_0,order.failed", "ar,فشل,order.failed", "ja,ﾁｭｳﾓﾝ,order.failed", "ja,カード,card.limit",
                "ja,limit,card.limit",
        "en,فشل,order.failed", "ar,カード,card.limit", "en,先生,card.limit",
        "en,straße,card.limit", "en,STRASSE,card.limit", "ja,straße,card.limit", "ja,先生,card.limit"
    })
    void findsTextInAnyLocale(String locale, String text, String key) {
        assertThat(find(LocaleTag.parse(locale), text)).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({"ar,''", "ja,.*", "en,order faild", "en,فشل カード"})
    void findsNothingElse(String locale, String text) {
        assertThat(find(LocaleTag.parse(locale), text)).isEmpty();
    }

    @Test
    void doesNotMatchAcrossFields() {
        var index = new SearchIndex(snapshot.locale(EN).messages());
        assertThat(index.contains(0, SearchTerms.of("order.failedr_0"))).isFalse();
        assertThat(index.contains(0, SearchTerms.of("order.failed"))).isTrue();
    }

    @Test
    void continuesPageAfterKey() {
        var all = new MessageQuery(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
        assertThat(find(all, JA, Optional.empty(), 1)).containsExactly("order.failed");
        assertThat(find(all, JA, Optional.of("order.failed"), 9)).containsExactly("card.limit");
        assertThat(find(all, JA, Optional.of("card.limit"), 9)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''||a,ab,b,مفتاح,鍵", "a||a,ab", "鍵||鍵", "x||''", "''|t|ab,b", "a|t|ab", "''|none|''"})
    void filtersPatternsByPrefixAndTag(String prefix, String tag, String keys) {
        var filter = new BundleFilter(prefix, Optional.ofNullable(tag));
        var selected = Stream.of("a", "ab", "b", "مفتاح", "鍵")
                .filter(filter.keys((key, required) -> required.equals("t") && key.contains("b"), EN, key -> EN));
        assertThat(selected.collect(Collectors.joining(","))).isEqualTo(keys);
        assertThat(filter.matchesAll()).isEqualTo(prefix.isEmpty() && tag == null);
    }

    @Test
    void reusesLocalesOfSnapshotWithMostMatches() {
        var other = snapshot("教授");
        var expected = Map.of(EN, snapshot.locale(EN).digests(), AR, snapshot.locale(AR).digests(), JA, snapshot.locale(JA).digests());
        var reusable = DocumentDigests.findReusable(expected, List.of(other, snapshot));
        assertThat(reusable).containsOnlyKeys(EN, AR, JA).containsEntry(EN, snapshot.locale(EN));
        assertThat(DocumentDigests.findReusable(expected, List.of(other))).containsOnlyKeys(EN, AR);
        assertThat(DocumentDigests.findReusable(expected, List.of())).isEmpty();
    }

    @Test
    void reusesNoLocaleIfOneDocumentDiffers() {
        var digests = snapshot.locale(JA).digests();
        var unknown = Digest.of("日本".getBytes(StandardCharsets.UTF_8));
        assertThat(DocumentDigests.findReusable(Map.of(JA, new DocumentDigests(digests.bundle(), unknown)), List.of(snapshot))).isEmpty();
        assertThat(DocumentDigests.findReusable(Map.of(JA, new DocumentDigests(unknown, digests.reference())),
                List.of(snapshot))).isEmpty();
    }

    private List<String> find(LocaleTag locale, String text) {
        return find(new MessageQuery(Optional.of(text), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty()), locale,
                Optional.empty(), 9);
    }

    private List<String> find(MessageQuery query, LocaleTag locale, Optional<String> after, int limit) {
        return SEARCH.find(query, new Scope(snapshot, snapshot.locale(locale)), after, limit).stream()
                .map(it -> it.message().key()).toList();
    }

    private static Snapshot snapshot(String description) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        List.of("order.failed", "card.limit").forEach(it -> definitions.put(new MessageKey(it),
                new Message.Definition(definitions.size(), it, "R_" + definitions.size(), 400, ArgumentContract.EMPTY)));
        var texts = Map.of(
                EN, texts("Failed", "", "Straße", ""),
                AR, texts("فشل الطلب", "", "الحد", ""),
                JA, texts("チュウモン", "", "カード", description));
        return Snapshot.ofDraft(new Draft(new CatalogName("shop"), EN, new TreeSet<>(texts.keySet()), definitions, texts), "Shop");
    }

    private static Map<MessageKey, TextContent> texts(String order, String orderDescription, String card, String cardDescription) {
        return Map.of(new MessageKey("order.failed"), new TextContent(Syntax.PLAIN, order, orderDescription),
                new MessageKey("card.limit"), new TextContent(Syntax.PLAIN, card, cardDescription));
    }
}
