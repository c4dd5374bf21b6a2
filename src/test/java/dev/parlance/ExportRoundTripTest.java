package dev.parlance;

import static dev.parlance.catalog.CatalogFixture.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState.CatalogSettings;
import dev.parlance.catalog.editing.EditCatalog.CreateCatalogCommand;
import dev.parlance.exchange.exports.ExportCatalog;
import dev.parlance.exchange.exports.ReadExport;
import dev.parlance.exchange.imports.FileReader;
import dev.parlance.exchange.imports.ImportCatalog;
import dev.parlance.exchange.imports.ImportEntry;
import dev.parlance.exchange.imports.ImportOptions;
import dev.parlance.exchange.imports.UploadedFiles;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export of both shipped catalogs, imported again, changes nothing but what the format has reported as lossy. */
class ExportRoundTripTest {
    private static final LocaleTag EN = new LocaleTag("en");
    /** Counted texts, for which i18next has whole sentences and the name {@code count}. They come back in that form. */
    private static final Set<String> COUNTED_IN_I18NEXT = Set.of("-1015", "-2048");

    private final Wiring wiring = new Wiring();

    private final class Shop {
        private final CatalogFixture fixture = new CatalogFixture();
        private final ReadExport read = new ReadExport(fixture.ports.catalogs(), fixture.ports.messages(), fixture.ports.texts(),
                fixture.transactions);
        private final ExportCatalog exports = new ExportCatalog(read, wiring.bundleFormats(), wiring.catalogFormats());
        private final ImportCatalog imports = new ImportCatalog(new FileReader(wiring.importFormats()),
                new ImportCatalog.ImportPorts(fixture.ports.catalogs(), fixture.ports.messages(), fixture.writeCatalog,
                        fixture.transactions), fixture.drafts, fixture.runChecks);
        private final CatalogName catalog;

        Shop(String name) {
            catalog = new CatalogName(name);
            fixture.editCatalog.create(new CreateCatalogCommand(catalog, EN, new CatalogSettings(name, false, false), new TreeMap<>(),
                    true), by("ann"));
        }

        private List<ImportEntry> plan(Map<String, byte[]> files, ImportOptions options) {
            return imports.plan(catalog, options, upload(files), by("ann"), it -> { }).report().first();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    void exportsFolderByteForByte(String name) {
        var shop = imported(name);
        var exported = shop.exports.export(shop.catalog, Set.of(), ExportCatalog.FOLDER, true).files();
        var shipped = folder(name);
        assertThat(exported.keySet()).isEqualTo(shipped.keySet());
        exported.forEach((path, bytes) -> {
            // An import cannot tell which locales are required.
            if (!path.equals("catalog.json")) {
                assertThat(bytes).as(path).isEqualTo(shipped.get(path));
            }
        });
        assertThat(shop.plan(shipped, ImportOptions.DEFAULT)).isEmpty();
    }

    @TestFactory
    List<DynamicTest> importsEachFormatWithoutChanges() {
        var tests = new ArrayList<DynamicTest>();
        for (var name : List.of("exchange", "parlance")) {
            var shop = imported(name);
            for (var format : wiring.bundleFormats()) {
                wiring.importFormats().stream().filter(it -> it.name().equals(format.name())).findFirst().ifPresent(reader ->
                        tests.add(DynamicTest.dynamicTest(name + " " + format.name(), () -> roundTrip(shop, format, reader))));
            }
        }
        return tests;
    }

    private static void roundTrip(Shop shop, BundleFormat format, ImportFormat reader) {
        for (var locale : shop.fixture.readDraft.readCatalog(shop.catalog, it -> it).locales()) {
            var exported = shop.exports.export(shop.catalog, locale, format.name(), Optional.empty(), false);
            var options = new ImportOptions(Optional.of(reader.name()), Optional.empty(), Optional.of(locale), Optional.empty(), false,
                    ImportOptions.ReviewedTexts.CONFLICT, false, false, Optional.empty(), it -> true);
            assertThat(shop.plan(exported.files(), options)).filteredOn(it -> !exported.lossy().contains(it.key()))
                    .filteredOn(it -> !format.name().equals("i18next") || !COUNTED_IN_I18NEXT.contains(it.key())).as(locale.value())
                    .isEmpty();
        }
    }

    private Shop imported(String name) {
        var shop = new Shop(name);
        var options = new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true,
                ImportOptions.ReviewedTexts.CONFLICT, false, false, Optional.empty(), it -> true);
        var outcome = shop.imports.apply(shop.catalog, options, upload(folder(name)), by("ann"));
        assertThat(outcome.report().first()).filteredOn(it -> it.kind() == ImportEntry.Kind.REFUSED).isEmpty();
        return shop;
    }

    private static SortedMap<String, byte[]> folder(String name) {
        try (var files = Files.list(Path.of("translations", name))) {
            var contents = new TreeMap<String, byte[]>();
            for (var file : files.filter(it -> !it.endsWith("README.md")).toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UploadedFiles upload(Map<String, byte[]> files) {
        return new UploadedFiles() {
            @Override
            public List<String> paths() {
                return List.copyOf(new TreeMap<>(files).keySet());
            }

            @Override
            public SourceFile read(String path) {
                return new SourceFile(path, files.get(path));
            }

            @Override
            public boolean isArchive() {
                return files.size() > 1;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
