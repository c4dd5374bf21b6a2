package dev.parlance.formats.table.html;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Expands cells that span rows and columns: each covered position of the grid gets the content of the cell. */
final class CellGrid {
    private static final int MAX_COLUMNS = 1000;
    /** The limit of the HTML standard. */
    private static final int MAX_ROW_SPAN = 65_534;
    private static final int MAX_CELLS = 1_000_000;
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final String file;
    private int cells;
    private long characters;

    /** A cell with the number of additional rows that it covers. */
    private record Spanning(Table.Cell cell, int rows) {
    }

    private record GridRow(Element element, List<Table.Cell> cells, boolean heading) {
    }

    CellGrid(String file) {
        this.file = file;
    }

    /** Returns a table without the rows of nested tables; empty if there is no row below the heading. */
    Optional<Table> expand(Element table) {
        var rows = rows(table);
        int heading = 0;
        while (heading + 1 < rows.size() && rows.get(heading + 1).heading() && rows.get(heading).heading()) {
            heading++;
        }
        if (rows.size() < 2 || heading + 1 >= rows.size()) {
            return Optional.empty();
        }
        var first = rows.get(heading);
        var builder = new Table.Builder(file, HtmlLayout.line(first.element()), first.cells().stream().map(Table.Cell::text).toList());
        for (var row : rows.subList(heading + 1, rows.size())) {
            builder.add(HtmlLayout.line(row.element()), row.cells());
        }
        return Optional.of(builder.build());
    }

    private List<GridRow> rows(Element table) {
        var rows = new ArrayList<GridRow>();
        var spanning = new TreeMap<Integer, Spanning>();
        for (var group : table.children()) {
            var elements = group.normalName().equals("tr") ? List.of(group) : group.children();
            if (List.of("thead", "tbody", "tfoot", "tr").contains(group.normalName())) {
                elements.stream().filter(it -> it.normalName().equals("tr")).forEach(it -> rows.add(row(it, spanning)));
                spanning.clear();
            }
        }
        return rows;
    }

    private GridRow row(Element row, TreeMap<Integer, Spanning> spanning) {
        var line = new ArrayList<Table.Cell>();
        var covered = new TreeMap<>(spanning);
        spanning.clear();
        covered.forEach((column, cell) -> {
            if (cell.rows() > 1) {
                spanning.put(column, new Spanning(cell.cell(), cell.rows() - 1));
            }
        });
        boolean heading = true;
        for (var element : row.children()) {
            if (element.normalName().equals("td") || element.normalName().equals("th")) {
                heading &= element.normalName().equals("th");
                addCovered(row, line, covered, false);
                var cell = CellText.of(element);
                countCharacters(row, cell);
                int rows = span(element, "rowspan", MAX_ROW_SPAN);
                for (int columns = span(element, "colspan", Integer.MAX_VALUE); columns > 0; columns--) {
                    if (rows > 1) {
                        spanning.put(line.size(), new Spanning(cell, rows - 1));
                    }
                    add(row, line, cell);
                }
            }
        }
        addCovered(row, line, covered, true);
        return new GridRow(row, line, heading && !line.isEmpty());
    }

    /** The text of a nested table is counted in each enclosing cell. */
    private void countCharacters(Element row, Table.Cell cell) {
        characters += cell.items().stream().mapToLong(String::length).sum();
        if (characters > MAX_CHARACTERS) {
            throw new FileFormatException(file, FileFault.TOO_LARGE, HtmlLayout.line(row), "cells of more than " + MAX_CHARACTERS
                    + " characters");
        }
    }

    private void addCovered(Element row, List<Table.Cell> line, TreeMap<Integer, Spanning> covered, boolean atEnd) {
        while (covered.containsKey(line.size()) || atEnd && covered.higherKey(line.size()) != null) {
            var above = covered.get(line.size());
            add(row, line, above == null ? Table.Cell.BLANK : above.cell());
        }
    }

    private void add(Element row, List<Table.Cell> line, Table.Cell cell) {
        if (line.size() >= MAX_COLUMNS || ++cells > MAX_CELLS) {
            throw new FileFormatException(file, FileFault.TOO_LARGE, HtmlLayout.line(row), "spans expand to more cells than allowed");
        }
        line.add(cell);
    }

    /** A span of 0 rows extends to the end of its row group, like all longer spans. */
    private static int span(Element cell, String attribute, int maximum) {
        var digits = cell.attr(attribute).strip();
        if (!DIGITS.matcher(digits).matches()) {
            return 1;
        } else if (digits.length() > 9) {
            return maximum;
        }
        int span = Integer.parseInt(digits);
        return span > 0 ? Math.min(span, maximum) : attribute.equals("rowspan") ? maximum : 1;
    }
}
