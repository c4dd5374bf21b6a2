package dev.parlance.codegen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Escapes texts for comments and literals of source code. */
final class SourceEscapes {
    private static final String LINE_ENDS = "\r\n|[\n\r\u000B\f\u0085\u2028\u2029]";

    private SourceEscapes() {
    }

    /**
     * Returns the lines of a comment, with an empty line between paragraphs.
     *
     * <p>Invisible characters are replaced by their code points, because they could make the comment look like code.
     */
    static List<String> commentLines(List<String> paragraphs) {
        var text = paragraphs.stream().map(SourceEscapes::trimLines).collect(Collectors.joining("\n\n"));
        return List.of(text.split("\n", -1));
    }

    private static String trimLines(String paragraph) {
        return Arrays.stream(paragraph.split(LINE_ENDS)).map(it -> showInvisible(it).strip()).filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String showInvisible(String line) {
        var shown = new StringBuilder();
        line.codePoints().forEach(it -> {
            if (it == '\t') {
                shown.append(' ');
            } else if (isInvisible(it)) {
                shown.append("U+").append(hex(it));
            } else {
                shown.appendCodePoint(it);
            }
        });
        return shown.toString();
    }

    /** Returns whether a character must not appear in source code: controls, formats, separators, surrogates and unassigned ones. */
    static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                    Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /** Returns four or more digits of a code point. */
    static String hex(int character) {
        var digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /**
     * Returns the content of a literal, with escapes that TypeScript, Java and Kotlin share.
     *
     * @param special the characters that get a backslash, which include the quotation mark and the backslash
     */
    static String literal(String text, String special) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length();) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            switch (character) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (special.indexOf(character) >= 0) {
                        escaped.append('\\').appendCodePoint(character);
                    } else if (isInvisible(character)) {
                        for (char unit : Character.toChars(character)) {
                            escaped.append("\\u").append(hex(unit));
                        }
                    } else {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
