package dev.parlance.formats.table;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.util.List;

/** A format with tables, which combines a layout with the mapping of columns to fields. */
public final class TableReader implements TableFormat {
    private final TableLayout layout;

    public TableReader(TableLayout layout) {
        this.layout = layout;
    }

    @Override
    public String name() {
        return layout.name();
    }

    @Override
    public double recognise(SourceFile file) {
        return layout.recognise(file);
    }

    @Override
    public TableMapping guess(SourceFile file) {
        return MappingGuess.of(tables(file));
    }

    @Override
    public FileContent read(SourceFile file, TableMapping mapping) {
        return new MappedTables(mapping).read(tables(file));
    }

    @Override
    public FileContent read(SourceFile file) {
        var tables = tables(file);
        return new MappedTables(MappingGuess.of(tables)).read(tables);
    }

    private List<Table> tables(SourceFile file) {
        var tables = layout.read(file);
        if (tables.stream().mapToLong(it -> it.rows().size()).sum() > Table.MAX_ROWS) {
            throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, 0, "more than " + Table.MAX_ROWS + " rows");
        }
        return tables;
    }
}
