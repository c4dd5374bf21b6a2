package dev.parlance.formats.tree;

import com.fasterxml.jackson.core.JsonPointer;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of keys and tables, which the parser does not record.
 *
 * <p>Lines of a multi-line text may look like keys. This only affects keys that do not exist in the file.
 */
final class TomlLines {
    /** The parser takes seconds for more keys. */
    private static final int MAX_KEYS = 200_000;

    /** The parser rejects deeper levels. Longer keys would be copied for each line below a table. */
    private static final int MAX_DEPTH = 32;
    private final Map<List<String>, Integer> lines = new HashMap<>();

    static TomlLines of(SourceFile file, String text) {
        var lines = new TomlLines();
        List<String> table = List.of();
        int number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            var stripped = line.strip();
            if (stripped.startsWith("[")) {
                table = keys(stripped.substring(stripped.startsWith("[[") ? 2 : 1), ']');
                lines.add(table, number);
            } else if (stripped.indexOf('=') > 0 && stripped.charAt(0) != '#') {
                var path = new ArrayList<>(table);
                path.addAll(keys(stripped, '='));
                lines.add(path, number);
            }
            if (lines.lines.size() > MAX_KEYS) {
                throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, number, "more than " + MAX_KEYS + " keys");
            }
        }
        return lines;
    }

    /** Returns the line of a value, or of the nearest enclosing value. */
    int find(JsonPointer pointer) {
        var path = new ArrayList<String>();
        for (@Nullable JsonPointer it = pointer; it != null && !it.matches(); it = it.tail()) {
            path.add(it.getMatchingProperty());
        }
        while (!path.isEmpty() && !lines.containsKey(path)) {
            path.remove(path.size() - 1);
        }
        return path.isEmpty() ? 1 : lines.get(path);
    }

    private void add(List<String> path, int line) {
        for (int length = 1; length <= Math.min(path.size(), MAX_DEPTH); length++) {
            lines.putIfAbsent(List.copyOf(path.subList(0, length)), line);
        }
    }

    /** Returns the parts of a dotted key before a character. Escapes in quotes are not decoded. */
    private static List<String> keys(String text, char end) {
        var keys = new ArrayList<String>();
        var key = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c != quote || quote == 0 && c != '"' && c != '\'' && c != '.' && c != end) {
                key.append(c);
            } else if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
            } else {
                keys.add(key.toString().strip());
                key.setLength(0);
                if (c == end) {
                    break;
                }
                if (keys.size() > MAX_DEPTH) {
                    break;
                }
            }
        }
        return keys;
    }
}
