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
public record FormattedBundle(byte[] bytes, SortedSet<String> lossyKeys) {
    public FormattedBundle {
        lossyKeys = Collections.unmodifiableSortedSet(new TreeSet<>(lossyKeys));
    }
}
