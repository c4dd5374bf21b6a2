package dev.parlance.formats.android;

import java.util.Locale;

/**
 * Decodes the text of a resource incrementally, by the rules of aapt2.
 *
 * <p>Quotes and whitespace continue across elements inside the text.
 */
final class AndroidText {
    private final StringBuilder text = new StringBuilder();
    private boolean quoted;
    private boolean spacePending;
    private boolean anyCharacter;
    private String escape = "";

    /** Adds characters of the file. An escape may be split between two calls, because the parser splits text anywhere. */
    void append(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            append(characters.charAt(i));
        }
    }

    private void append(char c) {
        if (!escape.isEmpty()) {
            appendEscaped(c);
        } else if (c == '\\') {
            escape = "\\";
        } else if (c == '"') {
            quoted = !quoted;
            anyCharacter |= quoted;
            flushSpace();
        } else if (!quoted && isSpace(c)) {
            spacePending = true;
        } else {
            put(c);
        }
    }

    private void appendEscaped(char c) {
        if (escape.startsWith("\\u")) {
            if (Character.digit(c, 16) < 0 || c > 'f') {
                throw new IllegalArgumentException("expected four hexadecimal digits after \\u");
            }
            escape += c;
            if (escape.length() == 6) {
                put((char) Integer.parseInt(escape.substring(2), 16));
                escape = "";
            }
        } else if (c == 'u') {
            escape = "\\u";
        } else {
            put(c == 'n' ? '\n' : c == 't' ? '\t' : c);
            escape = "";
        }
    }

    /** Adds a tag, in which nothing is unescaped. */
    void appendTag(String tag) {
        flushSpace();
        anyCharacter = true;
        text.append(tag);
    }

    private void put(char c) {
        flushSpace();
        anyCharacter = true;
        text.append(c);
    }

    /** Leading whitespace is dropped here; trailing whitespace is dropped because it is never flushed. */
    private void flushSpace() {
        if (spacePending && anyCharacter && text.length() > 0) {
            text.append(' ');
        }
        spacePending = false;
    }

    /** @throws IllegalArgumentException if the text ends inside an escape */
    String finish() {
        if (escape.startsWith("\\u")) {
            throw new IllegalArgumentException("expected four hexadecimal digits after \\u");
        }
        return text.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0x0B;
    }

    /** Escapes a text so that reading it returns the same text. The result is not yet escaped for XML. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\\', '\'', '"' -> escaped.append('\\').append(c);
                case '@', '?' -> escaped.append(i == 0 ? "\\" : "").append(c);
                case ' ' -> escaped.append(c);
                default -> appendCharacter(escaped, text, i);
            }
        }
        boolean kept = text.startsWith(" ") || text.endsWith(" ") || text.contains("  ");
        return kept ? '"' + escaped.toString() + '"' : escaped.toString();
    }

    /** Escapes characters that XML cannot contain, that tools might collapse, or that editors do not show. */
    private static void appendCharacter(StringBuilder out, String text, int i) {
        char c = text.charAt(i);
        boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        if (Character.isSurrogate(c) && !pair || Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT || c >= 0xFFFE) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
