package dev.parlance.checks.text;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;

/**
 * A use of an argument in a text.
 *
 * @param name as typed: a name or a position
 * @param span the complete argument
 * @param nameSpan the name only; empty for a printf conversion
 */
public record ArgumentUse(String name, Span span, Span nameSpan) {

    /** Returns the declared name: {@code 0} and {@code limit} may be one argument. */
    public String canonicalName(ArgumentContract contract) {
        return contract.findArgument(name).map(Argument::name).orElse(name);
    }
}
