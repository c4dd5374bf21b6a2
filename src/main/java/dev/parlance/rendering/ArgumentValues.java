package dev.parlance.rendering;

import dev.parlance.rendering.compiled.CompiledText;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.CurrencyAmount;
import dev.parlance.problems.Refusal;
import dev.parlance.rendering.compiled.Execution;
import dev.parlance.rendering.compiled.Values;
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
 * The arguments of a request, under their canonical names and with the types of the contract. What is not declared, or not
 * of its type, is kept as sent and listed; what would cost work without bound is refused.
 *
 * @param values      by name, ready for {@link CompiledText#render}
 * @param sent        by name, as they came
 * @param superfluous given, but not declared
 * @param mistyped    given, but not what the contract says
 */
public record ArgumentValues(Map<String, Object> values, Map<String, ? extends @Nullable Object> sent,
                             SortedSet<String> superfluous, SortedSet<String> mistyped) {
    public static final int MOST_ARGUMENTS = 32;
    public static final int LONGEST_STRING = 4096;
    public static final int MOST_DIGITS = 30;
    private static final int LONGEST_NAME = 64;
    private static final int FEW_DIGITS = 18;

    private static final Pattern NUMBER =
            Pattern.compile("(-?)(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern UNBOUNDED =
            Pattern.compile("-?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]{4,}|[+-]?(NaN|Infinity)");

    /** An amount of money as callers send it. */
    public record Amount(String currency, Object value) {
    }

    /**
     * @param given by name or position: {@link String}, {@link Boolean}, {@link BigInteger}, {@link Long}, {@link Integer},
     *              {@link BigDecimal}, {@link Amount} or null
     */
    public static ArgumentValues bind(Contract contract, Map<String, ? extends @Nullable Object> given) {
        if (given.size() > MOST_ARGUMENTS) {
            throw Refusal.INVALID_ARGUMENT.with("", "count", MOST_ARGUMENTS);
        }
        var values = new LinkedHashMap<String, Object>();
        var sent = new LinkedHashMap<String, @Nullable Object>();
        var superfluous = new TreeSet<String>();
        var mistyped = new TreeSet<String>();
        given.forEach((positionOrName, value) -> {
            var argument = contract.argument(positionOrName);
            var name = argument.map(Argument::name).orElse(positionOrName);
            if (argument.isEmpty()) {
                superfluous.add(name);
            }
            if (positionOrName.length() > LONGEST_NAME) {
                throw Refusal.INVALID_ARGUMENT.with(positionOrName, "length", LONGEST_NAME);
            }
            sent.put(name, value);
            var limited = value == null ? Execution.NULL : limited(name, value);
            var type = argument.map(Argument::type).orElse(null);
            var typed = type == null || value == null ? undeclared(limited) : typed(name, type, limited);
            if (typed == null) {
                mistyped.add(name);
            }
            if (values.put(name, typed == null ? undeclared(limited) : typed) != null) {
                throw Refusal.REPEATED_PARAMETER.with(name);
            }
        });
        return new ArgumentValues(Collections.unmodifiableMap(values), Collections.unmodifiableMap(sent), superfluous, mistyped);
    }


    /** The declared arguments that were not given. */
    public SortedSet<String> missing(Contract contract) {
        var missing = new TreeSet<String>();
        for (var argument : contract.arguments()) {
            if (!values.containsKey(argument.name())) {
                missing.add(argument.name());
            }
        }
        return missing;
    }

    private static Object limited(String name, Object value) {
        if (value instanceof String text) {
            if (text.length() > LONGEST_STRING) {
                throw Refusal.INVALID_ARGUMENT.with(name, "length", LONGEST_STRING);
            }
        } else if (value instanceof Number number) {
            return bounded(name, new BigDecimal(number.toString()), value);
        } else if (value instanceof Amount amount) {
            limited(name, amount.value());
        }
        return value;
    }

    private static Object bounded(String name, BigDecimal number, Object value) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw Refusal.INVALID_ARGUMENT.with(name, "digits", MOST_DIGITS);
        }
        return value;
    }

    private static @Nullable Object typed(String name, ArgumentType type, Object value) {
        return switch (type) {
            case STRING -> value instanceof Amount ? null : Values.plain(value);
            case NUMBER -> number(name, value);
            case DATETIME -> value instanceof Amount || Values.instant(value).isEmpty() ? null : value;
            case CURRENCY -> value instanceof Amount amount ? money(name, amount) : null;
        };
    }

    private static Object undeclared(Object value) {
        return value instanceof Amount amount ? amount.value() + " " + amount.currency() : value;
    }

    private static @Nullable Object number(String name, Object value) {
        if (value instanceof Number) {
            return value;
        }
        if (!(value instanceof String text)) {
            return null;
        }
        if (fewDigits(text)) {
            return Long.valueOf(text);
        }
        if (UNBOUNDED.matcher(text).matches()) {
            throw Refusal.INVALID_ARGUMENT.with(name, "digits", MOST_DIGITS);
        }
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        var number = new BigDecimal(text);
        bounded(name, number, number);
        return number.scale() == 0 ? whole(number.toBigIntegerExact()) : number;
    }

    /** As most numbers are sent: they need none of the rules below. */
    private static boolean fewDigits(String text) {
        if (text.isEmpty() || text.length() > FEW_DIGITS || text.length() > 1 && text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** As narrow as it fits: small numbers have a short way through the renderer. */
    private static Number whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static @Nullable Object money(String name, Amount amount) {
        var value = number(name, amount.value());
        return value == null
                ? null
                : new CurrencyAmount((Number) value, Currency.getInstance(amount.currency()));
    }
}
