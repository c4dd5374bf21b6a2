package dev.parlance.formats.apple;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSDictionary;
import com.dd.plist.PropertyListParser;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileText;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StringsdictImportTest extends XmlImportTestBase {
    private static final String SAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
                <!-- Number of songs -->
                <key>songs</key>
                <dict>
                    <key>NSStringLocalizedFormatKey</key>
                    <string>%#@n@</string>
                    <key>n</key>
                    <dict>
                        <key>NSStringFormatSpecTypeKey</key>
                        <string>NSStringPluralRuleType</string>
                        <key>NSStringFormatValueTypeKey</key>
                        <string>d</string>
                        <key>zero</key>
                        <string>No songs</string>
                        <key>one</key>
                        <string>%d song &amp; more</string>
                        <key>other</key>
                        <string>%d songs</string>
                    </dict>
                </dict>
                <key>two parts</key>
                <dict>
                    <key>NSStringLocalizedFormatKey</key>
                    <string>%1$#@files@ in %2$#@folders@</string>
                    <key>files</key>
                    <dict>
                        <key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>
                        <key>NSStringFormatValueTypeKey</key><string>lu</string>
                        <key>one</key><string>a file</string><key>other</key><string>%1$lu files</string>
                    </dict>
                    <key>folders</key>
                    <dict>
                        <key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>
                        <key>other</key><string>%2$lu folders</string>
                    </dict>
                </dict>
                <key>plain</key>
                <dict><key>NSStringLocalizedFormatKey</key><string>Hello %@</string></dict>
                <key>wide</key>
                <dict><key>NSStringVariableWidthRuleType</key><dict><key>20</key><string>Short</string></dict></dict>
                <key>number</key>
                <integer>5</integer>
            </dict>
            </plist>
            """;

    StringsdictImportTest() {
        super(new StringsdictImport(), "en.lproj/Localizable.stringsdict");
    }

    @Override
    protected String sample() {
        return SAMPLE;
    }

    @Override
    protected String nesting() {
        return "<dict><key>k</key>";
    }

    @Override
    protected String fileOf(int messages) {
        return IntStream.range(0, messages).mapToObj(it -> "<key>k" + it
                + "</key><dict><key>NSStringLocalizedFormatKey</key><string>text</string></dict>\n")
                .collect(Collectors.joining("", "<plist><dict>", "</dict></plist>"));
    }

    private static RawText.PluralForms plural(Map<String, String> forms) {
        return new RawText.PluralForms("", false, new TreeMap<>(forms));
    }

    @Test
    void readsEveryKindOfText() {
        var content = read(SAMPLE);
        var expected = new LinkedHashMap<String, RawText>();
        expected.put("songs", plural(Map.of("zero", "No songs", "one", "%d song & more", "other", "%d songs")));
        var variables = new LinkedHashMap<String, RawText.PluralForms>();
        variables.put("files", plural(Map.of("one", "a file", "other", "%1$lu files")));
        variables.put("folders", plural(Map.of("other", "%2$lu folders")));
        expected.put("two parts", new RawText.Substitutions("%1$#@files@ in %2$#@folders@", variables));
        expected.put("plain", new RawText.Single("Hello %@"));
        assertThat(texts(content)).containsExactlyEntriesOf(expected);
        assertThat(content.entries().get(0).line()).isEqualTo(6);
        assertThat(content.entries().get(0).details().comment()).contains("Number of songs");
        assertThat(issues(content)).containsExactly("VARIANT 42 wide", "NOT_A_TEXT 44 number");
    }

    @Test
    void rejectsInvalidFiles() {
        assertFault("<plist>\n<string>x</string></plist>", FileFault.MALFORMED, 2);
        assertFault("<plist><dict>\n<string>x</string></dict></plist>", FileFault.MALFORMED, 2);
        assertFault("<plist><dict>\n<key>a</key></dict></plist>", FileFault.MALFORMED, 2);
        assertFault("<plist><dict/>\n<dict/></plist>", FileFault.MALFORMED, 2);
        assertFault("<plist><dict>\nx</dict></plist>", FileFault.MALFORMED, 2);
        assertFault("<resources/>", FileFault.MALFORMED, 1);
        assertFault("<!DOCTYPE plist PUBLIC 'x' 'y' [\n<!ENTITY a 'b'>]><plist><dict/></plist>", FileFault.ENTITY, 2);
    }

    private static Losses losses() {
        return new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY, LocaleTag.parse("en")));
    }

    @Test
    void writesZeroForNumberZero() throws Exception {
        var writer = new StringsdictFormat.Writer();
        var losses = losses();
        writer.write(new FileEntry("k", 0, List.of(new FileText(plural(Map.of("=0", "none", "one", "%1$ld file", "other", "%1$ld files")))),
                FileDetails.comment("A -- note")), losses);
        assertThat(losses.all()).isEmpty();
        writer.write(new FileEntry("l", 0, List.of(new FileText(plural(Map.of("=2", "pair", "other", "%d")))), FileDetails.NONE), losses);
        assertThat(losses.all()).extracting(it -> it.reason()).containsExactly(LossReason.PLURAL_FORM);
        var root = (NSDictionary) PropertyListParser.parse(writer.finish());
        var value = (NSDictionary) ((NSDictionary) root.objectForKey("k")).objectForKey("value");
        assertThat(value.objectForKey("zero").toString()).isEqualTo("none");
        assertThat(value.objectForKey("NSStringFormatValueTypeKey").toString()).isEqualTo("ld");
        assertThat(value.objectForKey("NSStringFormatSpecTypeKey").toString()).isEqualTo("NSStringPluralRuleType");
    }

    @Property(tries = 500)
    void readsWhatItWrites(@ForAll("entries") List<FileEntry> entries) {
        var writer = new StringsdictFormat.Writer();
        entries.forEach(it -> writer.write(it, losses()));
        assertThat(withoutLines(read(writer.finish()).entries())).isEqualTo(entries);
    }

    @Provide
    Arbitrary<List<FileEntry>> entries() {
        var plural = WrittenEntries.plural(List.of("one", "other"));
        Arbitrary<RawText> parts = Combinators.combine(Arbitraries.of("%#@a@ in %#@b@", "%2$#@b@, %1$#@a@!"), plural, plural).as((text,
                a, b) -> {
            var variables = new LinkedHashMap<String, RawText.PluralForms>();
            variables.put("a", (RawText.PluralForms) a);
            variables.put("b", (RawText.PluralForms) b);
            return new RawText.Substitutions(text, variables);
        });
        return WrittenEntries.lists(WrittenEntries.texts(), WrittenEntries.single(), plural, parts);
    }
}
