package dev.parlance.rendering;

import java.util.Locale;

/** The type of an argument: it decides which values are accepted and how they are printed. */
public enum ArgumentType {
    /** Printed as sent. A number sent for it is never grouped or localised. */
    STRING,
    /** Printed by the rules of the locale; selects plural forms. A numeric string is accepted as a number. */
    NUMBER,
    /** An ISO 8601 date-time with offset, or milliseconds since 1970-01-01T00:00:00Z. */
    DATETIME,
    /** An amount with its ISO 4217 currency: <code>{"currency":"EUR","value":"1234.5"}</code>. */
    CURRENCY;

    /** Returns the name used in files and on the wire, such as {@code number}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the label is unknown */
    public static ArgumentType of(String label) {
        for (var type : values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown argument type: " + label);
    }
}
