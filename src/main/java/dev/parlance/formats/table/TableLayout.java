package dev.parlance.formats.table;

import dev.parlance.formats.SourceFile;
import java.util.List;

/** A reader of the tables of files of one format, which does not know the meaning of columns. */
public interface TableLayout {

    /** Returns the name of the format. */
    String name();

    /** As {@link dev.parlance.formats.ImportFormat#recognise}. */
    double recognise(SourceFile file);

    /**
     * Returns the tables of a file in their order.
     *
     * @throws dev.parlance.formats.FileFormatException if the file violates the format or exceeds a limit
     */
    List<Table> read(SourceFile file);
}
