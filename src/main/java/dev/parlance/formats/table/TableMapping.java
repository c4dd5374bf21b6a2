package dev.parlance.formats.table;

import java.util.List;

/** The meaning of the columns of a table, in their order. */
public record TableMapping(List<ColumnMapping> columns) {
    public TableMapping {
        columns = List.copyOf(columns);
    }
}
