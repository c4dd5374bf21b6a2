package dev.parlance.formats.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats a number as the sheet displays it, for the number formats that are common for codes. */
final class DisplayedNumber {
    private static final Pattern DIGITS = Pattern.compile("(0+)(?:\\.(0{1,30}))?");

    private DisplayedNumber() {
    }

    /** Returns the number padded by a format such as {@code 0000} or {@code 0.00}; any other format produces plain digits. */
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
