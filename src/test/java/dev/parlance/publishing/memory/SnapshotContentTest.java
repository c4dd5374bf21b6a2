package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Tags;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Draft;
import dev.parlance.publishing.release.FrozenLocale;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.syntax.Syntax;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies that a snapshot returns every definition and text of its draft, and renders texts as typed. */
class SnapshotContentTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final List<LocaleTag> LOCALES = List.of(EN, LocaleTag.parse("ar"), LocaleTag.parse("es"), LocaleTag.parse("es-MX"));
    private static final List<Tags> TAGS = List.of(Tags.of(List.of("t")), Tags.NONE, Tags.of(List.of("t", "u-2")));
    private static final ArgumentContract CONTRACT = new ArgumentContract(List.of(
            new Argument("n", ArgumentType.NUMBER, "5"), new Argument("s", ArgumentType.STRING, "x"),
            new Argument("when", ArgumentType.DATETIME, "2026-02-28T10:00:00Z")));

    /** Fragments that can be concatenated, including some whose pattern loses part of what they render. */
    private static final Map<Syntax, List<String>> PIECES = Map.of(
            Syntax.PLAIN, List.of("it's", "{", "}", "%s", "\"", "\\", "\n", "\u0001", "日本", "😀", " ", "", "'{'", "ü", "</a>"),
            Syntax.PRINTF, List.of("it's", "{", "}", "%%", "%s", "%3$s", "%2$s", "%1$s", "%1$x", "%1$,d", "%1$.2f", "%2$10s", "%2$-8.3s",
                    "%2$S", "%2$c", "%1$05d", "%4$s", "%2$b", "\"", "\\", "{0}", "日本", "😀", " ", "", "'", "100%"),
            Syntax.ICU, List.of("it''s", "it's", "'{'", "{0}", "{n}", "{s}", "{s}{1}", "{when, date, short}", "{n, number, ::.00}", "\"",
                    "\\",
                    "{n, plural, =0 {no #} one {# '{'item'}'} other {# {s} items}}", "{s, select, x {X{n}} other {Y}}", "#", "日本", "😀", "",
                    "\t"));
    private static final Map<String, Object> VALUES = Map.of("n", "1234.5", "s", "سلام abc", "when", "2026-02-28T10:00:00Z", "3", 7_000);

    private final Renderer renderer = new Renderer();

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    void returnsTextsOfShippedCatalogs(String name) {
        assertContains(ShippedCatalog.load(name).toDraft());
    }

    @Property(seed = "1", tries = 300)
    void returnsTextsOfGeneratedCatalogs(@ForAll("drafts") Draft draft) {
        assertContains(draft);
    }

    @Test
    void findsNothingForUnknownKeys() {
        var english = new Snapshot(source(draft(List.of(message(0))), UnaryOperator.identity())).locale(EN);
        assertThat(english.findMessage("k1")).isEmpty();
        assertThat(english.findMessage("")).isEmpty();
        assertThat(english.findByCode("c1", 10)).isEmpty();
        assertThatThrownBy(() -> english.messages().get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rejectsLocalesWithDifferentDefinitions() {
        for (var change : List.of("\"httpStatus\":400|\"httpStatus\":401", "\"code\":\"c0\"|\"code\":\"c9\"", "R_0|R_9",
                "\"key\":\"k0\"|\"key\":\"k9\"", "\"type\":\"string\"|\"type\":\"number\"", "\"t\"|\"s\"", "\"t\"|")) {
            var parts = change.split("\\|", -1);
            assertThatThrownBy(() -> new Snapshot(source(draft(List.of(message(0))), changed(EN, false, parts[0], parts[1]))))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("do not agree on message k");
        }
    }

    @Test
    void rejectsLocalesWithMissingOrUnknownMessages() {
        var draft = draft(List.of(message(0), message(1)));
        assertThatThrownBy(() -> new Snapshot(source(draft, changed(EN, true, "\"k0\":", "\"k7\":"))))
                .hasMessageContaining("a bundle has message k7");
        assertThatThrownBy(() -> new Snapshot(source(draft, changed(EN, true, "\"k0\":\"k0\",", ""))))
                .hasMessageContaining("a bundle lacks message k0");
        assertThatThrownBy(() -> new Snapshot(source(draft, changed(EN, false, ",\\{\"key\":\"k1\".*", "]}"))))
                .hasMessageContaining("lacks message k1");
    }

    @ParameterizedTest
    @CsvSource({"changed,", "ar,changed"})
    void reusesUnchangedLocalesWithoutReadingThem(String text, @Nullable String description) {
        var arabic = LOCALES.get(1);
        var before = new Snapshot(source(draft(List.of(message(0))), UnaryOperator.identity()));
        var draft = draft(List.of(Map.of(EN, message(0).get(EN), arabic,
                new TextContent(Syntax.ICU, text, Objects.toString(description, "")))));
        var after = new Snapshot(source(draft, it -> it.locale().equals(arabic) ? it : unreadable(it)), List.of(before));
        assertThat(draft.locales()).filteredOn(it -> after.locale(it) != before.locale(it)).containsExactly(arabic);
        assertThat(after.locale(arabic).definitions()).isSameAs(before.locale(arabic).definitions());
        assertContains(draft, after);
    }

    @Test
    void rejectsChangedLocaleThatDisagreesWithReusedOnes() {
        var draft = draft(List.of(message(0)));
        var before = new Snapshot(source(draft, UnaryOperator.identity()));
        assertThatThrownBy(() ->
                new Snapshot(source(draft, changed(EN, false, "\"httpStatus\":400", "\"httpStatus\":401")), List.of(before)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("do not agree on message k0");
    }

    private static Snapshot.LocaleDocuments unreadable(Snapshot.LocaleDocuments it) {
        return new Snapshot.LocaleDocuments(it.locale(), it.digests(), () -> fail("read again"), () -> fail("read again"),
                () -> fail("read again"));
    }

    @Provide
    Arbitrary<Draft> drafts() {
        return message().list().ofMinSize(1).ofMaxSize(12).map(SnapshotContentTest::draft);
    }

    private static Arbitrary<Map<LocaleTag, TextContent>> message() {
        return Combinators.combine(content(), Arbitraries.maps(Arbitraries.of(LOCALES), content())).as((source, texts) -> {
            var all = new HashMap<>(texts);
            all.put(EN, source);
            return Map.copyOf(all);
        });
    }

    private static Arbitrary<TextContent> content() {
        return Arbitraries.of(Syntax.values()).flatMap(syntax -> {
            var text = Arbitraries.of(PIECES.get(syntax)).list().ofMaxSize(6).map(it -> String.join(" ", it));
            return Combinators.combine(text, text).as((message, description) -> new TextContent(syntax, message, description));
        });
    }

    private static Map<LocaleTag, TextContent> message(int i) {
        return Map.of(EN, new TextContent(Syntax.ICU, "k" + i, ""), LOCALES.get(1), new TextContent(Syntax.ICU, "ar", ""));
    }

    private static Draft draft(List<Map<LocaleTag, TextContent>> messages) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        var contents = new HashMap<LocaleTag, Map<MessageKey, TextContent>>();
        for (var texts : messages) {
            int i = definitions.size();
            var key = new MessageKey("k" + i);
            definitions.put(key, new Message.Definition(i, "c" + i / 2, "R_" + i, 400 + i % 3, CONTRACT, TAGS.get(i % TAGS.size())));
            texts.forEach((locale, content) -> contents.computeIfAbsent(locale, it -> new HashMap<>()).put(key, content));
        }
        return new Draft(new CatalogName("any"), EN, new TreeSet<>(LOCALES), definitions, contents);
    }

    private static Snapshot.SnapshotSource source(Draft draft, UnaryOperator<Snapshot.LocaleDocuments> change) {
        var documents = draft.locales().stream()
                .map(it -> Snapshot.LocaleDocuments.of(FrozenLocale.of(draft, it, 1, null))).map(change).toList();
        return new Snapshot.SnapshotSource(draft.catalog(), "Any", draft.sourceLocale(), 1, Instant.EPOCH, documents);
    }

    private static UnaryOperator<Snapshot.LocaleDocuments> changed(LocaleTag locale, boolean inBundle, String what, String with) {
        return it -> {
            if (!it.locale().equals(locale)) {
                return it;
            }
            var before = new String((inBundle ? it.bundle() : it.reference()).get(), StandardCharsets.UTF_8);
            var after = before.replaceFirst(what, with).getBytes(StandardCharsets.UTF_8);
            return inBundle
                    ? new Snapshot.LocaleDocuments(locale, after, it.reference().get())
                    : new Snapshot.LocaleDocuments(locale, it.bundle().get(), after);
        };
    }

    private void assertContains(Draft draft) {
        assertContains(draft, Snapshot.ofDraft(draft, "Any"));
    }

    private void assertContains(Draft draft, Snapshot snapshot) {
        for (var locale : draft.locales()) {
            var published = snapshot.locale(locale);
            assertThat(published.messages()).hasSize(draft.messages().size());
            draft.messages().forEach((key, definition) -> {
                var message = published.findMessage(key.value()).orElseThrow();
                var found = draft.findText(key, draft.fallbackChain(locale)).orElseThrow();
                assertThat(message.key()).isEqualTo(key.value());
                assertThat(message.locale()).isEqualTo(found.locale());
                assertContains(message, definition, found.text());
                assertPrints(message, found.text());
                assertThat(published.findByCode(message.code(), 100)).extracting(PublishedMessage::key)
                        .isEqualTo(draft.messages().entrySet().stream().filter(it -> it.getValue().code().equals(message.code()))
                                .map(it -> it.getKey().value()).toList());
            });
        }
    }

    private static void assertContains(PublishedMessage message, Message.Definition definition, TextContent typed) {
        assertThat(List.of(message.code(), message.reason(), message.httpStatus(), message.contract(), message.tags()))
                .isEqualTo(List.of(definition.code(), definition.reason(), definition.httpStatus(), definition.contract(),
                definition.tags()));
        assertThat(new TextContent(message.syntax(), message.text(), message.description())).isEqualTo(typed);
    }

    private void assertPrints(PublishedMessage message, TextContent typed) {
        for (var given : List.of(Map.<String, Object>of(), examples(message.contract()), VALUES)) {
            var arguments = ArgumentValues.bind(message.contract(), given);
            var rendered = message.render(arguments, ZoneOffset.UTC);
            assertThat(rendered.text()).isEqualTo(printed(message, typed.message(), arguments));
            assertThat(rendered.description()).isEqualTo(printed(message, typed.description(), arguments));
        }
    }

    private String printed(PublishedMessage message, String text, ArgumentValues arguments) {
        return renderer.compile(message.syntax(), text, message.locale(), message.contract())
                .render(arguments.values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text();
    }

    private static Map<String, Object> examples(ArgumentContract contract) {
        var examples = new LinkedHashMap<String, Object>();
        contract.arguments().forEach(it -> examples.put(it.name(), it.example()));
        return examples;
    }
}
