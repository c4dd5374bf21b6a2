package dev.parlance.publishing.memory;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Which messages of a bundle are wanted; both conditions hold at once.
 *
 * @param prefix of the key; empty for all
 * @param tag    among those of the message
 */
public record BundleFilter(String prefix, Optional<String> tag) {

    public boolean matchesAll() {
        return prefix.isEmpty() && tag.isEmpty();
    }

    /**
     * @param patterns by key
     * @param tagged   whether the message of a key has a tag
     */
    public SortedMap<String, String> apply(SortedMap<String, String> patterns, BiPredicate<String, String> hasTag) {
        var selected = new TreeMap<>(prefix.isEmpty() ? patterns : patterns.subMap(prefix, prefix + Character.MAX_VALUE));
        tag.ifPresent(required -> selected.keySet().removeIf(key -> !hasTag.test(key, required)));
        return selected;
    }
}
