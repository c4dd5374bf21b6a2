package dev.parlance.rest.input;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Creates a page from one row more than fits. The extra row shows that there is a next page.
     *
     * @param rows        at most {@code maxItems + 1} rows
     * @param key         returns the key of a row, after which the next page starts
     * @param cursorQuery the query that the cursor is bound to (see {@link Cursor})
     */
    public static <T> Page<T> of(List<T> rows, int maxItems, Function<T, String> key, List<String> cursorQuery) {
        if (rows.size() <= maxItems) {
            return new Page<>(rows, null);
        }
        var pageItems = rows.subList(0, maxItems);
        return new Page<>(pageItems, Cursor.encode(key.apply(pageItems.get(maxItems - 1)), cursorQuery));
    }

    /** Returns the converted items. */
    public <V> List<V> items(Function<T, V> mapping) {
        return items.stream().map(mapping).toList();
    }
}
