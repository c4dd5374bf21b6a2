package dev.parlance.rest.input;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that was asked for one more than it may hold: only so it knows that there is another one.
 *
 * @param next the cursor of the next page; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * @param most so many it may hold
     * @param key  of the last one, after which the next page begins
     * @param seal see {@link Cursor}
     */
    public static <T> Page<T> of(List<T> rows, int maxItems, Function<T, String> key, List<String> cursorQuery) {
        if (rows.size() <= maxItems) {
            return new Page<>(rows, null);
        }
        var pageItems = rows.subList(0, maxItems);
        return new Page<>(pageItems, Cursor.encode(key.apply(pageItems.get(maxItems - 1)), cursorQuery));
    }

    public <V> List<V> items(Function<T, V> mapping) {
        return items.stream().map(mapping).toList();
    }
}
