package dev.parlance.formats;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A bundle in the shape of a format.
 *
 * @param bytes not to be written to
 * @param lossy the keys that this shape cannot carry exactly
 */
public record Written(byte[] bytes, SortedSet<String> lossy) {
    public Written {
        lossy = Collections.unmodifiableSortedSet(new TreeSet<>(lossy));
    }
}
