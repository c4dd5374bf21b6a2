package dev.parlance.formats.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number of a sheet as the sheet shows it, for the formats that codes have. */
final class ShownNumber {
    private static final Pattern DIGITS = Pattern.compile("(0+)(?:\\.(0{1,30}))?");

    private ShownNumber() {
    }

    /** Returns the number with the zeros of a format such as {@code 0000} or {@code 0.00}; any other format gives plain digits. */
    static String of(BigDecimal number, Optional<String> format) {
        var digits = DIGITS.matcher(format.orElse(""));
        if (Math.abs((long) number.scale()) > 400) {
            return number.toString();
        } else if (!digits.matches()) {
            var plain = number.stripTrailingZeros();
            return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
        }
        int decimals = digits.group(2) == null ? 0 : digits.group(2).length();
        var text = number.abs().setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        int missing = digits.group().length() - text.length();
        return (number.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, missing)) + text;
    }
}
