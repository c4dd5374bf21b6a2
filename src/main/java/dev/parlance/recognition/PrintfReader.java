package dev.parlance.recognition;

import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the values that a printf conversion may show. The caller prints each candidate again. */
final class PrintfReader {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?([eE]-?[0-9]{1,2})?");
    private static final Pattern HEXADECIMAL = Pattern.compile("-?[0-9a-fA-F]{1,60}");
    private static final Pattern OCTAL = Pattern.compile("-?[0-7]{1,60}");

    private PrintfReader() {
    }

    static Stream<Object> candidates(Conversion conversion, String shown) {
        return switch (conversion.conversion()) {
            case 'd', 'i', 'u', 'e', 'E', 'f', 'F', 'g', 'G' -> decimal(plain(shown));
            case 'x', 'X' -> integer(plain(shown).replaceFirst("0[xX]", ""), HEXADECIMAL, 16);
            case 'o' -> integer(plain(shown), OCTAL, 8);
            case 'b', 'B' -> Stream.of(shown.strip(), shown.strip().equalsIgnoreCase("true"));
            default -> Stream.of(shown, shown.strip());
        };
    }

    /** Returns a number without padding, plus sign and grouping; parentheses mark a negative number. */
    private static String plain(String shown) {
        var text = shown.strip().replace(",", "").replace("+", "");
        return text.startsWith("(") && text.endsWith(")") ? "-" + text.substring(1, text.length() - 1) : text;
    }

    private static Stream<Object> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Stream.of(NumberReader.narrow(new BigDecimal(text))) : Stream.empty();
    }

    private static Stream<Object> integer(String text, Pattern digits, int radix) {
        return digits.matcher(text).matches() ? Stream.of(NumberReader.narrow(new BigDecimal(new BigInteger(text, radix))))
                : Stream.empty();
    }
}
