package dev.parlance.rendering;

import com.ibm.icu.util.CurrencyAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;

/** What a value can stand for where a pattern wants a number, an amount or a point in time. */
final class Values {
    private Values() {
    }

    static Optional<Number> number(Object value) {
        return value instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    static Optional<Object> amount(Object value) {
        return value instanceof Number || value instanceof CurrencyAmount ? Optional.of(value) : Optional.empty();
    }

    static Optional<BigInteger> integer(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().scale() <= 0 ? Optional.of(decimal.toBigIntegerExact()) : Optional.empty();
        }
        return value instanceof Number number ? Optional.of(new BigInteger(number.toString())) : Optional.empty();
    }

    static Optional<BigDecimal> decimal(Object value) {
        return number(value).map(number -> new BigDecimal(number.toString()));
    }

    static Optional<Date> instant(Object value) {
        if (value instanceof Number number) {
            return Optional.of(new Date(number.longValue()));
        }
        try {
            return Optional.of(Date.from(OffsetDateTime.parse(value.toString()).toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A value as a string, numbers with all their digits and no exponent. */
    static String plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
