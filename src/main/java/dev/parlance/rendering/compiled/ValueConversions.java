package dev.parlance.rendering.compiled;

import com.ibm.icu.util.CurrencyAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;

/** Converts argument values to the numbers, amounts, dates and strings that a text requires. */
public final class ValueConversions {
    private static final long MIN_MILLIS = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long MAX_MILLIS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,15}");
    /** A possible year, month or date in the basic format of ISO 8601: 2022, 202203 or 20220304. */
    private static final Pattern AMBIGUOUS_MILLIS = Pattern.compile("[0-9]{4}|[0-9]{6}|[0-9]{8}");
    private static final int DATE_LENGTH = "2022-03-04".length();

    private ValueConversions() {
    }

    static Optional<Number> toNumber(Object value) {
        return value instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    static Optional<Object> amount(Object value) {
        return value instanceof Number || value instanceof CurrencyAmount ? Optional.of(value) : Optional.empty();
    }

    static Optional<BigInteger> toBigInteger(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().scale() <= 0 ? Optional.of(decimal.toBigIntegerExact()) : Optional.empty();
        }
        return value instanceof Number number ? Optional.of(new BigInteger(number.toString())) : Optional.empty();
    }

    static Optional<BigDecimal> toBigDecimal(Object value) {
        return toNumber(value).map(number -> new BigDecimal(number.toString()));
    }

    /**
     * Converts milliseconds since 1970-01-01T00:00:00Z, an ISO 8601 date-time with offset, or an ISO 8601 date.
     *
     * <p>A string of four, six or eight digits is rejected: as milliseconds, it would be a time in January 1970, which is rarely intended.
     *
     * <p>Only the years 1 to 9999 are accepted, because ICU's calendars overflow outside of them.
     *
     * @param zone the time zone in which a date begins, so that it prints as that date
     * @return empty if the value is not a date in that range
     */
    public static Optional<Date> toDate(Object value, ZoneId zone) {
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue()).filter(it -> it >= MIN_MILLIS && it <= MAX_MILLIS)
                    .map(it -> new Date(number.longValue()));
        }
        var text = value.toString();
        if (AMBIGUOUS_MILLIS.matcher(text).matches()) {
            return Optional.empty();
        }
        if (MILLIS.matcher(text).matches()) {
            return toDate(Long.valueOf(text), zone);
        }
        try {
            var instant = toInstant(text, zone);
            return instant.isBefore(Instant.ofEpochMilli(MIN_MILLIS)) || instant.isAfter(Instant.ofEpochMilli(MAX_MILLIS))
                    ? Optional.empty()
                    : Optional.of(Date.from(instant));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant toInstant(String text, ZoneId zone) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return text.endsWith("]") ? ZonedDateTime.parse(text).toInstant() : OffsetDateTime.parse(text).toInstant();
    }

    /** Returns a value as a string. Numbers are printed with all digits and without an exponent. */
    public static String toPlainString(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
