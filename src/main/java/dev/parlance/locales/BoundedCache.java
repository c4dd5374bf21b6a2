package dev.parlance.locales;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A thread-safe cache for values derived from request headers and the like, which repeat.
 *
 * <p>It holds at most 1,000 entries and is emptied when it is full: flooding it costs other callers one recomputation.
 */
public final class BoundedCache<K, V> {
    private static final int MAX_ENTRIES = 1000;

    private final Map<K, V> entries = new ConcurrentHashMap<>();

    /**
     * Returns the cached value, or loads and caches it.
     *
     * @param loader computes a missing value; it must not use this cache. An exception is passed on and not cached.
     */
    public V get(K key, Function<K, V> loader) {
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
