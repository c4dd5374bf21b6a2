package dev.parlance.formats.properties;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Splits a file into properties by the rules of {@code java.util.Properties}, which drops order, comments and lines. */
final class PropertyLexer {
    private static final String LINE_ENDS = "\n\r";
    private static final String BLANKS = " \t\f";
    private static final int HEXADECIMAL = 16;
    private static final int UNICODE_DIGITS = 4;

    private final SourceFile file;
    private final String text;
    private int position;
    private int line = 1;

    /**
     * A property, or a comment that belongs to no property.
     *
     * @param line of the key, or of the comment
     * @param comment lines without their comment marks
     * @param key empty for a comment
     */
    record Property(int line, List<String> comment, Optional<String> key, String value) {
        Property {
            comment = List.copyOf(comment);
        }
    }

    PropertyLexer(SourceFile file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Passes each property to a consumer, so that the properties of a large file are not in memory at the same time.
     *
     * @throws FileFormatException {@code MALFORMED} for a Unicode escape without four digits
     */
    void readAll(Consumer<Property> properties) {
        var comment = new ArrayList<String>();
        int commentLine = 0;
        while (position < text.length()) {
            // A line that contains only a continuation mark does not start a property.
            skipContinued();
            if (position == text.length()) {
                break;
            } else if (isLineEnd()) {
                addComment(properties, comment, commentLine);
                skipLineEnd();
            } else if (text.charAt(position) == '#' || text.charAt(position) == '!') {
                commentLine = comment.isEmpty() ? line : commentLine;
                comment.add(readComment());
            } else {
                int start = line;
                var key = readKey();
                properties.accept(new Property(start, comment, Optional.of(key), readRest(false)));
                comment.clear();
            }
        }
        addComment(properties, comment, commentLine);
    }

    private static void addComment(Consumer<Property> properties, List<String> comment, int line) {
        if (!comment.isEmpty()) {
            properties.accept(new Property(line, comment, Optional.empty(), ""));
            comment.clear();
        }
    }

    private String readComment() {
        int start = position + 1;
        while (position < text.length() && !isLineEnd()) {
            position++;
        }
        var comment = text.substring(start, position);
        skipLineEnd();
        return comment.strip();
    }

    private String readKey() {
        var key = readRest(true);
        skipContinued();
        if (position < text.length() && (text.charAt(position) == '=' || text.charAt(position) == ':')) {
            position++;
            skipContinued();
        }
        return key;
    }

    /**
     * Reads and decodes characters.
     *
     * @param key whether a blank, an equals sign or a colon ends the text, in addition to the end of the line
     */
    private String readRest(boolean key) {
        var decoded = new StringBuilder();
        while (position < text.length() && !isLineEnd()) {
            char c = text.charAt(position);
            if (key && (c == '=' || c == ':' || BLANKS.indexOf(c) >= 0)) {
                return decoded.toString();
            } else if (c != '\\') {
                decoded.append(c);
                position++;
            } else if (!skipContinuation()) {
                position++;
                decoded.append(position == text.length() ? "" : readEscape());
            }
        }
        if (!key) {
            skipLineEnd();
        }
        return decoded.toString();
    }

    private char readEscape() {
        char c = text.charAt(position++);
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'u' -> readUnicode();
            default -> c;
        };
    }

    private char readUnicode() {
        int code = 0;
        for (int i = 0; i < UNICODE_DIGITS; i++) {
            skipContinuations();
            int digit = position < text.length() && text.charAt(position) < 0x80 ? Character.digit(text.charAt(position), HEXADECIMAL) : -1;
            if (digit < 0) {
                throw new FileFormatException(file.path(), FileFault.MALFORMED, line, "\\u without four hexadecimal digits");
            }
            code = code * HEXADECIMAL + digit;
            position++;
        }
        return (char) code;
    }

    private void skipBlanks() {
        while (position < text.length() && BLANKS.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    /** Skips blanks between a key and its value, including those after a line continuation. */
    private void skipContinued() {
        skipBlanks();
        skipContinuations();
    }

    private void skipContinuations() {
        boolean continued = true;
        while (continued) {
            continued = skipContinuation();
        }
    }

    /** Skips a backslash at the end of a line, and the blanks at the start of the next line. */
    private boolean skipContinuation() {
        if (position + 1 >= text.length() || text.charAt(position) != '\\' || LINE_ENDS.indexOf(text.charAt(position + 1)) < 0) {
            return false;
        }
        position++;
        skipLineEnd();
        skipBlanks();
        return true;
    }

    private boolean isLineEnd() {
        return LINE_ENDS.indexOf(text.charAt(position)) >= 0;
    }

    private void skipLineEnd() {
        if (position < text.length()) {
            boolean pair = text.startsWith("\r\n", position);
            position += pair ? 2 : 1;
            line++;
        }
    }
}
