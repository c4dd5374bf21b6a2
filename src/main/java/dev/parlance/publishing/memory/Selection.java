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
public record Selection(String prefix, Optional<String> tag) {

    public boolean all() {
        return prefix.isEmpty() && tag.isEmpty();
    }

    /**
     * @param patterns by key
     * @param tagged   whether the message of a key has a tag
     */
    public SortedMap<String, String> of(SortedMap<String, String> patterns, BiPredicate<String, String> tagged) {
        var selected = new TreeMap<>(prefix.isEmpty() ? patterns : patterns.subMap(prefix, prefix + Character.MAX_VALUE));
        tag.ifPresent(wanted -> selected.keySet().removeIf(key -> !tagged.test(key, wanted)));
        return selected;
    }
}
