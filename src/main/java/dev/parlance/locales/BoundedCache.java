package dev.parlance.locales;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers to what callers send with every request and seldom differently. Whoever fills it with rubbish makes the others pay once
 * more: when it is full, it is emptied.
 */
final class BoundedCache<K, V> {
    private static final int MAX_ENTRIES = 1000;

    private final Map<K, V> entries = new ConcurrentHashMap<>();

    /** @param make does not ask this very object; what it refuses is not remembered */
    V get(K key, Function<K, V> loader) {
        var cached = entries.get(key);
        if (cached != null) {
            return cached;
        }
        var loaded = loader.apply(key);
        if (entries.size() >= MAX_ENTRIES) {
            entries.clear();
        }
        entries.put(key, loaded);
        return loaded;
    }
}
