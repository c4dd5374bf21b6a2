package dev.parlance.rendering.syntax;

/**
 * A position in a text, for people.
 *
 * @param line   from 1
 * @param column from 1, in code points
 */
public record TextPosition(int line, int column) {

    /** @param offset in UTF-16 units; offsets after the end mean the end */
    public static TextPosition of(String text, int offset) {
        int end = Math.min(offset, text.length());
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        int line = 1 + (int) text.substring(0, lineStart).chars().filter(it -> it == '\n').count();
        return new TextPosition(line, 1 + text.codePointCount(lineStart, end));
    }
}
