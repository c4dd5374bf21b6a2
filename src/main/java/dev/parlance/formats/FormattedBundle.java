package dev.parlance.formats;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A bundle in the representation of a format.
 *
 * @param bytes must not be modified
 * @param losses by key, for the keys that the format cannot represent exactly
 */
public record FormattedBundle(byte[] bytes, SortedMap<String, SortedSet<Loss>> losses) {

    /** Collects the losses of the messages of a bundle. */
    public static final class Builder {
        private final SortedMap<String, SortedSet<Loss>> losses = new TreeMap<>();

        /** Adds the losses of a message, if there are any. */
        public void add(String key, Losses message) {
            if (!message.all().isEmpty()) {
                losses.put(key, message.all());
            }
        }

        /** Creates the bundle. */
        public FormattedBundle build(byte[] bytes) {
            return new FormattedBundle(bytes, Collections.unmodifiableSortedMap(losses));
        }
    }

    /** Returns the keys that the format cannot represent exactly, sorted. */
    public Set<String> lossyKeys() {
        return Collections.unmodifiableSet(new TreeSet<>(losses.keySet()));
    }
}
