package dev.parlance.formats.xliff12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileText;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.reading.Indentation;
import dev.parlance.formats.reading.WrittenEntries;
import dev.parlance.formats.reading.XmlImportTestBase;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
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

class Xliff12ImportTest extends XmlImportTestBase {
    private static final String SAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
              <file original="Localizable.strings" source-language="en" target-language="de" datatype="plaintext">
                <header><tool tool-id="x"/></header>
                <body>
                  <trans-unit id="title" xml:space="preserve" approved="yes">
                    <source> Title
            line </source>
                    <target state="translated"> Titel
            zwei </target>
                    <note from="developer">Window</note>
                    <note>Second</note>
                    <alt-trans><target>Alt</target></alt-trans>
                  </trans-unit>
                  <group id="g">
                    <trans-unit id="4286451273117902052" datatype="html">
                      <source>Hello <x id="NAME" equiv-text="{{ name }}"/>, <g id="1" ctype="x-b">bold</g></source>
                      <target state="needs-review-translation">Hallo <x id="NAME"/>, <g id="1">fett</g></target>
                    </trans-unit>
                  </group>
                  <trans-unit id="1">
                    <source>
                      Read <ph id="1">%s</ph> <bpt id="2">&lt;b&gt;</bpt>now<ept id="2">&lt;/b&gt;</ept> <mrk mtype="term">term</mrk>
                    </source>
                  </trans-unit>
                  <trans-unit id="2" resname="order.lost"><source>Lost</source><target>Verloren</target></trans-unit>
                  <trans-unit id="brand" translate="no"><source>Acme</source></trans-unit>
                  <trans-unit id="new"><source>New</source><target/></trans-unit>
                  <bin-unit id="image"><bin-source/></bin-unit>
                </body>
              </file>
              <file original="other" source-language="en" target-language="fr" datatype="plaintext">
                <body><trans-unit id="french"><source>Yes</source><target state="final">Oui</target></trans-unit></body>
              </file>
            </xliff>
            """;

    Xliff12ImportTest() {
        super(new Xliff12Import(), "de.xlf");
    }

    @Override
    protected String sample() {
        return SAMPLE;
    }

    @Override
    protected String fileOf(int messages) {
        return IntStream.range(0, messages).mapToObj(it -> "<trans-unit id=\"k" + it + "\"><source>text</source></trans-unit>\n")
                .collect(Collectors.joining("", "<xliff version=\"1.2\"><file><body>", "</body></file></xliff>"));
    }

    private static FileEntry entry(String key, int line, String source, FileDetails details, FileText... texts) {
        return new FileEntry(key, line, List.of(texts), details, Optional.of(new RawText.Single(source)));
    }

    private static FileText text(String text, ReviewState state) {
        return new FileText(Optional.empty(), new RawText.Single(text), Optional.empty(), Optional.ofNullable(state), Optional.empty());
    }

    @Test
    void readsEveryKindOfUnit() {
        var content = read(SAMPLE);
        assertThat(content.locale()).contains(LocaleTag.parse("de"));
        assertThat(content.sourceLocale()).contains(LocaleTag.parse("en"));
        assertThat(content.entries()).containsExactly(
                entry("title", 6, " Title\nline ", FileDetails.comment("Window\nSecond"), text(" Titel\nzwei ", ReviewState.APPROVED)),
                entry("4286451273117902052", 16, "Hello <x id=\"NAME\"/>, <g id=\"1\">bold</g>", FileDetails.NONE,
                        text("Hallo <x id=\"NAME\"/>, <g id=\"1\">fett</g>", ReviewState.DRAFT)),
                entry("Read %s <b>now</b> term", 21, "Read %s <b>now</b> term", FileDetails.NONE),
                entry("order.lost", 26, "Lost", FileDetails.NONE, text("Verloren", null)),
                entry("new", 28, "New", FileDetails.NONE),
                entry("french", 33, "Yes", FileDetails.NONE, new FileText(Optional.of(LocaleTag.parse("fr")), new RawText.Single("Oui"),
                        Optional.empty(), Optional.of(ReviewState.APPROVED), Optional.empty())));
        assertThat(issues(content)).containsExactly("NOT_TRANSLATABLE 27 brand", "NOT_A_TEXT 29 image");
    }

    @Test
    void rejectsInvalidFiles() {
        assertFault("<xliff version='2.0'/>", FileFault.UNSUPPORTED_VERSION, 1);
        assertFault("<xliff/>", FileFault.UNSUPPORTED_VERSION, 1);
        assertFault("<tmx/>", FileFault.MALFORMED, 1);
        assertFault("<xliff version='1.2'>\n<file>", FileFault.MALFORMED, 2);
        assertFault("<!DOCTYPE xliff PUBLIC '-//XLIFF//DTD XLIFF//EN' "
                + "'http://www.oasis-open.org/committees/xliff/documents/xliff.dtd'>\n<xliff/>",
                FileFault.ENTITY, 1);
    }

    @Property(tries = 500)
    void readsWhatItWrites(@ForAll("entries") List<FileEntry> entries) {
        var writer = new Xliff12Writer(LocaleTag.parse("de"), Optional.of(LocaleTag.parse("en")));
        var losses = new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY, LocaleTag.parse("en")));
        var written = entries.stream().map(it -> new FileEntry(it.key(), 0, List.of(new FileText(Optional.empty(), it.texts().get(0).text(),
                Optional.empty(), Optional.of(ReviewState.values()[it.key().length() % 3]), Optional.empty())),
                FileDetails.comment(it.key().strip()), Optional.of(new RawText.Single(it.key() + "!")))).toList();
        written.forEach(it -> writer.write(it, losses));
        var expected = written.stream().map(it -> it.texts().get(0).text().equals(new RawText.Single(""))
                ? new FileEntry(it.key(), 0, List.of(), it.details(), it.sourceText()) : it).toList();
        assertThat(withoutLines(read(writer.finish()).entries())).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<FileEntry>> entries() {
        return WrittenEntries.lists(WrittenEntries.texts(), WrittenEntries.single());
    }

    @Test
    void keepsWhitespaceButNotIndentation() {
        for (var texts : Map.of(" a ", " a ", "\n  a\n b  \n ", "a\n b", "a  b", "a  b", "\n", "", "\u00A0a", "\u00A0a").entrySet()) {
            assertThat(Indentation.strip(texts.getKey())).isEqualTo(texts.getValue());
        }
    }
}
