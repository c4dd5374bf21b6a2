package dev.parlance.exchange.imports;

import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;

/** The files of an import, read from disk one at a time. */
public interface UploadedFiles extends ImportSource, AutoCloseable {

    @Override
    default OrderedFiles open(FileReader reader, ImportOptions options, LocaleTag source) {
        return FileOrder.of(reader, this, options, source);
    }

    /** Returns the paths relative to the folder of the upload, in the order of the upload. */
    List<String> paths();

    /**
     * Reads a file into memory.
     *
     * @throws dev.parlance.formats.FileFormatException if it is damaged, or its expanded content is larger than allowed
     */
    SourceFile read(String path);

    /** Returns whether files without a known format are skipped instead of rejected. */
    boolean isArchive();

    /**
     * Returns the texts that may change; empty for all.
     *
     * @throws dev.parlance.formats.FileFormatException if the selection is not valid
     */
    default Optional<ImportSelection> selection() {
        return Optional.empty();
    }

    @Override
    void close();
}
