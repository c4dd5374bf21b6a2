package dev.parlance.publishing.memory;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * A filter on the messages of a bundle. Both conditions must hold.
 *
 * @param prefix key prefix; empty matches all keys
 * @param tag    required tag; empty matches all messages
 */
public record BundleFilter(String prefix, Optional<String> tag) {

    public boolean matchesAll() {
        return prefix.isEmpty() && tag.isEmpty();
    }

    /**
     * Returns the matching patterns by key.
     *
     * @param patterns patterns by key
     * @param hasTag   tests a key and a tag
     */
    public SortedMap<String, String> apply(SortedMap<String, String> patterns, BiPredicate<String, String> hasTag) {
        var selected = new TreeMap<>(prefix.isEmpty() ? patterns : patterns.subMap(prefix, prefix + Character.MAX_VALUE));
        tag.ifPresent(required -> selected.keySet().removeIf(key -> !hasTag.test(key, required)));
        return selected;
    }
}
