package dev.parlance.rendering;

import java.util.Locale;

/** What an argument is, and so how it may be sent and printed. */
public enum ArgumentType {
    /** Printed as sent. A number sent here is never grouped or localised. */
    STRING,
    /** Printed by the rules of the locale and selects plural forms; a numeric string is taken for its number. */
    NUMBER,
    /** An ISO 8601 date-time with offset, or milliseconds since 1970-01-01T00:00:00Z. */
    DATETIME,
    /** An amount with its ISO 4217 currency: <code>{"currency":"EUR","value":"1234.5"}</code>. */
    CURRENCY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ArgumentType of(String label) {
        for (var type : values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no argument type: " + label);
    }
}
