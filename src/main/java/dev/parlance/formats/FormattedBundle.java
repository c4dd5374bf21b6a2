package dev.parlance.formats;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A bundle in the representation of a format.
 *
 * @param bytes must not be modified
 * @param lossyKeys the keys that this format cannot represent exactly
 */
public record FormattedBundle(byte[] bytes, SortedSet<String> lossyKeys) {
    public FormattedBundle {
        lossyKeys = Collections.unmodifiableSortedSet(new TreeSet<>(lossyKeys));
    }
}
