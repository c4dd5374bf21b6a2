package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Tags;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.recognition.CatalogRecognisers;
import dev.parlance.publishing.release.Draft;
import dev.parlance.publishing.release.FrozenLocale;
import dev.parlance.publishing.release.PatternReader;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag ES = LocaleTag.parse("es");
    private static final LocaleTag MX = LocaleTag.parse("es-MX");
    private static final LocaleTag RU = LocaleTag.parse("ru");
    private static final ArgumentContract COUNT = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5")));

    private final Map<MessageKey, Message.Definition> definitions = new LinkedHashMap<>();
    private final Map<LocaleTag, Map<MessageKey, TextContent>> contents = new HashMap<>();

    SnapshotTest() {
        message("b", "7", 404, COUNT, Map.of(
                EN, icu("{n, plural, one{# item} other{# items}}"), ES, icu("{n, plural, one{# artículo} other{# artículos}}")));
        message("a", "7", 400, ArgumentContract.EMPTY, Map.of(EN, icu("No ''quotes''"), MX, icu("Sin «comillas», ÑANDÚ")));
        message("c", "8", 400, new ArgumentContract(List.of(new Argument("file", ArgumentType.STRING, "x"))),
                Map.of(EN, new TextContent(Syntax.PRINTF, "Can't open '%s'", ""), RU, icu("Не открыть «{file}»")));
    }

    @Test
    void fallsBackToParentThenSource() {
        var mexican = snapshot().locale(MX);
        assertThat(mexican.messages()).extracting(it -> it.locale().value()).containsExactly("es", "es-MX", "en");
        assertThat(mexican.ownTextCount()).isEqualTo(1);
    }

    @Test
    void usesPluralRulesOfFallbackLocale() {
        assertThat(text(RU, "b", Map.of("n", "21"))).isEqualTo("21 items");
    }

    @Test
    void writesSortedPatternsWithNamedArguments() throws IOException {
        var bundle = new String(snapshot().locale(EN).bundle(), StandardCharsets.UTF_8);
        assertThat(bundle).isEqualTo("{\"catalog\":\"shop\",\"release\":1,\"locale\":\"en\",\"messages\":{"
                + "\"a\":\"No ''quotes''\",\"b\":\"{n, plural, one{# item} other{# items}}\",\"c\":\"Can''t open ''{file}''\"}}");
        assertThat(new ObjectMapper().readTree(bundle).get("messages").size()).isEqualTo(3);
    }

    @Test
    void keepsBytesOfUnchangedLocale() {
        var first = frozen(1, Map.of());
        contents.get(RU).put(new MessageKey("c"), icu("Не удалось открыть «{file}»"));
        var second = frozen(2, before(first));
        assertThat(second).filteredOn(it -> it.changedIn() == 2).extracting(FrozenLocale::locale).containsExactly(RU);
        assertThat(bundle(second, ES)).isEqualTo(bundle(first, ES));
        assertThat(bundle(second, RU)).isNotEqualTo(bundle(first, RU));
        var third = frozen(3, before(second));
        assertThat(third).extracting(FrozenLocale::changedIn).containsExactly(1, 1, 1, 2);
    }

    @Test
    void producesSameBytesForSameDraft() {
        assertThat(bundle(frozen(1, Map.of()), EN)).isEqualTo(bundle(frozen(1, Map.of()), EN));
    }

    @Test
    void rejectsMessageWithoutSourceText() {
        message("d", "9", 400, ArgumentContract.EMPTY, Map.of(RU, icu("Один")));
        assertThatThrownBy(() -> frozen(1, Map.of())).hasMessageContaining("d has no text");
    }

    @Test
    void searchesLocaleAndSourceIgnoringCase() {
        assertThat(found(MX, "ñandú")).containsExactly("a");
        assertThat(found(MX, "OPEN")).containsExactly("c");
        assertThat(found(RU, "не ОТКРЫТЬ")).containsExactly("c");
        assertThat(found(MX, "％s")).containsExactly("c");
        assertThat(found(MX, "_")).containsExactly("b", "a", "c");
        assertThat(found(MX, "nothing of the kind")).isEmpty();
    }

    @Test
    void doesNotFindInvisibleCharacters() {
        assertThat(found(MX, "\u00AD")).isEmpty();
    }

    @Test
    void rejectsTextThatDoesNotCompile() {
        contents.get(RU).put(new MessageKey("c"), new TextContent(Syntax.ICU, "gut", "{broken"));
        assertThatThrownBy(this::snapshot).isInstanceOf(TextSyntaxException.class);
    }

    @Test
    void filtersByCodeStatusPrefixAndTag() {
        assertThat(keys(query(none(), Optional.of("7"), none()))).containsExactly("b", "a");
        assertThat(keys(new MessageQuery(none(), Optional.of("7"), OptionalInt.of(404), none(), none()))).containsExactly("b");
        assertThat(keys(new MessageQuery(none(), none(), OptionalInt.empty(), Optional.of("a"), none()))).containsExactly("a");
        assertThat(keys(query(none(), none(), Optional.of("file")))).containsExactly("a", "c");
        assertThat(keys(query(none(), Optional.of("8"), Optional.of("file")))).containsExactly("c");
        assertThat(keys(query(none(), none(), Optional.of("fil")))).isEmpty();
        var all = query(none(), none(), none());
        assertThat(keys(all, EN, Optional.of("b"), 1)).containsExactly("a");
        assertThat(keys(all, EN, Optional.of("gone"), 9)).isEmpty();
    }

    @Test
    void sharesTagsAcrossLocales() {
        var snapshot = snapshot();
        for (var locale : List.of(snapshot.locale(RU), snapshot.locale(PseudoLocale.ACCENTED))) {
            assertThat(locale.messages()).extracting(it -> List.copyOf(it.tags().names()))
                    .containsExactly(List.of(), List.of("file", "quotes"), List.of("file", "quotes"));
        }
        assertThat(snapshot.locale(RU).messages().get(1).tags()).isSameAs(snapshot.locale(ES).messages().get(2).tags());
    }

    @Test
    void createsBundleOfPseudoLocaleOnFirstUse() {
        var snapshot = snapshot();
        var pseudo = snapshot.locale(PseudoLocale.ACCENTED);
        assertThat(snapshot.locale(EN).hasBundle()).isTrue();
        assertThat(pseudo.hasBundle()).isFalse();

        pseudo.digest();

        assertThat(snapshot.locale(PseudoLocale.ACCENTED).hasBundle()).isTrue();
    }

    @Test
    void selectsMessagesByPrefixAndTag() {
        var snapshot = snapshot();
        var english = snapshot.locale(EN);
        assertThat(selected(english, "", Optional.of("file"))).containsExactly("a", "c");
        assertThat(selected(english, "c", Optional.of("file"))).containsExactly("c");
        assertThat(selected(english, "b", Optional.of("file"))).isEmpty();
        assertThat(selected(english, "", Optional.of("nobody"))).isEmpty();
        assertThat(selected(english, "b", none())).containsExactly("b");
    }

    private static Set<String> selected(PublishedLocale locale, String prefix, Optional<String> tag) {
        var keys = new LinkedHashSet<String>();
        try (var patterns = new PatternReader(locale.bundle(), new BundleFilter(prefix, tag).keysOf(locale))) {
            while (patterns.next()) {
                keys.add(patterns.key());
            }
        }
        return keys;
    }

    private static MessageQuery query(Optional<String> text, Optional<String> code, Optional<String> tag) {
        return new MessageQuery(text, code, OptionalInt.empty(), none(), tag);
    }

    private List<String> found(LocaleTag locale, String text) {
        return keys(query(Optional.of(text), none(), none()), locale, none(), 9);
    }

    private List<String> keys(MessageQuery query) {
        return keys(query, EN, none(), 9);
    }

    private List<String> keys(MessageQuery query, LocaleTag locale, Optional<String> after, int limit) {
        var snapshot = snapshot();
        return new SearchMessages(new CatalogRecognisers(new ResourceUsage()))
                .find(query, new Scope(snapshot, snapshot.locale(locale)), after, limit).stream().map(it -> it.message().key()).toList();
    }

    private String text(LocaleTag locale, String key, Map<String, Object> arguments) {
        var message = snapshot().locale(locale).findMessage(key).orElseThrow();
        return message.render(ArgumentValues.bind(message.contract(), arguments), ZoneOffset.UTC).text();
    }

    private Snapshot snapshot() {
        var documents = frozen(1, Map.of()).stream()
                .map(it -> new Snapshot.LocaleDocuments(it.locale(), it.bundleBytes(), it.reference())).toList();
        return new Snapshot(new Snapshot.SnapshotSource(new CatalogName("shop"), "Shop", EN, 1, Instant.EPOCH, documents));
    }

    private Draft draft() {
        return new Draft(new CatalogName("shop"), EN, new TreeSet<>(List.of(EN, ES, MX, RU)), definitions, contents);
    }

    private List<FrozenLocale> frozen(int release, Map<LocaleTag, FrozenLocale.PreviousBundle> before) {
        return draft().locales().stream().map(it -> FrozenLocale.of(draft(), it, release, before.get(it))).toList();
    }

    private void message(String key, String code, int status, ArgumentContract contract, Map<LocaleTag, TextContent> texts) {
        definitions.put(new MessageKey(key),
                new Message.Definition(definitions.size(), code, "REASON_" + definitions.size(), status, contract, tags(key)));
        texts.forEach((locale, text) -> contents.computeIfAbsent(locale, it -> new HashMap<>()).put(new MessageKey(key), text));
    }

    private static Tags tags(String key) {
        return key.equals("b") ? Tags.NONE : Tags.of(List.of("quotes", "file"));
    }

    private static Map<LocaleTag, FrozenLocale.PreviousBundle> before(List<FrozenLocale> release) {
        var before = new HashMap<LocaleTag, FrozenLocale.PreviousBundle>();
        release.forEach(it -> before.put(it.locale(), new FrozenLocale.PreviousBundle(it.changedIn(), Digest.of(it.bundleBytes()))));
        return before;
    }

    private static byte[] bundle(List<FrozenLocale> release, LocaleTag locale) {
        return release.stream().filter(it -> it.locale().equals(locale)).findFirst().orElseThrow().bundleBytes();
    }

    private static TextContent icu(String text) {
        return new TextContent(Syntax.ICU, text, "");
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
