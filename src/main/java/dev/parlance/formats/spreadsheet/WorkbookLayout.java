package dev.parlance.formats.spreadsheet;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.Table;
import dev.parlance.formats.table.TableLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The sheets of an Office Open XML workbook. */
public final class WorkbookLayout implements TableLayout {
    private static final int MAX_COLUMNS = 1000;

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public double recognise(SourceFile file) {
        var bytes = file.bytes();
        boolean zip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
        return !zip ? 0 : file.extension().equals("xlsx") || file.extension().equals("xlsm") ? 0.99 : 0;
    }

    @Override
    public List<Table> read(SourceFile file) {
        // The library fails to read number formats if the workbook has no styles.
        boolean formats = ZipGuard.check(file).stream().anyMatch(it -> it.endsWith("styles.xml"));
        var tables = new ArrayList<Table>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()), new ReadingOptions(formats, false));
                var sheets = workbook.getSheets()) {
            for (var sheet : sheets.toList()) {
                read(file, sheet).ifPresent(tables::add);
            }
        } catch (FileFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library reports malformed workbooks with various unchecked exceptions.
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        }
        if (tables.isEmpty()) {
            throw new FileFormatException(file.path(), FileFault.NO_MESSAGES, 0, "no row has two cells");
        }
        return tables;
    }

    private static Optional<Table> read(SourceFile file, Sheet sheet) throws IOException {
        var table = new SheetTable(file.path());
        try (var rows = sheet.openStream()) {
            rows.forEach(row -> table.add(row.getRowNum(), cells(file, row)));
        }
        return table.build();
    }

    private static List<String> cells(SourceFile file, Row row) {
        if (row.getCellCount() > MAX_COLUMNS) {
            throw new FileFormatException(file.path(), FileFault.TOO_LARGE, row.getRowNum(), "more than " + MAX_COLUMNS + " columns");
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(CellEscapes.unescape(row.getOptionalCell(i).map(WorkbookLayout::text).orElse("")));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    /** Returns the text that the sheet displays. A formula displays its last result. */
    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? DisplayedNumber.of(cell.asNumber(), Optional.ofNullable(cell.getDataFormatString()))
                : cell.getType() == CellType.FORMULA ? Optional.ofNullable(cell.getRawValue()).orElse("") : cell.getText();
    }
}
