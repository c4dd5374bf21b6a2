package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.arb.ArbFormat;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.formats.formatjs.FormatJsFormat;
import dev.parlance.formats.goi18n.GoI18nFormat;
import dev.parlance.formats.i18next.I18nextFormat;
import dev.parlance.formats.json.JsonFormat;
import dev.parlance.formats.json.NestedJsonFormat;
import dev.parlance.formats.properties.PropertiesFormat;
import dev.parlance.formats.webextension.WebExtensionFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.PatternText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tests that each reader returns the keys and texts that the writer of the same format wrote. */
class ImportRoundTripTest {
    private static final int TRIES = 1000;
    private static final LocaleTag ENGLISH = LocaleTag.parse("en");
    private static final ArgumentContract CONTRACT = new ArgumentContract(List.of(new Argument("s", ArgumentType.STRING, "Bo"),
            new Argument("n", ArgumentType.NUMBER, "5")));

    @Property(tries = TRIES)
    void readsOwnProperties(@ForAll("messages") Map<String, String> messages) {
        assertSameTexts(PropertiesFormat.UTF_8, "properties", messages, raw(MessageDialect.JAVA, PluralSupport.NONE));
        assertSameTexts(PropertiesFormat.ASCII, "properties", messages, raw(MessageDialect.JAVA, PluralSupport.NONE));
    }

    @Property(tries = TRIES)
    void readsOwnJson(@ForAll("messages") Map<String, String> messages) {
        assertSameTexts(new JsonFormat(), "json", messages, it -> new Single(it.pattern()));
        assertSameTexts(new NestedJsonFormat(), "json", messages, it -> new Single(it.pattern()));
    }

    @Property(tries = TRIES)
    void readsOwnArb(@ForAll("messages") Map<String, String> messages) {
        messages.keySet().removeIf(it -> it.startsWith("@"));
        assertSameTexts(new ArbFormat(), "arb", messages, raw(MessageDialect.BRACES, PluralSupport.NONE));
    }

    @Property(tries = TRIES)
    void readsOwnWebExtensions(@ForAll("messages") Map<String, String> messages) {
        assertSameTexts(new WebExtensionFormat(), "webextension", messages, raw(MessageDialect.WEBEXTENSION, PluralSupport.NONE));
    }

    @Property(tries = TRIES)
    void readsOwnGoI18n(@ForAll("messages") Map<String, String> messages) {
        Function<BundleContent.Entry, RawText> expected = raw(MessageDialect.GO, PluralSupport.FORMS).andThen(it ->
                it instanceof RawText.PluralForms plural ? new RawText.PluralForms("", false, withoutExactNumbers(plural)) : it);
        assertSameTexts(GoI18nFormat.JSON, "go-i18n", messages, expected);
        assertSameTexts(GoI18nFormat.TOML, "go-i18n-toml", messages, expected);
    }

    private static TreeMap<String, String> withoutExactNumbers(RawText.PluralForms plural) {
        var forms = new TreeMap<>(plural.forms());
        forms.keySet().removeIf(it -> it.startsWith("="));
        return forms;
    }

    /** Compares the written files, because patterns with the same meaning produce the same file. */
    @Property(tries = TRIES)
    void readsOwnFormatJs(@ForAll("messages") Map<String, String> messages) {
        assertSameFile(new FormatJsFormat(), "formatjs", MessageDialect.ICU, messages);
    }

    @Property(tries = TRIES)
    void readsOwnI18next(@ForAll("messages") Map<String, String> messages) {
        messages.keySet().removeIf(it -> it.contains("_"));
        assertSameFile(new I18nextFormat(), "i18next", MessageDialect.I18NEXT, messages);
    }

    @Test
    void readsBracesBeforeLineFeedAsText() {
        assertSameFile(new I18nextFormat(), "i18next", MessageDialect.I18NEXT, new TreeMap<>(Map.of("a", "'{{'\n{s}")));
    }

    @Test
    void writesDetails() {
        var details = new EntryDetails(Optional.of("a b"), Optional.empty(), Optional.of("Shown.\nTwice."), Optional.empty());
        var content = new BundleContent(LocaleTag.parse("pt-BR"), List.of(new BundleContent.Entry("a-b", "{s} {n}", CONTRACT,
                LocaleTag.parse("pt-BR"), Set.of(), details)));
        for (var format : List.of(PropertiesFormat.UTF_8, new ArbFormat(), new WebExtensionFormat(), GoI18nFormat.JSON,
                GoI18nFormat.TOML)) {
            var path = format.path(content.locale(), false);
            var read = ImportFiles.format(format.name()).read(new SourceFile(path, format.write(content).bytes()));
            assertThat(FileLocale.of(path)).as(path).contains(content.locale());
            assertThat(read.entries()).extracting(FileEntry::key).containsExactly("a b");
            assertThat(read.entries().get(0).details().comment()).as(path).contains("Shown.\nTwice.");
            assertThat(read.issues()).isEmpty();
        }
        for (var format : List.of(new ArbFormat(), new WebExtensionFormat())) {
            var read = ImportFiles.format(format.name()).read(new SourceFile("x", format.write(content).bytes()));
            assertThat(read.entries().get(0).details().arguments()).extracting(Argument::name).containsExactly("s", "n");
            assertThat(read.entries().get(0).details().arguments()).extracting(Argument::example).containsExactly("Bo", "5");
        }
        for (var format : List.of(new JsonFormat(), new NestedJsonFormat(), new FormatJsFormat(), new I18nextFormat())) {
            assertThat(format.write(content).bytes()).asString().contains("\"a b\"");
            assertThat(FileLocale.of(format.path(content.locale(), false))).contains(content.locale());
        }
        assertThat(PropertiesFormat.UTF_8.path(content.locale(), true)).isEqualTo("messages.properties");
    }

    @Test
    void nestsKeysByTheirDots() {
        var content = content(new TreeMap<>(Map.of("a.b", "1", "a.c.d", "2", "a.c", "3", "e.f", "4", "x..y", "5")));
        assertThat(new NestedJsonFormat().write(content).bytes()).asString().isEqualTo("""
                {
                  "a": {
                    "b": "1",
                    "c": "3",
                    "c.d": "2"
                  },
                  "e": {
                    "f": "4"
                  },
                  "x": {
                    "": {
                      "y": "5"
                    }
                  }
                }
                """);
    }

    private static Function<BundleContent.Entry, RawText> raw(MessageDialect dialect, PluralSupport plurals) {
        var writer = new DialectWriter(dialect, plurals, new ClientLocale(ENGLISH));
        return it -> writer.write(it, new Losses(it));
    }

    private static void assertSameTexts(BundleFormat format, String reader, Map<String, String> messages,
            Function<BundleContent.Entry, RawText> expected) {
        var content = content(messages);
        var written = format.write(content);
        var texts = new LinkedHashMap<String, RawText>();
        content.entries().forEach(it -> texts.put(it.key(), expected.apply(it)));
        var read = ImportFiles.format(reader).read(new SourceFile("x", written.bytes()));
        assertThat(read.issues()).isEmpty();
        var found = new LinkedHashMap<String, RawText>();
        read.entries().forEach(it -> found.put(it.key(), it.texts().get(0).text()));
        assertThat(found).as(new String(written.bytes(), StandardCharsets.UTF_8)).isEqualTo(texts);
    }

    private static void assertSameFile(BundleFormat format, String reader, MessageDialect dialect, Map<String, String> messages) {
        messages.keySet().removeAll(format.write(content(messages)).lossyKeys());
        var written = format.write(content(messages));
        var read = ImportFiles.format(reader).read(new SourceFile("x", written.bytes()));
        var patterns = new TreeMap<String, String>();
        read.entries().forEach(it -> patterns.put(it.key(), DialectReader.read(dialect, it.texts().get(0).text(), ENGLISH).text()));
        assertThat(patterns.keySet()).isEqualTo(messages.keySet());
        assertThat(format.write(content(patterns)).bytes()).asString().isEqualTo(new String(written.bytes(), StandardCharsets.UTF_8));
    }

    private static BundleContent content(Map<String, String> messages) {
        return new BundleContent(ENGLISH, messages.entrySet().stream()
                .map(it -> new BundleContent.Entry(it.getKey(), it.getValue(), CONTRACT, ENGLISH)).toList());
    }

    @Provide
    Arbitrary<Map<String, String>> messages() {
        var keys = Arbitraries.of("a", "b", ".", "-", "_", "@", "é", " ", "\t", "\"", "=", ":", "#", "other", "😀", "\\").list().ofMinSize(1)
                .ofMaxSize(5).map(it -> String.join("", it)).filter(it -> !it.isBlank());
        var literals = Arbitraries.of("x", "'", "\"", "<", ">", "$", "%", "\\", "\n", "\t", " ", "é", "😀", "#", ":", "u0041", "{", "}", "1")
                .list().ofMaxSize(6).map(it -> PatternText.quote(String.join("", it)));
        var arguments = Arbitraries.of("", "{s}", "{n, number}", "{n, plural, one{# day} other{# days {s}}}",
                "{n, plural, =0{none} one{# x''} other{#}}");
        return Combinators.combine(literals, arguments, literals).as((before, argument, after) -> before + argument + after)
                .flatMap(text -> keys.map(key -> Map.entry(key, text))).list().ofMaxSize(5).map(entries -> {
                    var messages = new TreeMap<String, String>();
                    entries.forEach(it -> messages.put(it.getKey(), it.getValue()));
                    return messages;
                });
    }
}
