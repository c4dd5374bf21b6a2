package dev.parlance.formats.table;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.SourceFile;

/** A format whose columns must be mapped to message fields. */
public interface TableFormat extends ImportFormat {

    /**
     * Infers the mapping of a file from its headings and its content.
     *
     * @throws dev.parlance.formats.FileFormatException if the file violates the format
     */
    TableMapping guess(SourceFile file);

    /**
     * Reads a file with a given mapping. Columns that are not in the mapping are ignored.
     *
     * @throws dev.parlance.formats.FileFormatException if the file violates the format
     */
    FileContent read(SourceFile file, TableMapping mapping);

    @Override
    default FileContent read(SourceFile file) {
        return read(file, guess(file));
    }
}
