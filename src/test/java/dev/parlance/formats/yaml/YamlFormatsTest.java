package dev.parlance.formats.yaml;

import static dev.parlance.formats.table.TableFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.TableFiles;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YamlFormatsTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final RailsFormat RAILS = new RailsFormat();
    private static final SymfonyFormat SYMFONY = new SymfonyFormat();

    @Test
    void readsRails() {
        var file = file("config/locales/no.yml", """
                no: &no
                  yes: a
                  n: 010
                  v: 1.10
                  t: 12:30
                  greeting: "Hei, %{name}!"
                  items:
                    one: "%{count} ting"
                    other: "%{count} ting her"
                  date: {formats: {default: "%d.%m"}, day_names: [a, b]}
                  empty:
                  folded: >
                    two
                    lines
                nn:
                  <<: *no
                  yes: b
                """);
        var content = RAILS.read(file);
        assertThat(RAILS.recognise(file)).isGreaterThan(SYMFONY.recognise(file));
        assertThat(content.entries()).extracting(FileEntry::key).containsExactly("yes", "n", "v", "t", "greeting", "items",
                "date.formats.default", "folded");
        assertThat(content.entries()).extracting(it -> TableFiles.text(it.texts().get(0))).contains("a", "010", "1.10", "12:30",
                "two lines\n");
        assertThat(content.entries().get(0).texts()).extracting(it -> it.locale().orElseThrow().value(), TableFiles::text)
                .containsExactly(tuple("no", "a"), tuple("nn", "b"));
        assertThat(content.entries().get(5).texts().get(0).text()).isEqualTo(new RawText.PluralForms("count", false,
                new TreeMap<>(Map.of("one", "%{count} ting", "other", "%{count} ting her"))));
        assertThat(TableFiles.issues(content)).containsExactly("not-a-text 10 date.day_names", "empty 11 empty",
                "not-a-text 10 date.day_names",
                "empty 11 empty");
    }

    @Test
    void readsSymfony() {
        var content = SYMFONY.read(file("translations/messages.de.yaml",
                "user.name: Name\nuser:\n  mail: \"Post an %name%\"\n  name: Anders\n"));
        assertThat(content.entries()).extracting(FileEntry::key).containsExactly("user.name", "user.mail");
        assertThat(content.entries()).allMatch(it -> it.texts().get(0).dialect().isEmpty() && it.texts().get(0).locale().isEmpty());
        assertThat(TableFiles.issues(content)).containsExactly("duplicate-key 4 user.name");
        content = SYMFONY.read(file("messages+intl-icu.de.yaml", "a: \"{n, plural, other {#}}\"\n"));
        assertThat(content.entries().get(0).texts().get(0).dialect()).contains(MessageDialect.ICU);
    }

    @Test
    void quotesWhatYamlReadsAsOtherTypes() {
        var entries = List.of(entry("no", "Yes"), entry("key", "no"), entry("n", "012"), entry("~", "null"), entry("a b", "x: y # z"));
        assertThat(text(SYMFONY.write(new BundleContent(EN, entries)).bytes())).isEqualTo("""
                "no": "Yes"
                key: "no"
                "n": "012"
                "~": "null"
                "a b": "x: y # z"
                """);
    }

    @Test
    void roundTripsSymfony() {
        var entries = new ArrayList<BundleContent.Entry>();
        for (var text : List.of("plain", "two\nlines\n", " blanks ", "\ttab", "\\ and \"", "'", "😀 日本語 \u0001\u2028\u00A0\uFEFF",
                "long ".repeat(400),
                "{limit, plural, one {#} other {#}}", "%")) {
            entries.add(entry("key." + entries.size() + "x".repeat(entries.size() == 3 ? 900 : 0), text));
        }
        var bytes = SYMFONY.write(new BundleContent(EN, entries)).bytes();
        assertReads(SYMFONY.read(new SourceFile(SYMFONY.path(EN, true), bytes)), entries);
    }

    @Test
    void roundTripsRailsAndReportsKeysThatItCannotNest() {
        var entries = List.of(entry("a.b", "Nested"), entry("a.c.d", "Deeper"), entry("p", "Parent"), entry("p.q", "Child"),
                entry("x.one", "A category"), entry("x.other", "Another one"), entry("dot..dot", "Empty segment"), entry("hello",
                "Hello {limit}"));
        var written = RAILS.write(new BundleContent(EN, entries));
        var content = RAILS.read(new SourceFile("en.yml", written.bytes()));
        assertThat(text(written.bytes())).startsWith("en:\n  a:\n    b: \"Nested\"\n    c:\n      d: \"Deeper\"\n");
        assertThat(content.entries()).extracting(FileEntry::key).containsExactlyInAnyOrderElementsOf(
                entries.stream().map(BundleContent.Entry::key).toList());
        assertThat(written.losses().keySet()).contains("p", "p.q", "x.one", "x.other", "dot..dot").doesNotContain("a.b", "a.c.d");
    }

    @Test
    void writesPluralFormsOfRails() {
        var plural = entry("items", "{limit, plural, one {# item} other {# items}}");
        var written = RAILS.write(new BundleContent(EN, List.of(plural)));
        var text = RAILS.read(new SourceFile("en.yml", written.bytes())).entries().get(0).texts().get(0).text();
        assertThat(text).isInstanceOf(RawText.PluralForms.class);
        assertThat(((RawText.PluralForms) text).forms()).containsOnlyKeys("one", "other");
    }

    private static void assertReads(FileContent content, List<BundleContent.Entry> entries) {
        assertThat(content.issues()).isEmpty();
        assertThat(content.entries()).extracting(FileEntry::key).isEqualTo(entries.stream().map(BundleContent.Entry::key).toList());
        assertThat(content.entries()).extracting(it -> TableFiles.text(it.texts().get(0)))
                .isEqualTo(entries.stream().map(BundleContent.Entry::pattern).toList());
    }

    private static BundleContent.Entry entry(String key, String text) {
        return new BundleContent.Entry(key, text, new ArgumentContract(List.of(new Argument("limit", ArgumentType.NUMBER, ""))), EN);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
