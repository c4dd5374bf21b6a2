package dev.parlance.rendering.syntax;

import java.util.Locale;

/** How a text was typed. */
public enum Syntax {
    /** {@code %s}, {@code %2$d}, {@code %%}; everything else is literal. */
    PRINTF,
    /** ICU MessageFormat, an apostrophe quoting only before <code>{</code>, <code>}</code>, {@code #} and {@code |}. */
    ICU,
    /** All literal. */
    PLAIN;

    /** As written in files and on the wire: {@code printf}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Syntax of(String label) {
        for (var syntax : values()) {
            if (syntax.label().equals(label)) {
                return syntax;
            }
        }
        throw new IllegalArgumentException("no syntax: " + label);
    }
}
