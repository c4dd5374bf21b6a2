package dev.parlance.checks.text;

/** A stretch of a text as typed, in UTF-16 units, from {@code start} up to {@code end}. */
public record Span(int start, int end) {
    public static Span of(ParsedPart text) {
        return new Span(0, text.text().length());
    }

    public String replaceIn(String text, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
