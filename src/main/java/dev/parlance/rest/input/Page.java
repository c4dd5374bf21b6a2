package dev.parlance.rest.input;

import dev.parlance.limits.ResourceLimit;
import java.util.ArrayList;
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

    /**
     * Creates a page of JSON views that ends before it exceeds {@link ResourceLimit#PAGE} bytes.
     *
     * <p>It has at least one item, unless there are no rows.
     *
     * @param rows        at most {@code maxItems + 1} rows
     * @param view        returns the JSON form of a row
     * @param key         returns the key of a row, after which the next page starts
     * @param cursorQuery the query that the cursor is bound to (see {@link Cursor})
     */
    public static <T, V> Page<V> of(List<T> rows, int maxItems, Function<T, V> view, Function<T, String> key, List<String> cursorQuery) {
        return of(rows.subList(0, Math.min(rows.size(), maxItems)), rows.size() > maxItems, view, key, cursorQuery);
    }

    /**
     * Creates a page like the method above, for rows that do not include the next one.
     *
     * @param hasMore whether more rows follow the given ones
     */
    public static <T, V> Page<V> of(List<T> rows, boolean hasMore, Function<T, V> view, Function<T, String> key,
            List<String> cursorQuery) {
        var views = new ArrayList<V>();
        long bytes = 0;
        for (var row : rows) {
            var added = view.apply(row);
            bytes += JsonLength.of(added);
            if (bytes > ResourceLimit.PAGE.value() && !views.isEmpty()) {
                break;
            }
            views.add(added);
        }
        boolean isLast = views.size() == rows.size() && !hasMore;
        return new Page<>(List.copyOf(views), isLast ? null : Cursor.encode(key.apply(rows.get(views.size() - 1)), cursorQuery));
    }

    /** Returns the converted items. */
    public <V> List<V> items(Function<T, V> mapping) {
        return items.stream().map(mapping).toList();
    }
}
