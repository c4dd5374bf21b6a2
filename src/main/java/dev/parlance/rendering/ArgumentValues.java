package dev.parlance.rendering;

import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.compiled.ArgumentNames;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.RenderContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a request, under their declared names and converted to the types of the contract.
 *
 * <p>A value never makes the request fail. Null counts as missing. Undeclared values and values of the wrong type are kept as sent
 * and reported. Values that cannot be printed safely stay visible as {@code {name}} and are reported.
 *
 * @param values     by name, ready for {@link CompiledText#render}
 * @param rawValues  by name, as sent; without those that cannot be echoed in a response
 * @param unexpected names of the values that are not declared
 * @param invalid    names of the values that do not have their declared type
 */
public record ArgumentValues(Map<String, Object> values, Map<String, ? extends @Nullable Object> rawValues,
                             SortedSet<String> unexpected, SortedSet<String> invalid) {
    public static final int MAX_ARGUMENTS = 32;
    /** In UTF-16 units. */
    public static final int MAX_STRING_LENGTH = 4096;
    /** Limits both the precision and the scale of a number. */
    public static final int MAX_DIGITS = 30;
    /** Replaces a value that no type accepts, such as an array or a string with forbidden characters. */
    public static final Object UNACCEPTABLE = new Object();

    private static final int MAX_NAME_LENGTH = 64;

    /**
     * An amount of money as callers send it.
     *
     * @param currency ISO 4217 code
     * @param value    a number or a numeric string
     */
    public record Amount(String currency, Object value) {
    }

    /**
     * Binds the values of a request to the declared arguments.
     *
     * @param supplied by name or position: {@link String}, {@link Boolean}, {@link BigInteger}, {@link Long}, {@link Integer},
     *                 {@link BigDecimal}, {@link Amount}, {@link #UNACCEPTABLE} or null
     * @throws dev.parlance.problems.ProblemException {@code INVALID_ARGUMENT} for too many arguments or a name that is too long,
     *         {@code REPEATED_PARAMETER} if two values are given for the same argument
     */
    public static ArgumentValues bind(ArgumentContract contract, Map<String, ? extends @Nullable Object> supplied) {
        if (supplied.size() > MAX_ARGUMENTS) {
            throw ProblemType.INVALID_ARGUMENT.with("", "count", MAX_ARGUMENTS);
        }
        // Small maps, and sets only for names: most messages have few arguments, which match, and a request may have 500 messages.
        var values = new LinkedHashMap<String, Object>(2 * supplied.size());
        var rawValues = new LinkedHashMap<String, @Nullable Object>(2 * supplied.size());
        var unexpected = ArgumentNames.NONE;
        var invalid = ArgumentNames.NONE;
        var bound = new HashSet<String>(2 * supplied.size());
        for (var entry : supplied.entrySet()) {
            var positionOrName = entry.getKey();
            var value = entry.getValue();
            var argument = contract.findArgument(positionOrName);
            var name = argument.map(Argument::name).orElse(positionOrName);
            if (argument.isEmpty()) {
                unexpected = ArgumentNames.add(unexpected, name);
            }
            if (positionOrName.length() > MAX_NAME_LENGTH) {
                throw ProblemType.INVALID_ARGUMENT.with(positionOrName, "name", MAX_NAME_LENGTH);
            }
            if (!bound.add(name)) {
                throw ProblemType.REPEATED_PARAMETER.with(name);
            }
            if (canBeEchoed(value)) {
                rawValues.put(name, value);
            }
            if (value == null) {
                continue;
            }
            var type = argument.map(Argument::type).orElse(null);
            boolean unusable = value == UNACCEPTABLE || ArgumentConversions.exceedsLimits(value);
            var converted = unusable ? null
                    : type == null ? ArgumentConversions.convertUndeclared(value) : ArgumentConversions.convert(type, value);
            if (converted == null) {
                invalid = ArgumentNames.add(invalid, name);
            }
            values.put(name, unusable ? RenderContext.UNUSABLE
                    : converted == null ? ArgumentConversions.convertUndeclared(value) : converted);
        }
        return new ArgumentValues(Collections.unmodifiableMap(values), Collections.unmodifiableMap(rawValues), unexpected, invalid);
    }

    /** Returns the names of the declared arguments without a value. */
    public SortedSet<String> missing(ArgumentContract contract) {
        var missing = ArgumentNames.NONE;
        for (var argument : contract.arguments()) {
            if (!values.containsKey(argument.name())) {
                missing = ArgumentNames.add(missing, argument.name());
            }
        }
        return missing;
    }

    private static boolean canBeEchoed(@Nullable Object value) {
        return value != UNACCEPTABLE && !(value instanceof String text && text.length() > MAX_STRING_LENGTH);
    }
}
