package dev.parlance.formats.spreadsheet;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.CatalogFormat;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.locales.LocaleTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes workbooks with one sheet.
 *
 * <p>All cells are texts with the number format {@code @}, so that spreadsheets neither convert codes nor evaluate formulas, even after a
 * cell is edited.
 */
public final class WorkbookWriter implements BundleFormat, CatalogFormat {
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";
    private static final LocalDateTime EARLIEST_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value() + ".xlsx";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var bundle = new FormattedBundle.Builder();
        content.entries().forEach(it -> bundle.add(it.key(), new Losses(it)));
        return bundle.build(workbook(rows -> ExportColumns.write(content, rows)));
    }

    @Override
    public SortedMap<String, byte[]> write(CatalogExport export) {
        return new TreeMap<>(Map.of(export.catalog() + ".xlsx", workbook(rows -> ExportColumns.write(export, rows))));
    }

    private static byte[] workbook(Consumer<Consumer<List<String>>> rows) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var workbook = new Workbook(bytes, "Parlance", "1.0"); var sheet = workbook.newWorksheet("Messages")) {
                var line = new int[1];
                rows.accept(cells -> {
                    for (int i = 0; i < cells.size(); i++) {
                        if (!cells.get(i).isEmpty()) {
                            sheet.value(line[0], i, CellEscapes.escape(cells.get(i)));
                            sheet.style(line[0], i).format("@").set();
                        }
                    }
                    line[0]++;
                });
                sheet.freezePane(0, 1);
            }
            return removeTimestamps(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the timestamps that the library writes, so that equal content produces equal bytes. */
    private static byte[] removeTimestamps(byte[] archive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(archive)).get();
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(in.getEntries())) {
                var content = in.getInputStream(entry).readAllBytes();
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EARLIEST_TIME);
                out.putNextEntry(copy);
                out.write(entry.getName().equals("docProps/core.xml")
                        ? new String(content, StandardCharsets.UTF_8).replaceAll(CREATED, "").getBytes(StandardCharsets.UTF_8) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
