package dev.parlance.rest.input;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that was asked for one more than it may hold: only so it knows that there is another one.
 *
 * @param next the cursor of the next page; null at the end
 */
public record Paged<T>(List<T> shown, @Nullable String next) {

    /**
     * @param most so many it may hold
     * @param key  of the last one, after which the next page begins
     * @param seal see {@link Cursor}
     */
    public static <T> Paged<T> of(List<T> found, int most, Function<T, String> key, List<String> seal) {
        if (found.size() <= most) {
            return new Paged<>(found, null);
        }
        var shown = found.subList(0, most);
        return new Paged<>(shown, Cursor.after(key.apply(shown.get(most - 1)), seal));
    }

    public <V> List<V> shown(Function<T, V> view) {
        return shown.stream().map(view).toList();
    }
}
