package dev.parlance.formats.apple;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;

/** Splits a {@code .strings} file into strings, punctuation and comments. */
final class StringsLexer {
    private static final String ESCAPED = "ntrbfva";
    private static final String CHARACTERS = "\n\t\r\b\f\u000B\u0007";

    private final SourceFile file;
    private final String text;
    private int position;
    private int line = 1;
    private final StringBuilder comment = new StringBuilder();

    StringsLexer(SourceFile file, String text) {
        this.file = file;
        this.text = text;
    }

    int line() {
        return line;
    }

    /** Returns the comment before the current string, and clears it, because it describes only this string. */
    String takeComment() {
        var result = comment.toString();
        comment.setLength(0);
        return result;
    }

    /** Skips comments and whitespace; returns false at the end of the file. */
    boolean skipToString() {
        int emptyLines = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c)) {
                advance();
                emptyLines = c == '\n' ? emptyLines + 1 : emptyLines;
                if (emptyLines > 1) {
                    // A comment followed by an empty line describes a section of the file.
                    comment.setLength(0);
                }
            } else if (c == '/') {
                readComment();
                emptyLines = 0;
            } else {
                return true;
            }
        }
        return false;
    }

    private void readComment() {
        boolean block = text.startsWith("/*", position);
        if (!block && !text.startsWith("//", position)) {
            throw unexpected();
        }
        int end = text.indexOf(block ? "*/" : "\n", position + 2);
        if (end < 0 && block) {
            throw fault("unterminated comment");
        }
        end = end < 0 ? text.length() : end;
        var content = text.substring(position + 2, end).strip();
        if (block) {
            comment.setLength(0);
        }
        comment.append(comment.isEmpty() ? "" : "\n").append(content);
        moveTo(block ? end + 2 : end);
    }

    /** Returns the quoted or unquoted string at the current position. */
    String string() {
        skipToString();
        if (position >= text.length()) {
            throw unexpected();
        }
        char quote = text.charAt(position);
        if (quote == '"' || quote == '\'') {
            position++;
            return quoted(quote);
        }
        int start = position;
        while (position < text.length() && isUnquoted(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw unexpected();
        }
        return text.substring(start, position);
    }

    private String quoted(char quote) {
        var content = new StringBuilder();
        while (position < text.length() && text.charAt(position) != quote) {
            char c = text.charAt(position);
            if (c == '\0') {
                throw fault("the file contains a NUL character");
            }
            advance();
            if (c == '\\') {
                escape(content);
            } else {
                content.append(c);
            }
        }
        if (position >= text.length()) {
            throw fault("unterminated string");
        }
        position++;
        return content.toString();
    }

    private void escape(StringBuilder content) {
        if (position >= text.length()) {
            throw fault("unterminated string");
        }
        char c = text.charAt(position);
        advance();
        int named = ESCAPED.indexOf(c);
        if (named >= 0) {
            content.append(CHARACTERS.charAt(named));
        } else if (c == 'U' || c == 'u') {
            content.append((char) number(16, 4, 4, 0xFFFF));
        } else if (c >= '0' && c <= '7') {
            // Octal escapes beyond ASCII refer to the NeXTSTEP encoding, which tools no longer write.
            position--;
            content.append((char) number(8, 1, 3, 0x7F));
        } else {
            content.append(c);
        }
    }

    private int number(int radix, int minDigits, int maxDigits, int maximum) {
        int start = position;
        int value = 0;
        while (position < text.length() && position - start < maxDigits && text.charAt(position) < 0x80
                && Character.digit(text.charAt(position), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(position++), radix);
        }
        if (position - start < minDigits || value > maximum) {
            throw fault("unknown escape");
        }
        return value;
    }

    boolean accept(char punctuation) {
        skipToString();
        if (position >= text.length() || text.charAt(position) != punctuation) {
            return false;
        }
        position++;
        return true;
    }

    void expect(char punctuation) {
        if (!accept(punctuation)) {
            throw unexpected();
        }
    }

    private static boolean isUnquoted(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_.$:/-".indexOf(c) >= 0;
    }

    private void advance() {
        moveTo(position + 1);
    }

    private void moveTo(int end) {
        for (; position < end; position++) {
            line += text.charAt(position) == '\n' ? 1 : 0;
        }
    }

    private FileFormatException unexpected() {
        return fault(position >= text.length() ? "unexpected end of the file"
                : "unexpected character U+" + Integer.toHexString(0x10000 | text.charAt(position)).substring(1));
    }

    private FileFormatException fault(String detail) {
        return new FileFormatException(file.path(), FileFault.MALFORMED, line, detail);
    }
}
