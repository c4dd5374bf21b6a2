package dev.parlance.rendering.syntax;

/**
 * A human-readable position in a text.
 *
 * @param line   from 1
 * @param column from 1, in code points
 */
public record TextPosition(int line, int column) {

    /** @param offset in UTF-16 code units; an offset after the end is treated as the end */
    public static TextPosition of(String text, int offset) {
        int end = Math.min(offset, text.length());
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        int line = 1 + (int) text.substring(0, lineStart).chars().filter(it -> it == '\n').count();
        return new TextPosition(line, 1 + text.codePointCount(lineStart, end));
    }
}
