package dev.parlance.formats.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.CatalogFormat;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes CSV or TSV in UTF-8 without a byte order mark. */
public final class DelimitedWriter implements BundleFormat, CatalogFormat {
    public static final DelimitedWriter CSV = new DelimitedWriter("csv", ',', "text/csv;charset=UTF-8");
    public static final DelimitedWriter TSV = new DelimitedWriter("tsv", '\t', "text/tab-separated-values;charset=UTF-8");

    private final String name;
    private final char separator;
    private final String mediaType;

    private DelimitedWriter(String name, char separator, String mediaType) {
        this.name = name;
        this.separator = separator;
        this.mediaType = mediaType;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value() + "." + name;
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var bundle = new FormattedBundle.Builder();
        content.entries().forEach(it -> bundle.add(it.key(), new Losses(it)));
        return bundle.build(table(rows -> ExportColumns.write(content, rows)));
    }

    @Override
    public SortedMap<String, byte[]> write(CatalogExport export) {
        return new TreeMap<>(Map.of(export.catalog() + "." + name, table(rows -> ExportColumns.write(export, rows))));
    }

    private byte[] table(Consumer<Consumer<List<String>>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.accept(cells -> csv.writeRecord(cells.stream().map(FormulaGuard::add).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
