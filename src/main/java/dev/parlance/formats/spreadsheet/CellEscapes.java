package dev.parlance.formats.spreadsheet;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes of Office Open XML for characters that XML cannot contain, such as {@code _x0001_}. */
final class CellEscapes {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final String UNDERSCORE = "_x005F_";

    private CellEscapes() {
    }

    static String escape(String text) {
        var literal = ESCAPE.matcher(text).replaceAll(UNDERSCORE + "x$1_");
        var escaped = new StringBuilder();
        literal.codePoints().forEach(c -> {
            if (c < ' ' && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF
                    || Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE) {
                escaped.append(String.format(Locale.ROOT, "_x%04X_", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(it.group(1), 16))));
    }
}
