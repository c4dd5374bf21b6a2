package dev.parlance.rendering;

import java.util.List;
import java.util.Locale;

/**
 * The type of an argument, which determines the accepted values and how they are printed.
 *
 * <p>The accepted forms are defined only here. The OpenAPI document and the problems are generated from them, and a test compares them with
 * the table in {@code src/docs/api.md}.
 */
public enum ArgumentType {
    /** Printed as sent. A number sent for it is never grouped or localised. */
    STRING(List.of("10s", "5", "true"), List.of("\"10s\"", "5", "true")),
    /** Printed by the rules of the locale; selects plural forms. A numeric string is accepted as a number. */
    NUMBER(List.of("5", "-12.5", "1.5e3"), List.of("5", "-12.5", "\"12.5\"")),
    /** A date, a time with an offset, or milliseconds since 1970-01-01T00:00:00Z. A date has no time zone and is never shifted. */
    DATETIME(List.of("2022-03-04", "2022-03-04T15:30:00Z", "2022-03-04T15:30:00+01:00", "2022-03-04T15:30:00+01:00[Europe/Paris]",
            "1646404200000"),
            List.of("\"2022-03-04\"", "\"2022-03-04T15:30:00Z\"", "\"2022-03-04T15:30:00+01:00\"",
                    "\"2022-03-04T15:30:00+01:00[Europe/Paris]\"", "1646404200000")),
    /** An amount with its ISO 4217 currency. A number without a currency is not an amount. */
    CURRENCY(List.of("12.50 EUR", "EUR 12.50"),
            List.of("\"12.50 EUR\"", "\"EUR 12.50\"",
                    "{\"currency\":\"EUR\",\"value\":\"12.50\"}", "{\"currency\":\"EUR\",\"value\":12.5}"));

    private final List<String> queryForms;
    private final List<String> jsonForms;

    ArgumentType(List<String> queryForms, List<String> jsonForms) {
        this.queryForms = queryForms;
        this.jsonForms = jsonForms;
    }

    /** Returns the name used in files and on the wire, such as {@code number}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns an example of each form that a query accepts, before percent-encoding. */
    public List<String> queryForms() {
        return queryForms;
    }

    /** Returns an example of each form that JSON accepts. */
    public List<String> jsonForms() {
        return jsonForms;
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
