package dev.parlance.checks.text;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;

/**
 * An argument where a text uses it.
 *
 * @param name as typed: a name or a position
 * @param span the whole of it
 * @param word where only the name stands; a printf conversion without a number has none, and so a stretch without length
 */
public record ArgumentUse(String name, Span span, Span nameSpan) {

    /** {@code 0} and {@code limit} may be the same. */
    public String canonicalName(ArgumentContract contract) {
        return contract.findArgument(name).map(Argument::name).orElse(name);
    }
}
