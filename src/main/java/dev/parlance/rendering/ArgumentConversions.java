package dev.parlance.rendering;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.CurrencyAmount;
import dev.parlance.rendering.ArgumentValues.Amount;
import dev.parlance.rendering.compiled.ValueConversions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts values as sent to the declared types. {@link ArgumentType} lists the accepted forms. */
final class ArgumentConversions {
    private static final int FAST_PATH_DIGITS = 18;
    /** Longer numeric strings exceed {@link ArgumentValues#MAX_DIGITS} and are not parsed, because parsing takes quadratic time. */
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final Pattern NUMBER = Pattern.compile("(-?)(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern VALUE_THEN_CURRENCY = Pattern.compile("(?<value>[^ ]+) (?<currency>[A-Z]{3})");
    private static final Pattern CURRENCY_THEN_VALUE = Pattern.compile("(?<currency>[A-Z]{3}) (?<value>[^ ]+)");
    /** Codes of ISO 4217 for no currency and for tests. */
    private static final Set<String> NO_CURRENCIES = Set.of("XXX", "XTS");

    private ArgumentConversions() {
    }

    /** Returns whether printing the value would cause unbounded work. */
    static boolean exceedsLimits(Object value) {
        if (value instanceof String text) {
            return text.length() > ArgumentValues.MAX_STRING_LENGTH;
        } else if (value instanceof Long || value instanceof Integer) {
            return false;
        } else if (value instanceof Number number) {
            return exceedsDigits(number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()));
        }
        return value instanceof Amount amount && exceedsLimits(amount.value());
    }

    /** Returns the value as the declared type; null if the type does not accept it. */
    static @Nullable Object convert(ArgumentType type, Object value) {
        return switch (type) {
            case STRING -> value instanceof Amount ? null : ValueConversions.toPlainString(value);
            case NUMBER -> toNumber(value);
            // The time zone does not matter here, except on the first and the last day of the calendar.
            case DATETIME -> value instanceof Amount || ValueConversions.toDate(value, ZoneOffset.UTC).isEmpty() ? null : value;
            case CURRENCY -> toAmount(value);
        };
    }

    static Object convertUndeclared(Object value) {
        return value instanceof Amount amount ? ValueConversions.toPlainString(amount.value()) + " " + amount.currency() : value;
    }

    private static @Nullable Number toNumber(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (!(value instanceof String text)) {
            return null;
        }
        if (isShortInteger(text)) {
            return Long.valueOf(text);
        }
        if (text.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(text).matches()) {
            return null;
        }
        var number = new BigDecimal(text);
        if (exceedsDigits(number)) {
            return null;
        }
        return number.scale() == 0 ? narrow(number.toBigIntegerExact()) : number;
    }

    private static boolean exceedsDigits(BigDecimal number) {
        return number.precision() > ArgumentValues.MAX_DIGITS || Math.abs((long) number.scale()) > ArgumentValues.MAX_DIGITS;
    }

    /** Avoids a regular expression for the most frequent form of numbers. */
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

    private static @Nullable CurrencyAmount toAmount(Object value) {
        if (value instanceof Amount amount) {
            return toAmount(amount.currency(), amount.value());
        } else if (value instanceof String text) {
            for (var form : new Pattern[] {VALUE_THEN_CURRENCY, CURRENCY_THEN_VALUE}) {
                var matcher = form.matcher(text);
                if (matcher.matches()) {
                    return toAmount(matcher.group("currency"), matcher.group("value"));
                }
            }
        }
        return null;
    }

    private static @Nullable CurrencyAmount toAmount(String code, Object value) {
        var number = toNumber(value);
        boolean known = !NO_CURRENCIES.contains(code) && Currency.isAvailable(code, null, null);
        return number == null || !known ? null : new CurrencyAmount(number, Currency.getInstance(code));
    }
}
