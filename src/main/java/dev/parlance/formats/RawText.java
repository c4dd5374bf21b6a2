package dev.parlance.formats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A text of a file, in the dialect of the file and without the escapes of the format. */
public sealed interface RawText {

    /** A text without plural forms. */
    record Single(String text) implements RawText {
    }

    /**
     * A text for each plural category.
     *
     * @param argument the name of the counted argument, or its position from 0. If empty, it is {@code count}, or else the first argument
     *                 that the forms print as a number, or else the first argument; {@code count} if the forms have no arguments
     * @param forms    by CLDR category, or {@code =0} for an exact number; may lack {@code other}
     */
    record PluralForms(String argument, boolean ordinal, SortedMap<String, String> forms) implements RawText {
        public PluralForms {
            forms = Collections.unmodifiableSortedMap(new TreeMap<>(forms));
        }
    }

    /**
     * A text with named parts that have plural forms, as in {@code .stringsdict} and {@code .xcstrings}.
     *
     * @param text      refers to each part as <code>%#@name@</code>
     * @param variables plural forms by name, in the order of the file. Forms without an argument count the argument at their place in the
     *                  text, and print it with their first conversion without a position
     */
    record Substitutions(String text, Map<String, PluralForms> variables) implements RawText {
        public Substitutions {
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        }
    }
}
