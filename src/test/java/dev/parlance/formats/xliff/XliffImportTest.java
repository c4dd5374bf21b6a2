package dev.parlance.formats.xliff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileText;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.reading.WrittenEntries;
import dev.parlance.formats.reading.XmlImportTestBase;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XliffImportTest extends XmlImportTestBase {
    private static final String ROOT = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" "
            + "trgLang=\"de\">";
    private static final String SAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en-US" trgLang="de"
                xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0">
              <file id="f1" original="ng.template">
                <unit id="u1" name="order.lost">
                  <mda:metadata><mda:metaGroup><mda:meta type="x">y</mda:meta></mda:metaGroup></mda:metadata>
                  <notes><note category="description">Shown</note><note>Twice</note></notes>
                  <originalData><data id="d1">%s</data><data id="d2">&lt;b&gt;</data><data id="d3">&lt;/b&gt;</data></originalData>
                  <segment state="final">
                    <source>Order <ph id="1" dataRef="d1"/> <pc id="2" dataRefStart="d2" dataRefEnd="d3">lost</pc></source>
                    <target>Auftrag <ph id="1" dataRef="d1"/> <pc id="2" dataRefStart="d2" dataRefEnd="d3">verloren</pc></target>
                  </segment>
                </unit>
                <group id="g1">
                  <unit id="4286451273117902052">
                    <segment state="translated"><source>Hi <ph id="0" equiv="NAME" disp="{{name}}"/>.</source><target>Hallo <ph id="0" equiv="NAME"/>.</target></segment>
                    <ignorable><source> </source></ignorable>
                    <segment state="initial"><source>Bye<cp hex="0007"/></source><target>Tschüs</target></segment>
                  </unit>
                </group>
                <unit id="1"><segment><source>
                    Wrapped <mrk id="m1" type="term">term</mrk>
                  </source></segment></unit>
                <unit id="half"><segment><source>A</source><target>B</target></segment><segment><source>C</source></segment></unit>
                <unit id="brand" translate="no"><segment><source>Acme</source></segment></unit>
              </file>
            </xliff>
            """;

    XliffImportTest() {
        super(new XliffImport(), "de.xlf");
    }

    @Override
    protected String sample() {
        return SAMPLE;
    }

    @Override
    protected String fileOf(int messages) {
        return IntStream.range(0, messages).mapToObj(it -> "<unit id=\"k" + it + "\"><segment><source>text</source></segment></unit>\n")
                .collect(Collectors.joining("", ROOT + "<file id=\"f\">", "</file></xliff>"));
    }

    private static FileEntry entry(String key, int line, String source, FileDetails details, FileText... texts) {
        return new FileEntry(key, line, List.of(texts), details, Optional.of(new RawText.Single(source)));
    }

    private static FileText text(String text, ReviewState state) {
        return new FileText(Optional.empty(), new RawText.Single(text), Optional.empty(), Optional.of(state), Optional.empty());
    }

    @Test
    void readsEveryKindOfUnit() {
        var content = read(SAMPLE);
        assertThat(content.locale()).contains(LocaleTag.parse("de"));
        assertThat(content.sourceLocale()).contains(LocaleTag.parse("en-US"));
        assertThat(content.entries()).containsExactly(
                entry("order.lost", 5, "Order %s <b>lost</b>", FileDetails.comment("Shown\nTwice"),
                        text("Auftrag %s <b>verloren</b>", ReviewState.APPROVED)),
                entry("4286451273117902052", 15, "Hi <ph id=\"0\"/>. Bye\u0007", FileDetails.NONE,
                        text("Hallo <ph id=\"0\"/>. Tschüs", ReviewState.DRAFT)),
                entry("Wrapped term", 21, "Wrapped term", FileDetails.NONE),
                entry("half", 24, "AC", FileDetails.NONE));
        assertThat(issues(content)).containsExactly("EMPTY 24 half", "NOT_TRANSLATABLE 25 brand");
    }

    @Test
    void readsVersion22() {
        var file = SAMPLE.replace("document:2.0", "document:2.2").replace("version=\"2.1\"", "version=\"2.2\"");
        assertThat(read(file).entries()).isEqualTo(read(SAMPLE).entries());
    }

    @Test
    void rejectsInvalidFiles() {
        assertFault("<xliff version='1.2'/>", FileFault.UNSUPPORTED_VERSION, 1);
        assertFault("<xliff version='2.9' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>", FileFault.UNSUPPORTED_VERSION, 1);
        assertFault("<xliff version='2.0'/>", FileFault.MALFORMED, 1);
        assertFault(ROOT + "\n<file id='f'>\n<unit id='u'>", FileFault.MALFORMED, 3);
        assertFault(ROOT + "\n<file id='f'>\n<unit id='u 1'><segment><source>a</source></segment></unit></file></xliff>",
                FileFault.MALFORMED, 3);
        assertFault(ROOT + "<file id='f'>\n<unit id='u'><segment><source>a<ph id='1' "
                + "dataRef='x'/></source></segment></unit></file></xliff>",
                FileFault.MALFORMED, 2);
        assertFault(ROOT + "<file id='f'>\n<unit id='u'><segment><source>a</source></segment></unit>\n"
                + "<unit id='u'><segment><source>b</source></segment></unit></file></xliff>", FileFault.MALFORMED, 3);
        assertFault(ROOT + "<file id='f'>\n<unit id='u'><segment><target>a</target></segment></unit></file></xliff>",
                FileFault.MALFORMED, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D800", "110000", "x", ""})
    void rejectsInvalidCharacters(String hexadecimal) {
        var file = ROOT + "<file id='f'>\n<unit id='u'><segment><source><cp hex='" + hexadecimal
                + "'/></source></segment></unit></file></xliff>";
        assertFault(file, FileFault.MALFORMED, 2);
    }

    private static String write(List<FileEntry> entries) {
        var writer = new XliffWriter(LocaleTag.parse("de"), Optional.of(LocaleTag.parse("en")));
        entries.forEach(it -> writer.write(it, new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY,
                LocaleTag.parse("en")))));
        return new String(writer.finish(), StandardCharsets.UTF_8);
    }

    @Test
    void writesControlCharacters() {
        var text = new FileText(new RawText.Single("a\u0007b\uFFFF"));
        var file = write(List.of(new FileEntry("k", 0, List.of(text), FileDetails.NONE)));
        assertThat(file).contains("a<cp hex=\"0007\"/>b<cp hex=\"FFFF\"/>");
        assertThat(texts(file)).containsExactly(Map.entry("k", text.text()));
        assertThat(read(write(List.of())).entries()).isEmpty();
    }

    @Property(tries = 100)
    void readsWhatItWrites(@ForAll("entries") List<FileEntry> entries) {
        var written = entries.stream().map(it -> new FileEntry(it.key(), 0, List.of(text(((RawText.Single) it.texts().get(0).text()).text(),
                ReviewState.values()[it.key().length() % 3])), FileDetails.comment(it.key().strip()),
                Optional.of(new RawText.Single(it.key() + "!")))).toList();
        var expected = written.stream().map(it -> it.texts().get(0).text().equals(new RawText.Single(""))
                ? new FileEntry(it.key(), 0, List.of(), it.details(), it.sourceText()) : it).toList();
        assertThat(withoutLines(read(write(written)).entries())).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<FileEntry>> entries() {
        return WrittenEntries.lists(WrittenEntries.texts(), WrittenEntries.single());
    }
}
