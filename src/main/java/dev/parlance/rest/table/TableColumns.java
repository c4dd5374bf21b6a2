package dev.parlance.rest.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a list: names and values, in the order of the table.
 *
 * <p>Long texts come last, because the cells behind a long one are not aligned.
 *
 * @param <T> the type of an item
 */
public final class TableColumns<T> {
    private final List<Column<T>> columns;

    private TableColumns(List<Column<T>> columns) {
        this.columns = columns;
    }

    private record Column<T>(String name, Function<T, ? extends @Nullable Object> value) {
    }

    /** Returns a table without columns, to which columns are added. */
    public static <T> TableColumns<T> of(Class<T> itemType) {
        return new TableColumns<>(List.of());
    }

    /**
     * Returns these columns and one more.
     *
     * @param name  the name of the JSON member
     * @param value returns the value of an item. null is an absent value, the elements of a collection and the entries of a map are
     *              separated by blanks, and other objects are converted by {@code toString}
     */
    public TableColumns<T> column(String name, Function<T, ? extends @Nullable Object> value) {
        var added = new ArrayList<>(columns);
        added.add(new Column<>(name, value));
        return new TableColumns<>(List.copyOf(added));
    }

    /** Returns these columns after a column for items that contain the items of these columns, such as those of several catalogs. */
    public <S> TableColumns<S> within(String name, Function<S, ? extends @Nullable Object> value, Function<S, T> item) {
        var widened = new ArrayList<Column<S>>();
        widened.add(new Column<>(name, value));
        columns.forEach(it -> widened.add(new Column<>(it.name(), outer -> it.value().apply(item.apply(outer)))));
        return new TableColumns<>(List.copyOf(widened));
    }

    /**
     * Returns the table of a page.
     *
     * @param next the cursor of the next page; null on the last page
     */
    public Table table(List<T> items, @Nullable String next) {
        var numeric = new TreeSet<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            var value = columns.get(i).value();
            if (!items.isEmpty() && items.stream().allMatch(it -> value.apply(it) instanceof Number)) {
                numeric.add(i);
            }
        }
        return new Table(columns.stream().map(Column::name).toList(), numeric,
                items.stream().map(item -> columns.stream().map(it -> cell(it.value().apply(item))).toList()).toList(), next);
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(TableColumns::cell).collect(Collectors.joining(" "));
        } else if (value instanceof Map<?, ?> entries) {
            return entries.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }
}
