package dev.parlance.formats.dialect;

import dev.parlance.rendering.syntax.Syntax;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text as it is stored.
 *
 * @param renamed names in the file that are not valid argument names, by their new name
 */
public record ConvertedText(Syntax syntax, String text, SortedMap<String, String> renamed) {
    public ConvertedText {
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
    }

    /** Creates a text whose arguments keep their names. */
    public ConvertedText(Syntax syntax, String text) {
        this(syntax, text, Collections.emptySortedMap());
    }
}
