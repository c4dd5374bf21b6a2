package dev.parlance.rendering;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.CurrencyAmount;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.RenderContext;
import dev.parlance.rendering.compiled.ValueConversions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a request, under their declared names and converted to the types of the contract.
 *
 * <p>Undeclared values and values of the wrong type are kept as sent and reported. Values that would cause unbounded work are
 * rejected.
 *
 * @param values     by name, ready for {@link CompiledText#render}
 * @param rawValues  by name, as sent
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
    private static final int MAX_NAME_LENGTH = 64;
    private static final int FAST_PATH_DIGITS = 18;

    private static final Pattern NUMBER =
            Pattern.compile("(-?)(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern UNBOUNDED_NUMBER =
            Pattern.compile("-?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]{4,}|[+-]?(NaN|Infinity)");

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
     *                 {@link BigDecimal}, {@link Amount} or null
     * @throws dev.parlance.problems.ProblemException {@code INVALID_ARGUMENT} if a limit is exceeded, {@code REPEATED_PARAMETER} if
     *         two values are given for the same argument
     */
    public static ArgumentValues bind(ArgumentContract contract, Map<String, ? extends @Nullable Object> supplied) {
        if (supplied.size() > MAX_ARGUMENTS) {
            throw ProblemType.INVALID_ARGUMENT.with("", "count", MAX_ARGUMENTS);
        }
        var values = new LinkedHashMap<String, Object>();
        var rawValues = new LinkedHashMap<String, @Nullable Object>();
        var unexpected = new TreeSet<String>();
        var invalid = new TreeSet<String>();
        supplied.forEach((positionOrName, value) -> {
            var argument = contract.findArgument(positionOrName);
            var name = argument.map(Argument::name).orElse(positionOrName);
            if (argument.isEmpty()) {
                unexpected.add(name);
            }
            if (positionOrName.length() > MAX_NAME_LENGTH) {
                throw ProblemType.INVALID_ARGUMENT.with(positionOrName, "length", MAX_NAME_LENGTH);
            }
            rawValues.put(name, value);
            var checked = value == null ? RenderContext.NULL : requireWithinLimits(name, value);
            var type = argument.map(Argument::type).orElse(null);
            var converted = type == null || value == null ? convertUndeclared(checked) : convert(name, type, checked);
            if (converted == null) {
                invalid.add(name);
            }
            if (values.put(name, converted == null ? convertUndeclared(checked) : converted) != null) {
                throw ProblemType.REPEATED_PARAMETER.with(name);
            }
        });
        return new ArgumentValues(Collections.unmodifiableMap(values), Collections.unmodifiableMap(rawValues), unexpected, invalid);
    }


    /** Returns the names of the declared arguments without a value. */
    public SortedSet<String> missing(ArgumentContract contract) {
        var missing = new TreeSet<String>();
        for (var argument : contract.arguments()) {
            if (!values.containsKey(argument.name())) {
                missing.add(argument.name());
            }
        }
        return missing;
    }

    private static Object requireWithinLimits(String name, Object value) {
        if (value instanceof String text) {
            if (text.length() > MAX_STRING_LENGTH) {
                throw ProblemType.INVALID_ARGUMENT.with(name, "length", MAX_STRING_LENGTH);
            }
        } else if (value instanceof Number number) {
            return requireMaxDigits(name, new BigDecimal(number.toString()), value);
        } else if (value instanceof Amount amount) {
            requireWithinLimits(name, amount.value());
        }
        return value;
    }

    private static Object requireMaxDigits(String name, BigDecimal number, Object value) {
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw ProblemType.INVALID_ARGUMENT.with(name, "digits", MAX_DIGITS);
        }
        return value;
    }

    private static @Nullable Object convert(String name, ArgumentType type, Object value) {
        return switch (type) {
            case STRING -> value instanceof Amount ? null : ValueConversions.toPlainString(value);
            case NUMBER -> convertNumber(name, value);
            case DATETIME -> value instanceof Amount || ValueConversions.toDate(value).isEmpty() ? null : value;
            case CURRENCY -> value instanceof Amount amount ? convertCurrency(name, amount) : null;
        };
    }

    private static Object convertUndeclared(Object value) {
        return value instanceof Amount amount ? amount.value() + " " + amount.currency() : value;
    }

    private static @Nullable Object convertNumber(String name, Object value) {
        if (value instanceof Number) {
            return value;
        }
        if (!(value instanceof String text)) {
            return null;
        }
        if (isShortInteger(text)) {
            return Long.valueOf(text);
        }
        if (UNBOUNDED_NUMBER.matcher(text).matches()) {
            throw ProblemType.INVALID_ARGUMENT.with(name, "digits", MAX_DIGITS);
        }
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        var number = new BigDecimal(text);
        requireMaxDigits(name, number, number);
        return number.scale() == 0 ? narrow(number.toBigIntegerExact()) : number;
    }

    /** Fast path for the form in which most numbers are sent; they need no regular expression. */
    private static boolean isShortInteger(String text) {
        if (text.isEmpty() || text.length() > FAST_PATH_DIGITS || text.length() > 1 && text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns a {@link Long} if the number fits: the renderer has a fast path for small ones. */
    private static Number narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static @Nullable Object convertCurrency(String name, Amount amount) {
        var value = convertNumber(name, amount.value());
        return value == null
                ? null
                : new CurrencyAmount((Number) value, Currency.getInstance(amount.currency()));
    }
}
