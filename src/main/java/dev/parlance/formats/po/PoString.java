package dev.parlance.formats.po;

/** The strings of PO files, with C escapes. */
final class PoString {
    private static final String ESCAPED = "ntrbfva\\\"";
    private static final String CHARACTERS = "\n\t\r\b\f\u000B\u0007\\\"";

    private PoString() {
    }

    /**
     * Decodes a quoted string.
     *
     * @throws IllegalArgumentException if the input is not exactly one string
     */
    static String decode(String quoted) {
        if (!quoted.startsWith("\"")) {
            throw new IllegalArgumentException("expected a string in quotes");
        }
        var text = new StringBuilder();
        int i = 1;
        while (i < quoted.length() && quoted.charAt(i) != '"') {
            if (quoted.charAt(i) != '\\') {
                text.append(quoted.charAt(i++));
            } else {
                i = decodeEscape(quoted, i + 1, text);
            }
        }
        if (i >= quoted.length()) {
            throw new IllegalArgumentException("unterminated string");
        } else if (i != quoted.length() - 1) {
            throw new IllegalArgumentException("unexpected characters after the string");
        }
        return text.toString();
    }

    private static int decodeEscape(String quoted, int start, StringBuilder text) {
        char c = start < quoted.length() ? quoted.charAt(start) : ' ';
        int named = ESCAPED.indexOf(c);
        if (named >= 0) {
            text.append(CHARACTERS.charAt(named));
            return start + 1;
        }
        boolean hexadecimal = c == 'x';
        int first = hexadecimal ? start + 1 : start;
        int end = first;
        while (end < quoted.length() && end - first < (hexadecimal ? 2 : 3) && quoted.charAt(end) < 0x80
                && Character.digit(quoted.charAt(end), hexadecimal ? 16 : 8) >= 0) {
            end++;
        }
        int value = end > first ? Integer.parseInt(quoted.substring(first, end), hexadecimal ? 16 : 8) : -1;
        if (value < 0 || value > 0x7F) {
            // A larger number is a byte in the encoding of the file, not a character.
            throw new IllegalArgumentException("unknown escape \\" + c);
        }
        text.append((char) value);
        return end;
    }

    /** Appends a keyword with a string. A multi-line string takes one line per line of text. */
    static void append(StringBuilder out, String keyword, String text) {
        out.append(keyword).append(' ');
        int lineEnd = text.indexOf('\n');
        if (lineEnd >= 0 && lineEnd < text.length() - 1) {
            out.append("\"\"\n");
        }
        int start = 0;
        do {
            int end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            out.append('"');
            text.substring(start, end).chars().forEach(c -> appendCharacter(out, (char) c));
            out.append("\"\n");
            start = end;
        } while (start < text.length());
    }

    private static void appendCharacter(StringBuilder out, char c) {
        int escaped = CHARACTERS.indexOf(c);
        if (escaped >= 0) {
            out.append('\\').append(ESCAPED.charAt(escaped));
        } else if (c < ' ' || c == 0x7F) {
            out.append('\\').append((char) ('0' + (c >> 6))).append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
        } else {
            out.append(c);
        }
    }
}
