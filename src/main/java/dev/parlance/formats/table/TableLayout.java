package dev.parlance.formats.table;

import dev.parlance.formats.SourceFile;
import java.util.List;

/** Reads the tables of files in one format, without interpreting the columns. */
public interface TableLayout {

    /** Returns the name of the format. */
    String name();

    /** Returns the probability that a file has this format, like {@link dev.parlance.formats.ImportFormat#recognise}. */
    double recognise(SourceFile file);

    /**
     * Returns the tables of a file in their order.
     *
     * @throws dev.parlance.formats.FileFormatException if the file violates the format or exceeds a limit
     */
    List<Table> read(SourceFile file);
}
