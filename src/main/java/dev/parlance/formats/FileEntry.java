package dev.parlance.formats;

import java.util.List;

/**
 * A message of a file.
 *
 * @param key   as the file names it; any characters
 * @param line  of the entry, from 1; 0 if the format has no lines. Rows of a sheet count as lines
 * @param texts at most one in each locale
 */
public record FileEntry(String key, int line, List<FileText> texts, FileDetails details) {
    public FileEntry {
        texts = List.copyOf(texts);
    }
}
