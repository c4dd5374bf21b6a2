package dev.parlance.checks.text;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.Contract;

/**
 * An argument where a text uses it.
 *
 * @param name as typed: a name or a position
 * @param span the whole of it
 * @param word where only the name stands; a printf conversion without a number has none, and so a stretch without length
 */
public record Use(String name, Span span, Span word) {

    /** {@code 0} and {@code limit} may be the same. */
    public String canonical(Contract contract) {
        return contract.argument(name).map(Argument::name).orElse(name);
    }
}
