package dev.parlance.formats.table;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.SourceFile;
import dev.parlance.limits.ResourceLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table in a file.
 *
 * @param line    of the heading, from 1; 0 if unknown
 * @param columns unique headings; a column without a heading is named by its number, such as {@code #3}
 * @param rows    each with one cell per column
 * @param dialect of all texts, if the file declares it
 */
public record Table(int line, List<String> columns, List<Row> rows, Optional<MessageDialect> dialect) {
    public static final int MAX_ROWS = Math.toIntExact(ResourceLimit.IMPORT_MESSAGES.value());
    private static final int MAX_COLUMNS = 1000;
    private static final int MAX_CELLS = 2_000_000;
    private static final int MAX_CHARACTERS = 100_000;

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row of a table.
     *
     * @param line from 1; rows of a sheet count as lines
     */
    public record Row(int line, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The content of a cell.
     *
     * @param items one text, or the items of a list; empty for a blank cell
     */
    public record Cell(List<String> items) {
        public static final Cell BLANK = new Cell(List.of());

        public Cell {
            items = List.copyOf(items);
        }

        public static Cell of(String text) {
            return text.isBlank() ? BLANK : new Cell(List.of(text));
        }

        /** Returns the items, one per line. */
        public String text() {
            return items.size() == 1 ? items.get(0) : String.join("\n", items);
        }

        public boolean isBlank() {
            return items.isEmpty();
        }
    }

    /** Collects the rows of a table, with limits on their number and size. */
    public static final class Builder {
        private final String file;
        private final int line;
        private final List<String> columns;
        private final List<Row> rows = new ArrayList<>();
        private Optional<MessageDialect> dialect = Optional.empty();

        public Builder(String file, int line, List<String> headings) {
            if (headings.size() > MAX_COLUMNS) {
                throw new FileFormatException(file, FileFault.TOO_LARGE, line, "more than " + MAX_COLUMNS + " columns");
            }
            this.file = file;
            this.line = line;
            headings.forEach(it -> check(it, line));
            this.columns = unique(headings);
        }

        /** Sets the dialect of all texts. */
        public Builder dialect(MessageDialect declared) {
            dialect = Optional.of(declared);
            return this;
        }

        public List<String> columns() {
            return columns;
        }

        /** Adds a row. Missing cells at its end are blank; excess cells get additional columns. */
        public void add(int rowLine, List<Cell> cells) {
            if (rows.size() >= MAX_ROWS) {
                throw new FileFormatException(file, FileFault.TOO_MANY_MESSAGES, rowLine, "more than " + MAX_ROWS + " rows");
            }
            if (cells.size() > MAX_COLUMNS) {
                throw new FileFormatException(file, FileFault.TOO_LARGE, rowLine, "more than " + MAX_COLUMNS + " columns");
            }
            while (cells.size() > columns.size()) {
                columns.add(unique(columns.size(), "", new HashSet<>(columns)));
            }
            if ((long) rows.size() * columns.size() > MAX_CELLS) {
                throw new FileFormatException(file, FileFault.TOO_LARGE, rowLine, "more than " + MAX_CELLS + " cells");
            }
            cells.forEach(cell -> cell.items().forEach(it -> check(it, rowLine)));
            rows.add(new Row(rowLine, cells));
        }

        private void check(String text, int textLine) {
            if (text.length() > MAX_CHARACTERS) {
                throw new FileFormatException(file, FileFault.TOO_LARGE, textLine, "a cell of more than " + MAX_CHARACTERS + " characters");
            }
            SourceFile.checkCharacters(file, text, textLine);
        }

        public Table build() {
            rows.replaceAll(this::padded);
            return new Table(line, columns, rows, dialect);
        }

        private Row padded(Row row) {
            if (row.cells().size() == columns.size()) {
                return row;
            }
            var cells = new ArrayList<>(row.cells());
            while (cells.size() < columns.size()) {
                cells.add(Cell.BLANK);
            }
            return new Row(row.line(), cells);
        }

        private static List<String> unique(List<String> headings) {
            var used = new HashSet<String>();
            var names = new ArrayList<String>();
            for (var heading : headings) {
                names.add(unique(names.size(), heading.strip().replaceAll("\\s+", " "), used));
            }
            return names;
        }

        private static String unique(int index, String heading, Set<String> used) {
            var base = heading.isEmpty() ? "#" + (index + 1) : heading;
            var name = base;
            for (int i = 2; !used.add(name); i++) {
                name = base + " (" + i + ")";
            }
            return name;
        }
    }
}
