package dev.parlance.formats.android;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileText;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.reading.WrittenEntries;
import dev.parlance.formats.reading.XmlImportTestBase;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AndroidImportTest extends XmlImportTestBase {
    private static final String SAMPLE = """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Licence -->
            <resources xmlns:tools="http://schemas.android.com/tools" xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2" tools:locale="pt-BR">

                <!-- Section -->

                <!-- Title of the window -->
                <string name="title">It\\'s \\"here\\"</string>
                <string name="files">Hello <xliff:g id="name" example="Ana">%1$s</xliff:g>, <b>read</b> <a href="x">this</a></string>
                <string name="version" translatable="false">1.0</string>
                <string name="alias">@string/title</string>
                <string name="percent" formatted="false">50% of 100%</string>
                <string name="wide" product="tablet">Tablet</string>
                <string name="data"><![CDATA[<i>a & b</i>]]></string>
                <plurals name="songs">
                    <item quantity="one">%d song</item>
                    <item quantity="other">%d songs</item>
                </plurals>
                <string-array name="days"><item>Mon</item><item>@string/tue</item><item>Wed</item></string-array>
                <color name="red">#f00</color>
                <item type="string" name="typed">Typed</item>
                <string name="title">Other</string>
                <eat-comment/>
            </resources>
            """;

    AndroidImportTest() {
        super(new AndroidImport(), "values-pt-rBR/strings.xml");
    }

    @Override
    protected String sample() {
        return SAMPLE;
    }

    @Override
    protected String fileOf(int messages) {
        return IntStream.range(0, messages).mapToObj(it -> "<string name=\"k" + it + "\">text</string>\n")
                .collect(Collectors.joining("", "<resources>\n", "</resources>"));
    }

    @Test
    void readsEveryKindOfText() {
        var content = read(SAMPLE);
        var expected = new LinkedHashMap<String, RawText>();
        expected.put("title", new RawText.Single("It's \"here\""));
        expected.put("files", new RawText.Single("Hello %1$s, <b>read</b> <a href=\"x\">this</a>"));
        expected.put("percent", new RawText.Single("50% of 100%"));
        expected.put("data", new RawText.Single("<i>a & b</i>"));
        expected.put("songs", new RawText.PluralForms("", false, new TreeMap<>(Map.of("one", "%d song", "other", "%d songs"))));
        expected.put("days[0]", new RawText.Single("Mon"));
        expected.put("days[2]", new RawText.Single("Wed"));
        expected.put("typed", new RawText.Single("Typed"));
        assertThat(texts(content)).containsExactlyEntriesOf(expected);
        assertThat(content.locale()).contains(LocaleTag.parse("pt-BR"));
        assertThat(issues(content)).containsExactly("NOT_TRANSLATABLE 10 version", "REFERENCE 11 alias", "VARIANT 13 wide",
                "REFERENCE 19 days[1]", "NOT_A_TEXT 20 red", "DUPLICATE_KEY 22 title");
        assertThat(content.entries().get(0).details().comment()).contains("Title of the window");
        assertThat(content.entries().get(0).line()).isEqualTo(8);
        assertThat(content.entries().get(1).details()).isEqualTo(FileDetails.NONE);
        assertThat(content.entries().get(2).texts().get(0).dialect()).contains(MessageDialect.PLAIN);
    }

    @Test
    void decodesTextsAsAapt() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("  a \n  b  ", "a b");
        cases.put("\"  a \n b \"", "  a \n b ");
        cases.put("a \"  b\" c", "a   b c");
        cases.put("a\\nb\\tc", "a\nb\tc");
        cases.put("\\u00e9\\u20AC", "é€");
        cases.put("\\@a \\?b \\#c \\\\d \\xe", "@a ?b #c \\d xe");
        cases.put("a &amp; &lt;b> &#233;", "a & <b> é");
        cases.put("<![CDATA[ a\\' ]]>b", "a' b");
        cases.put("a <i> b </i>c", "a <i> b </i>c");
        cases.put("\\u0020a\\u0020", " a ");
        cases.put("", "");
        cases.forEach((file, text) -> assertThat(texts("<resources><string name='k'>" + file + "</string></resources>"))
                .as(file).containsExactly(Map.entry("k", new RawText.Single(text))));
    }

    @Test
    void rejectsInvalidResources() {
        assertFault("<resources>\n<string name='k'>\\u12</string></resources>", FileFault.MALFORMED, 2);
        assertFault("<resources>\n<plurals name='k'>\n<item quantity='some'>x</item></plurals></resources>", FileFault.MALFORMED, 3);
        assertFault("<resources>\n<string name='k'>x</string>", FileFault.MALFORMED, 2);
        assertFault("<other/>", FileFault.MALFORMED, 1);
        assertFault("", FileFault.MALFORMED, 1);
        assertFault("<resources>\n<string name='k'>\0</string></resources>", FileFault.MALFORMED, 2);
        assertThat(issues(read("<resources><string>x</string><plurals name='p'/></resources>"))).containsExactly("NO_KEY 1 ", "EMPTY 1 p");
    }

    @ParameterizedTest
    @CsvSource({"de, false, values-de/strings.xml", "en, true, values/strings.xml", "pt-BR, false, values-pt-rBR/strings.xml",
            "sr-Latn, false, values-b+sr+Latn/strings.xml", "zh-Hant-HK, false, values-b+zh+Hant+HK/strings.xml",
            "es-419, false, values-b+es+419/strings.xml", "he, false, values-iw/strings.xml", "id, false, values-in/strings.xml"})
    void namesFileByLocale(String locale, boolean source, String path) {
        assertThat(new AndroidFormat().path(LocaleTag.parse(locale), source)).isEqualTo(path);
    }

    @Test
    void reportsNamesThatAndroidChanges() {
        var writer = new AndroidWriter();
        assertThat(losses(writer, "order.not-found")).isEmpty();
        assertThat(losses(writer, "order_not_found")).containsExactly(LossReason.KEY_CONFLICT);
        assertThat(losses(writer, "1001")).containsExactly(LossReason.SYNTAX);
    }

    private static List<LossReason> losses(AndroidWriter writer, String key) {
        var losses = new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY, LocaleTag.parse("en")));
        writer.write(new FileEntry(key, 0, List.of(new FileText(new RawText.Single("x"))), FileDetails.NONE), losses);
        return losses.all().stream().map(it -> it.reason()).toList();
    }

    @Property(tries = 500)
    void readsWhatItWrites(@ForAll("entries") List<FileEntry> entries) {
        var writer = new AndroidWriter();
        entries.forEach(it -> writer.write(it, new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY,
                LocaleTag.parse("en")))));
        var written = new String(writer.finish(), StandardCharsets.UTF_8);
        assertThat(withoutLines(read(written).entries())).as(written).isEqualTo(entries);
    }

    @Provide
    Arbitrary<List<FileEntry>> entries() {
        return WrittenEntries.lists(WrittenEntries.texts(), WrittenEntries.single(), WrittenEntries.plural(List.of("one", "few", "other")));
    }
}
