package dev.parlance.rest.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.parlance.formats.spreadsheet.FormulaGuard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes a table as CSV (RFC 4180), with a header row. */
final class CsvTable {
    private CsvTable() {
    }

    static String write(Table table) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(table.columns());
            table.rows().forEach(row -> writer.writeRecord(row.stream().map(FormulaGuard::add).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
