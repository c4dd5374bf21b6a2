package dev.parlance.publishing.memory;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

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
     * Returns the test of a key.
     *
     * @param hasTag tests a key and a tag
     */
    public Predicate<String> keys(BiPredicate<String, String> hasTag) {
        return key -> key.startsWith(prefix) && (tag.isEmpty() || hasTag.test(key, tag.get()));
    }
}
