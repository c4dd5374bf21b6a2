package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.android.AndroidFormat;
import dev.parlance.formats.android.AndroidImport;
import dev.parlance.formats.apple.StringsFormat;
import dev.parlance.formats.apple.StringsImport;
import dev.parlance.formats.apple.StringsdictFormat;
import dev.parlance.formats.apple.StringsdictImport;
import dev.parlance.formats.apple.XcstringsFormat;
import dev.parlance.formats.apple.XcstringsImport;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.formats.po.PoFormat;
import dev.parlance.formats.po.PoImport;
import dev.parlance.formats.xliff.XliffFormat;
import dev.parlance.formats.xliff.XliffImport;
import dev.parlance.formats.xliff12.Xliff12Format;
import dev.parlance.formats.xliff12.Xliff12Import;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PatternText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the formats of translation tools preserve the shipped catalogs when a written file is read and written again. */
class TranslatorFormatsTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    /** The same source text for all messages, so that only their keys distinguish them. */
    private static final Optional<String> SOURCE = Optional.of("A source text");
    private static final List<BundleFormat> WRITERS = List.of(new AndroidFormat(), new StringsFormat(), new StringsdictFormat(),
            new PoFormat(),
            new Xliff12Format(), new XliffFormat());
    private static final List<ImportFormat> READERS = List.of(new AndroidImport(), new StringsImport(), new StringsdictImport(),
            new PoImport(),
            new Xliff12Import(), new XliffImport());

    static Stream<String> formats() {
        return WRITERS.stream().map(BundleFormat::name);
    }

    private static ImportFormat reader(String name) {
        return READERS.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writesSameFileAgainAfterReading(String name) {
        var format = WRITERS.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        for (var catalog : TestBundles.CATALOGS) {
            TestBundles.withDescriptions(catalog).forEach((locale, bundle) -> {
                var first = format.write(new BundleContent(locale, Optional.of(EN), withNotes(bundle)));
                var file = new SourceFile(format.path(locale, false), first.bytes());
                assertThat(reader(name).recognise(file)).isGreaterThan(0.8);
                var again = imported(reader(name), file, bundle);
                assertThat(again).hasSameSizeAs(withNotes(bundle));
                var second = format.write(new BundleContent(locale, Optional.of(EN), again));
                assertThat(new String(second.bytes(), StandardCharsets.UTF_8)).isEqualTo(new String(first.bytes(), StandardCharsets.UTF_8));
            });
        }
    }

    private static List<BundleContent.Entry> withNotes(BundleContent bundle) {
        var details = new EntryDetails(Optional.empty(), SOURCE, Optional.of("A note"), Optional.of(ReviewState.DRAFT));
        var entries = new ArrayList<BundleContent.Entry>();
        bundle.entries().forEach(it -> entries.add(new BundleContent.Entry(it.key(), it.pattern(), it.contract(), it.locale(), Set.of(),
                details)));
        return entries;
    }

    private static List<BundleContent.Entry> imported(ImportFormat reader, SourceFile file, BundleContent bundle) {
        Map<String, ArgumentContract> contracts = new HashMap<>();
        bundle.entries().forEach(it -> contracts.put(it.key(), it.contract()));
        var entries = new ArrayList<BundleContent.Entry>();
        var content = reader.read(file);
        assertThat(content.issues()).isEmpty();
        for (var entry : content.entries()) {
            entries.add(entry(entry, entry.texts().get(0), reader.dialect().orElse(dialect(reader)), contracts.get(entry.key()),
                    bundle.locale()));
        }
        return entries;
    }

    private static MessageDialect dialect(ImportFormat reader) {
        return reader.name().equals("po") ? MessageDialect.PRINTF : MessageDialect.ICU;
    }

    private static BundleContent.Entry entry(FileEntry entry, FileText text, MessageDialect dialect, ArgumentContract contract,
            LocaleTag locale) {
        var converted = DialectReader.read(dialect, text.text(), locale);
        var pattern = PatternText.of(converted.syntax(), converted.text()).withNames(contract).pattern();
        return new BundleContent.Entry(entry.key(), pattern, contract, locale, Set.of(),
                new EntryDetails(Optional.empty(), SOURCE, entry.details().comment(), text.state().or(() -> Optional.of(ReviewState.DRAFT))));
    }

    @Test
    void writesSameCatalogAgainAfterReading() {
        var format = new XcstringsFormat();
        var reader = new XcstringsImport();
        for (var catalog : TestBundles.CATALOGS) {
            var bundles = new TreeMap<LocaleTag, BundleContent>();
            TestBundles.withDescriptions(catalog).forEach((locale, bundle) -> bundles.put(locale, new BundleContent(locale,
                    withNotes(bundle))));
            var content = new CatalogContent(catalog, EN, new TreeSet<>(), List.of(), new TreeMap<>());
            var first = format.write(new CatalogExport(catalog, content, bundles)).get("Localizable.xcstrings");
            var read = reader.read(new SourceFile("Localizable.xcstrings", first));
            assertThat(read.issues()).isEmpty();
            Map<String, ArgumentContract> contracts = new HashMap<>();
            bundles.get(EN).entries().forEach(it -> contracts.put(it.key(), it.contract()));
            var again = new TreeMap<LocaleTag, BundleContent>();
            bundles.keySet().forEach(locale -> again.put(locale, new BundleContent(locale, read.entries().stream().map(entry -> entry(entry,
                    entry.texts().stream().filter(it -> it.locale().equals(Optional.of(locale))).findFirst().orElseThrow(),
                    MessageDialect.APPLE, contracts.get(entry.key()), locale)).toList())));
            var second = format.write(new CatalogExport(catalog, content, again)).get("Localizable.xcstrings");
            assertThat(new String(second, StandardCharsets.UTF_8)).isEqualTo(new String(first, StandardCharsets.UTF_8));
        }
    }
}
