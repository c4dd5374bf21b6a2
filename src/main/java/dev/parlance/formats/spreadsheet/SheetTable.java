package dev.parlance.formats.spreadsheet;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the rows of a sheet into a table. The first row with two cells is the heading, unless it contains a code. */
final class SheetTable {
    private static final Pattern CODE = Pattern.compile("[-+]?[0-9]+|[A-Z]{1,6}[-_]?[0-9]{3,}");

    private final String file;
    private Optional<Table.Builder> table = Optional.empty();
    private boolean exported;

    SheetTable(String file) {
        this.file = file;
    }

    void add(int line, List<String> cells) {
        if (table.isPresent()) {
            table.get().add(line, cells(cells));
        } else if (cells.stream().filter(it -> !it.isBlank()).count() > 1) {
            boolean heading = cells.stream().noneMatch(it -> CODE.matcher(it.strip()).matches());
            exported = ExportColumns.isExport(cells);
            var builder = new Table.Builder(file, line, heading ? cells : List.of());
            if (exported) {
                builder.dialect(MessageDialect.ICU);
            } else if (!heading) {
                builder.add(line, cells(cells));
            }
            table = Optional.of(builder);
        }
    }

    /** Returns whether the headings are those of an export. */
    boolean isExport() {
        return exported;
    }

    private static List<Table.Cell> cells(List<String> texts) {
        var cells = new ArrayList<Table.Cell>(texts.size());
        texts.forEach(it -> cells.add(Table.Cell.of(it)));
        return cells;
    }

    /** Returns the table; empty if no row has two cells. */
    Optional<Table> build() {
        return table.map(Table.Builder::build);
    }
}
