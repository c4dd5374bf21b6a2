package dev.parlance.exchange.exports;

import dev.parlance.catalog.CatalogName;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.CatalogFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.folder.FolderFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exports the draft of a catalog to files of a format. */
@Singleton
public final class ExportCatalog {
    /** The layout of {@code translations/}. */
    public static final String FOLDER = "folder";

    private static final String OCTETS = "application/octet-stream";
    private static final int MAX_LISTED_KEYS = 20;

    private final ReadExport readExport;
    private final List<BundleFormat> bundleFormats;
    private final List<CatalogFormat> catalogFormats;

    public ExportCatalog(ReadExport readExport, List<BundleFormat> bundleFormats, List<CatalogFormat> catalogFormats) {
        this.readExport = readExport;
        this.bundleFormats = bundleFormats;
        this.catalogFormats = catalogFormats;
    }

    /**
     * Exports one locale to one file.
     *
     * @param dialect     of the texts; empty for the dialect of the format
     * @param refuseLossy whether the export fails if the format cannot represent a message exactly
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER} for an unknown format, {@code UNKNOWN_CATALOG},
     *         {@code UNKNOWN_LOCALE} or {@code LOSSY_EXPORT}
     */
    public ExportedFiles export(CatalogName catalog, LocaleTag locale, String format, Optional<MessageDialect> dialect,
            boolean refuseLossy) {
        var named = bundleFormats.stream().filter(it -> it.name().equals(format)).findFirst()
                .orElseThrow(() -> unknownFormat(format, bundleFormats.stream().map(BundleFormat::name)));
        var bundleFormat = dialect.isEmpty() ? named : named.withDialect(dialect.get())
                .orElseThrow(() -> ProblemType.INVALID_PARAMETER.with("dialect", dialect.get().label(), ProblemType.NONE));
        return checkLosses(format, refuseLossy, write(readExport.read(catalog, Set.of(locale)), bundleFormat));
    }

    /**
     * Exports several locales.
     *
     * @param locales empty for all locales
     * @throws dev.parlance.problems.ProblemException as for one locale
     */
    public ExportedFiles export(CatalogName catalog, Set<LocaleTag> locales, String format, boolean refuseLossy) {
        var bundleFormat = bundleFormats.stream().filter(it -> it.name().equals(format)).findFirst();
        var catalogFormat = catalogFormats.stream().filter(it -> it.name().equals(format)).findFirst();
        if (!format.equals(FOLDER) && bundleFormat.isEmpty() && catalogFormat.isEmpty()) {
            throw unknownFormat(format, Stream.of(bundleFormats.stream().map(BundleFormat::name),
                    catalogFormats.stream().map(CatalogFormat::name), Stream.of(FOLDER)).flatMap(it -> it));
        }
        var export = readExport.read(catalog, locales);
        if (bundleFormat.isPresent()) {
            return checkLosses(format, refuseLossy, write(export, bundleFormat.get()));
        }
        return catalogFormat.map(it -> new ExportedFiles(it.write(export), it.mediaType(), Set.of()))
                .orElseGet(() -> new ExportedFiles(new FolderFormat().write(export.content()), OCTETS, Set.of()));
    }

    private static ExportedFiles write(CatalogExport export, BundleFormat format) {
        var files = new TreeMap<String, byte[]>();
        var lossy = new TreeSet<String>();
        export.bundles().forEach((locale, content) -> {
            var formatted = format.write(content);
            files.put(format.path(locale, locale.equals(export.content().sourceLocale())), formatted.bytes());
            lossy.addAll(formatted.lossyKeys());
        });
        return new ExportedFiles(files, format.mediaType(), lossy);
    }

    private static ExportedFiles checkLosses(String format, boolean refuseLossy, ExportedFiles exported) {
        if (refuseLossy && !exported.lossy().isEmpty()) {
            throw ProblemType.LOSSY_EXPORT.with(format, exported.lossy().size(),
                    exported.lossy().stream().limit(MAX_LISTED_KEYS).collect(Collectors.joining(", ")));
        }
        return exported;
    }

    private static RuntimeException unknownFormat(String format, Stream<String> known) {
        return ProblemType.INVALID_PARAMETER.with("format", format, known.distinct().sorted().collect(Collectors.joining(", ")));
    }
}
