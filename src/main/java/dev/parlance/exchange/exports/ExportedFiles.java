package dev.parlance.exchange.exports;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of an export.
 *
 * @param files     by path, sorted; the bytes must not be modified
 * @param mediaType of each file
 * @param lossy     the keys that the format cannot represent exactly, sorted
 */
public record ExportedFiles(SortedMap<String, byte[]> files, String mediaType, Set<String> lossy) {
    public ExportedFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
