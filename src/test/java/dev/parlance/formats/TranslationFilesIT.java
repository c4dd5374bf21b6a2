package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.formats.po.PoFormat;
import dev.parlance.formats.po.PoImport;
import dev.parlance.formats.xliff.XliffFormat;
import dev.parlance.formats.xliff.XliffImport;
import dev.parlance.formats.xliff12.Xliff12Format;
import dev.parlance.formats.xliff12.Xliff12Import;
import dev.parlance.locales.LocaleTag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Tests that the npm libraries gettext-parser and xliff read the same texts from written files as this service. */
@EnabledIf("dev.parlance.formats.NodeClients#possible")
class TranslationFilesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final List<FormatPair> FORMATS = List.of(new FormatPair("po", new PoFormat(), new PoImport()),
            new FormatPair("xliff12", new Xliff12Format(), new Xliff12Import()),
            new FormatPair("xliff", new XliffFormat(), new XliffImport()));
    private static final List<String> CLDR_ORDER = List.of("zero", "one", "two", "few", "many", "other");
    private static NodeClients clients;

    /** A format with its name in {@code read.mjs}. */
    private record FormatPair(String name, BundleFormat writer, ImportFormat reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    private Path folder;

    @BeforeAll
    static void installClients() throws Exception {
        clients = NodeClients.install();
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void librariesFindSameTexts(FormatPair format) throws Exception {
        for (var catalog : TestBundles.CATALOGS) {
            for (var bundle : TestBundles.withDescriptions(catalog).values()) {
                var written = format.writer().write(withSource(bundle)).bytes();
                var file = Files.write(folder.resolve("file"), written);
                var found = JSON.readValue(clients.read(format.name(), file), new TypeReference<TreeMap<String, List<String>>>() { });
                var path = format.writer().path(bundle.locale(), false);
                assertThat(found).isEqualTo(texts(format.reader().read(new SourceFile(path, written))));
            }
        }
    }

    private static BundleContent withSource(BundleContent bundle) {
        var details = new EntryDetails(Optional.empty(), Optional.of("A source text"), Optional.empty(), Optional.empty());
        var entries = new ArrayList<BundleContent.Entry>();
        bundle.entries().forEach(it -> entries.add(new BundleContent.Entry(it.key(), it.pattern(), it.contract(), it.locale(), Set.of(),
                details)));
        return new BundleContent(bundle.locale(), Optional.of(EN), entries);
    }

    private static Map<String, List<String>> texts(FileContent content) {
        var texts = new TreeMap<String, List<String>>();
        for (var entry : content.entries()) {
            var text = entry.texts().stream().filter(it -> it.locale().isEmpty() || it.locale().equals(content.locale())).findFirst()
                    .orElseThrow().text();
            texts.put(entry.key(), text instanceof RawText.PluralForms forms ? CLDR_ORDER.stream().map(forms.forms()::get).filter(Objects::nonNull).toList()
                    : List.of(((RawText.Single) text).text()));
        }
        return texts;
    }
}
