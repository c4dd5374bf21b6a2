package dev.parlance.rendering.syntax;

import java.util.Locale;

/** The syntax in which a text is written. */
public enum Syntax {
    /** {@code %s}, {@code %2$d}, {@code %%}; everything else is literal. */
    PRINTF,
    /** ICU MessageFormat. An apostrophe quotes only before <code>{</code>, <code>}</code>, {@code #} and {@code |}. */
    ICU,
    /** Literal text without placeholders. */
    PLAIN;

    /** Returns the name used in files and on the wire, such as {@code printf}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the label is unknown */
    public static Syntax of(String label) {
        for (var syntax : values()) {
            if (syntax.label().equals(label)) {
                return syntax;
            }
        }
        throw new IllegalArgumentException("unknown syntax: " + label);
    }
}
