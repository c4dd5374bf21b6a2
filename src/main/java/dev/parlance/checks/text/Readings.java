package dev.parlance.checks.text;

import java.util.List;

/**
 * What is in a text.
 *
 * @param usual with {@code other} of each choice
 * @param all   each shows another branch of the choices; the usual one alone where there are none
 */
record Readings(Reading usual, List<Reading> all, List<Use> uses, List<PluralUse> plurals) {

    static Readings literal(String text) {
        var reading = Reading.of(text);
        return new Readings(reading, List.of(reading), List.of(), List.of());
    }
}
