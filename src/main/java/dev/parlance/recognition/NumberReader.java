package dev.parlance.recognition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.DecimalFormatSymbols;
import dev.parlance.rendering.ArgumentValues;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Finds the numbers that may be shown by a text in the digits and with the separators of a locale.
 *
 * <p>Everything else is ignored, so that grouping, units, percent signs and currencies need no rules. The caller formats each candidate
 * again.
 */
final class NumberReader {
    /** Percent, per mille, and the thousands of compact numbers. */
    private static final int[] EXPONENTS = {0, -2, -3, 3, 6, 9, 12};
    /** Numbers that are rounded to zero keep their sign. */
    private static final BigDecimal NEGATIVE_ZERO = new BigDecimal("-1E-" + ArgumentValues.MAX_DIGITS);
    private static final int MAX_DIGITS = 60;
    private static final int LARGEST_EXPONENT = 99;

    private final String decimalSeparator;
    private final String monetarySeparator;
    private final String exponent;

    NumberReader(DecimalFormatSymbols symbols) {
        this.decimalSeparator = symbols.getDecimalSeparatorString();
        this.monetarySeparator = symbols.getMonetaryDecimalSeparatorString();
        this.exponent = symbols.getExponentSeparator();
    }

    /** Returns the numbers that may be shown, most likely first. */
    Stream<Number> candidates(String shown) {
        var plain = toAscii(shown);
        if (plain.isEmpty()) {
            return Stream.empty();
        }
        var number = new BigDecimal(plain);
        if (number.signum() == 0 && plain.startsWith("-")) {
            return Stream.of(NEGATIVE_ZERO);
        }
        return Arrays.stream(EXPONENTS).mapToObj(number::scaleByPowerOfTen).map(NumberReader::narrow);
    }

    /** Returns the digits with a sign, a point and an exponent; empty if there is no digit. */
    private String toAscii(String shown) {
        var digits = new StringBuilder();
        boolean negative = false;
        int exponentStart = -1;
        for (int i = 0; i < shown.length();) {
            int character = shown.codePointAt(i);
            int digit = UCharacter.digit(character);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (digits.length() == 0) {
                negative |= isMinus(character);
            } else if (exponentStart < 0 && digits.indexOf(".") < 0 && startsSeparator(shown, i)) {
                digits.append('.');
            } else if (exponentStart < 0 && shown.startsWith(exponent, i)) {
                exponentStart = digits.length();
                digits.append('E');
            } else if (exponentStart == digits.length() - 1 && isMinus(character)) {
                digits.append('-');
            }
            i += Character.charCount(character);
        }
        var number = trimmed(digits, exponentStart);
        return number.isEmpty() ? "" : (negative ? "-" : "") + number;
    }

    private boolean startsSeparator(String shown, int at) {
        return shown.startsWith(decimalSeparator, at) || shown.startsWith(monetarySeparator, at);
    }

    private static String trimmed(StringBuilder digits, int exponentStart) {
        int last = digits.length() - 1;
        boolean complete = exponentStart < 0 || exponentStart < last && Character.isDigit(digits.charAt(last));
        var number = complete ? digits.toString() : digits.substring(0, exponentStart);
        if (number.length() > MAX_DIGITS || complete && exponentStart >= 0 && number.length() - exponentStart > 3) {
            return "";
        }
        return number;
    }

    private static boolean isMinus(int character) {
        return character == '-' || character == '\u2212';
    }

    /** Returns a {@link Long} if the number is whole and fits. */
    static Number narrow(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        if (stripped.scale() > 0 || stripped.precision() - stripped.scale() > LARGEST_EXPONENT) {
            return stripped;
        }
        var whole = stripped.toBigInteger();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
