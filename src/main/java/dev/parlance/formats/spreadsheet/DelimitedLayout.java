package dev.parlance.formats.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.Table;
import dev.parlance.formats.table.TableLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tables whose cells are separated by a character. */
public final class DelimitedLayout implements TableLayout {
    /** Comma, semicolon, tab or bar, whichever produces the most regular table. */
    public static final DelimitedLayout CSV = new DelimitedLayout("csv", ",;\t|");
    public static final DelimitedLayout TSV = new DelimitedLayout("tsv", "\t");
    private static final int SAMPLE = 64 * 1024;
    private static final int SAMPLE_ROWS = 50;

    private final String name;
    private final String separators;

    /** The regularity of the first rows of a file, assuming a separator. */
    private record Regularity(char separator, double share, int columns) {
        private static final Comparator<Regularity> BEST = Comparator.comparing((Regularity it) -> it.columns() > 1)
                .thenComparingDouble(Regularity::share).thenComparingInt(Regularity::columns);
    }

    private DelimitedLayout(String name, String separators) {
        this.name = name;
        this.separators = separators;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double recognise(SourceFile file) {
        try {
            var text = file.text();
            var best = regularity(text.substring(0, Math.min(SAMPLE, text.length())));
            boolean tabs = best.separator() == '\t';
            if (best.columns() < 2 || text.indexOf('\0') >= 0) {
                return 0;
            } else if (file.extension().equals(name)) {
                return 0.95;
            }
            boolean plain = List.of("txt", "csv", "tsv", "tab", "").contains(file.extension());
            return plain && tabs == name.equals("tsv") && best.share() > 0.9 && (tabs || best.columns() > 2) ? 0.5 : 0;
        } catch (FileFormatException notText) {
            return 0;
        }
    }

    @Override
    public List<Table> read(SourceFile file) {
        var text = file.text();
        var table = new SheetTable(file.path());
        char separator = regularity(text.substring(0, Math.min(SAMPLE, text.length()))).separator();
        try (var records = reader(text, separator)) {
            for (var row : records) {
                var cells = table.isExport() ? row.getFields().stream().map(FormulaGuard::remove).toList() : row.getFields();
                table.add((int) row.getStartingLineNumber(), cells);
            }
        } catch (CsvParseException e) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.build().map(List::of).orElseThrow(() -> new FileFormatException(file.path(), FileFault.NO_MESSAGES, 0,
                "no row has two cells"));
    }

    private Regularity regularity(String sample) {
        return separators.chars().mapToObj(it -> regularity(sample, (char) it)).max(Regularity.BEST).orElseThrow();
    }

    private static Regularity regularity(String sample, char separator) {
        var columns = new ArrayList<Integer>();
        try (var records = reader(sample, separator); Stream<CsvRecord> rows = records.stream()) {
            rows.limit(SAMPLE_ROWS).forEach(it -> columns.add(it.getFieldCount()));
        } catch (CsvParseException cutAtTheEnd) {
            return regularity(separator, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return regularity(separator, columns);
    }

    private static Regularity regularity(char separator, List<Integer> columns) {
        int first = columns.isEmpty() ? 0 : columns.get(0);
        return new Regularity(separator, columns.stream().filter(it -> it == first).count() / (double) Math.max(1, columns.size()), first);
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder().fieldSeparator(separator).allowExtraFields(true).allowMissingFields(true).skipEmptyLines(true)
                .ofCsvRecord(text);
    }
}
