package dev.parlance.formats;

import java.util.List;
import java.util.Optional;

/**
 * A message of a file.
 *
 * @param key        as written in the file; may contain any character
 * @param line       of the entry, from 1; 0 if the format has no lines. Rows of a sheet count as lines
 * @param texts      at most one per locale
 * @param sourceText the source text, in the source locale of the file, or of the catalog if the file declares none
 */
public record FileEntry(String key, int line, List<FileText> texts, FileDetails details, Optional<RawText> sourceText) {
    public FileEntry {
        texts = List.copyOf(texts);
    }

    /** Creates an entry without a source text. */
    public FileEntry(String key, int line, List<FileText> texts, FileDetails details) {
        this(key, line, texts, details, Optional.empty());
    }
}
