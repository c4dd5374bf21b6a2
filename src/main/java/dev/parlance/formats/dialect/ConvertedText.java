package dev.parlance.formats.dialect;

import dev.parlance.rendering.syntax.Syntax;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in the form in which it is stored.
 *
 * @param renamed the names in the file that are not valid argument names, by their new names
 */
public record ConvertedText(Syntax syntax, String text, SortedMap<String, String> renamed) {
    public ConvertedText {
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
    }

    /** Creates a text without renamed arguments. */
    public ConvertedText(Syntax syntax, String text) {
        this(syntax, text, Collections.emptySortedMap());
    }
}
