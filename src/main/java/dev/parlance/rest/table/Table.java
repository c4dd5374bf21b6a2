package dev.parlance.rest.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list as a table of cells.
 *
 * @param columns  the names of the columns
 * @param numeric  the indexes of the columns that contain only numbers
 * @param rows     one cell for each column; an empty string stands for an absent value
 * @param next     the cursor of the next page; null on the last page
 */
public record Table(List<String> columns, Set<Integer> numeric, List<List<String>> rows, @Nullable String next) {
}
