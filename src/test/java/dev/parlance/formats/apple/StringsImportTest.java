package dev.parlance.formats.apple;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSDictionary;
import com.dd.plist.PropertyListParser;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.reading.ImportFormatTestBase;
import dev.parlance.formats.reading.WrittenEntries;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StringsImportTest extends ImportFormatTestBase {
    private static final String SAMPLE = """
            /* File
               header */

            /* Title of the "window" */
            "title" = "It's \\"here\\"\\n%1$@ of %@";
            // No. 1
            // No. 2
            unquoted.key-1 = "caf\\U00e9";
            /* No comment provided by engineer. */
            "key with \\U0022" = 'single';   "same";
            "multi
            line" = "a // no comment /* here */ = ;";
            "title" = "Other";
            """;

    StringsImportTest() {
        super(new StringsImport(), "de.lproj/Localizable.strings");
    }

    @Override
    protected String sample() {
        return SAMPLE;
    }

    @Override
    protected String fileOf(int messages) {
        return IntStream.range(0, messages).mapToObj(it -> "\"k" + it + "\" = \"text\";\n").collect(Collectors.joining());
    }

    @Test
    void readsEveryKindOfPair() {
        var content = read(SAMPLE);
        var expected = new LinkedHashMap<String, RawText>();
        expected.put("title", new RawText.Single("It's \"here\"\n%1$@ of %@"));
        expected.put("unquoted.key-1", new RawText.Single("café"));
        expected.put("key with \"", new RawText.Single("single"));
        expected.put("same", new RawText.Single("same"));
        expected.put("multi\nline", new RawText.Single("a // no comment /* here */ = ;"));
        assertThat(texts(content)).containsExactlyEntriesOf(expected);
        assertThat(content.entries()).extracting(FileEntry::line).containsExactly(5, 8, 10, 10, 11);
        assertThat(content.entries()).extracting(it -> it.details().comment().orElse("")).containsExactly("Title of the \"window\"",
                "No. 1\nNo. 2", "", "", "");
        assertThat(issues(content)).containsExactly("DUPLICATE_KEY 13 title");
    }

    @Test
    void decodesEveryEncoding() {
        var entries = read(SAMPLE).entries();
        assertThat(read(("\uFEFF" + SAMPLE).getBytes(StandardCharsets.UTF_16LE)).entries()).isEqualTo(entries);
        assertThat(read(("\uFEFF" + SAMPLE).getBytes(StandardCharsets.UTF_16BE)).entries()).isEqualTo(entries);
        assertThat(read(("\uFEFF" + SAMPLE).getBytes(StandardCharsets.UTF_8)).entries()).isEqualTo(entries);
        assertThat(read(SAMPLE.getBytes(StandardCharsets.UTF_16LE)).entries()).isEqualTo(entries);
    }

    @Test
    void rejectsInvalidFiles() {
        assertFault("\"a\" = \"b\";\n\"c\" = \"d\"", FileFault.MALFORMED, 2);
        assertFault("\"a\" = ;", FileFault.MALFORMED, 1);
        assertFault("\"a\" = \"b;\n\n", FileFault.MALFORMED, 3);
        assertFault("\n/* comment", FileFault.MALFORMED, 2);
        assertFault("\"a\" = { \"b\" = \"c\"; };", FileFault.MALFORMED, 1);
        assertFault("\"a\" = \"\\U00\";", FileFault.MALFORMED, 1);
        assertFault("\"a\" = \"\\377\";", FileFault.MALFORMED, 1);
        assertFault("\"a\" =\n\"\0\";", FileFault.MALFORMED, 2);
        assertFault("\"a\" =\n\"é\";".getBytes(StandardCharsets.ISO_8859_1), FileFault.ENCODING, 2);
        assertFault("bplist00\u0001", FileFault.MALFORMED, 1);
    }

    private static String write(List<FileEntry> entries) {
        var writer = new StringsFormat.Writer();
        entries.forEach(it -> writer.write(it, new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY,
                LocaleTag.parse("en")))));
        return new String(writer.finish(), StandardCharsets.UTF_8);
    }

    @Property(tries = 500)
    void readsWhatItWrites(@ForAll("entries") List<FileEntry> entries) {
        assertThat(withoutLines(read(write(entries)).entries())).isEqualTo(entries);
    }

    @Property(tries = 300)
    void agreesWithLibrary(@ForAll("entries") List<FileEntry> entries) throws Exception {
        var file = write(entries);
        var dictionary = (NSDictionary) PropertyListParser.parse(("{" + file + "}").getBytes(StandardCharsets.UTF_8));
        var expected = new LinkedHashMap<String, String>();
        dictionary.getHashMap().forEach((key, value) -> expected.put(key, value.toString()));
        assertThat(texts(file)).isEqualTo(expected.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> new RawText.Single(it.getValue()))));
    }

    @Provide
    Arbitrary<List<FileEntry>> entries() {
        return WrittenEntries.lists(WrittenEntries.texts(), WrittenEntries.single());
    }
}
