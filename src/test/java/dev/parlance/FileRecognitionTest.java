package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.folder.FolderFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The format of a written file is recognised, in each locale of the shipped catalogs.
 *
 * <p>A file without anything that only one format has may be read in another one, with the same result.
 */
class FileRecognitionTest {
    /** The readers of formats that another one reads, too. */
    private static final Map<String, String> READERS = Map.of("json-nested", "json", "properties-ascii", "properties", "printf", "json");
    private static final Map<String, CatalogContent> CATALOGS = Map.of("parlance", read("parlance"), "exchange", read("exchange"));

    private static CatalogContent read(String catalog) {
        return new FolderFormat().read(file -> {
            try {
                return Files.readAllBytes(Path.of("translations", catalog, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static SortedMap<LocaleTag, BundleContent> bundles(CatalogContent content) {
        var bundles = new TreeMap<LocaleTag, BundleContent>();
        content.texts().forEach((locale, texts) -> {
            var entries = new ArrayList<BundleContent.Entry>();
            content.messages().stream().sorted(Comparator.comparing(MessageEntry::key)).forEach(message -> {
                var text = texts.get(message.key());
                entries.add(entry(message, message.key(), text.syntax(), text.message(), locale));
                entries.add(entry(message, message.key() + ".description", text.syntax(), text.description(), locale));
            });
            bundles.put(locale, new BundleContent(locale, Optional.of(content.sourceLocale()), entries));
        });
        return bundles;
    }

    private static BundleContent.Entry entry(MessageEntry message, String key, Syntax syntax, String text, LocaleTag locale) {
        var pattern = PatternText.of(syntax, text).withNames(message.contract()).pattern();
        return new BundleContent.Entry(key, pattern, message.contract(), locale);
    }

    private static ImportFormat reader(String name) {
        return FileFormats.importFormats().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static String best(SourceFile file) {
        return FileFormats.importFormats().stream().reduce((best, it) -> it.recognise(file) > best.recognise(file) ? it : best)
                .map(ImportFormat::name).orElseThrow();
    }

    static Stream<BundleFormat> bundleFormats() {
        return FileFormats.bundleFormats().stream();
    }

    @ParameterizedTest
    @MethodSource("bundleFormats")
    void recognisesWrittenBundles(BundleFormat format) {
        CATALOGS.forEach((name, content) -> bundles(content).forEach((locale, bundle) -> {
            var file = new SourceFile(format.path(locale, false), format.write(bundle).bytes());
            var reader = READERS.getOrDefault(format.name(), format.name());
            if (!best(file).equals(reader)) {
                assertThat(reader(best(file)).read(file)).as("%s of %s", file.path(), name).isEqualTo(reader(reader).read(file));
            }
        }));
    }

    @Test
    void recognisesWrittenCatalogs() {
        for (var format : FileFormats.catalogFormats()) {
            CATALOGS.forEach((name, content) -> format.write(new CatalogExport(name, content, bundles(content))).forEach((path, bytes) ->
                    assertThat(best(new SourceFile(path, bytes))).as("%s of %s", path, name).isEqualTo(format.name())));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void recognisesDocuments(String format, String path, String text) {
        assertThat(best(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(format);
    }

    /** The members of several formats have the same names. */
    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("json-map", "conditions.json", """
                        {"CART_EMPTY": {"message": ["The cart", "is empty"], "sqlState": "22000"},
                         "PRICE_CHANGED": {"message": ["The price has changed"], "subClass": {"UP": {"message": ["It is higher"]}}}}"""),
                Arguments.of("webextension", "_locales/de/messages.json", """
                        {"CART_EMPTY": {"message": "Leer"}, "PRICE": {"message": "Preis"}}"""),
                Arguments.of("go-i18n", "de.json", """
                        {"CART_EMPTY": {"description": "Cart", "other": "Leer"}, "PRICE": {"description": "Price", "other": "Preis"}}"""),
                Arguments.of("formatjs", "de.json", """
                        {"cart": "{count, plural, one {ein Artikel} other {# Artikel}}", "help": "Tippe '<b>'"}"""),
                Arguments.of("json", "de.json", """
                        {"CART": {"TITLE": "Warenkorb", "TEXT": "Leer"}, "PRICE": {"TITLE": "Preis", "TEXT": "Ohne Steuern"}}"""),
                Arguments.of("go-i18n-toml", "languages/pt-BR.toml", "\"Cart.Empty\" = \"O carrinho está vazio\"\n"),
                Arguments.of("toml-map", "errors.toml", """
                        ["cart:1001"]
                        error = "The cart is empty"
                        ["cart:1002"]
                        error = "The price has changed"
                        """),
                Arguments.of("yaml-map", "codes.yaml", """
                        E1001: {message: The cart is empty, status: 404}
                        E1002: {message: The price has changed, status: 409}
                        """),
                Arguments.of("yaml-symfony", "translations/messages.de.yaml", "cart: {empty: Leer}\n"));
    }

    @Test
    void doesNotRecogniseSettings() {
        var settings = new SourceFile("Cargo.toml", "[package]\nname = \"cart\"\nlicense = \"MIT\"\n".getBytes(StandardCharsets.UTF_8));
        assertThat(FileFormats.importFormats()).allSatisfy(it -> assertThat(it.recognise(settings)).as(it.name()).isLessThan(0.3));
    }
}
