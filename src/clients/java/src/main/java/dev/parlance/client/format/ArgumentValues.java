package dev.parlance.client.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts argument values as the service converts them. */
public final class ArgumentValues {
    private static final int MAX_STRING_LENGTH = 4096;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_DIGITS = 30;
    private static final long MIN_MILLIS = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long MAX_MILLIS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final Pattern NUMBER = Pattern.compile("(-?)(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern VALUE_THEN_CURRENCY = Pattern.compile("([^ ]+) ([A-Z]{3})");
    private static final Pattern CURRENCY_THEN_VALUE = Pattern.compile("([A-Z]{3}) ([^ ]+)");
    private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,15}");
    /** A possible year, month or date in the basic format of ISO 8601: 2022, 202203 or 20220304. */
    private static final Pattern AMBIGUOUS_MILLIS = Pattern.compile("[0-9]{4}|[0-9]{6}|[0-9]{8}");
    private static final int DATE_LENGTH = "2022-03-04".length();

    private ArgumentValues() {
    }

    /**
     * Returns the value as a {@link String}, {@link Boolean}, {@link Long}, {@link BigInteger}, {@link BigDecimal} or {@link Amount}.
     *
     * @return null if the value is null or cannot be printed: not a finite number, or beyond the limits of the service
     */
    public static Object normalize(Object value) {
        if (value instanceof Boolean || value instanceof Long) {
            return value;
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        } else if (value instanceof Number) {
            return normalizeNumber((Number) value);
        } else if (value instanceof Amount) {
            return exceedsDigits(((Amount) value).value()) ? null : value;
        } else if (value instanceof Date) {
            return ((Date) value).toInstant().toString();
        } else if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() > MAX_STRING_LENGTH ? null : text;
    }

    private static Object normalizeNumber(Number value) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(value.toString());
        } catch (NumberFormatException e) { // NaN, infinity, or a number of another library
            return null;
        }
        if (exceedsDigits(decimal)) {
            return null;
        }
        return value instanceof BigInteger ? narrow((BigInteger) value) : decimal;
    }

    private static boolean exceedsDigits(BigDecimal number) {
        return number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS;
    }

    private static Number narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    /** Returns a normalized value as a number, or null if it is neither a number nor a numeric string. */
    public static Number toNumber(Object value) {
        if (value instanceof Number) {
            return (Number) value;
        }
        if (!(value instanceof String) || ((String) value).length() > MAX_NUMBER_LENGTH || !NUMBER.matcher((String) value).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal((String) value);
        if (exceedsDigits(number)) {
            return null;
        }
        return number.scale() == 0 ? narrow(number.toBigIntegerExact()) : number;
    }

    /** Returns a normalized value as an amount, also from {@code 12.50 USD} and {@code USD 12.50}; null if it is none. */
    public static Amount toAmount(Object value) {
        if (value instanceof Amount) {
            return (Amount) value;
        } else if (value instanceof String) {
            Matcher matcher = VALUE_THEN_CURRENCY.matcher((String) value);
            if (matcher.matches()) {
                return toAmount(matcher.group(1), matcher.group(2));
            }
            matcher = CURRENCY_THEN_VALUE.matcher((String) value);
            if (matcher.matches()) {
                return toAmount(matcher.group(2), matcher.group(1));
            }
        }
        return null;
    }

    private static Amount toAmount(String value, String currency) {
        Number number = toNumber(value);
        return number == null ? null : new Amount(new BigDecimal(number.toString()), currency);
    }

    /**
     * Returns a normalized value as a date: milliseconds since 1970, an ISO 8601 date-time with offset, or an ISO 8601 date.
     *
     * @param zone the time zone in which a date begins, so that it prints as that date
     * @return null if the value is not a date in the years 1 to 9999
     */
    public static Date toDate(Object value, ZoneId zone) {
        if (value instanceof Number) {
            double millis = ((Number) value).doubleValue();
            return millis >= MIN_MILLIS && millis <= MAX_MILLIS ? new Date(((Number) value).longValue()) : null;
        }
        String text = value.toString();
        if (AMBIGUOUS_MILLIS.matcher(text).matches()) {
            return null;
        }
        if (MILLIS.matcher(text).matches()) {
            return toDate(Long.valueOf(text), zone);
        }
        try {
            long millis = toInstant(text, zone).toEpochMilli();
            return millis >= MIN_MILLIS && millis <= MAX_MILLIS ? new Date(millis) : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Instant toInstant(String text, ZoneId zone) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return text.endsWith("]") ? ZonedDateTime.parse(text).toInstant() : OffsetDateTime.parse(text).toInstant();
    }
}
