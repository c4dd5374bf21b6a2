package dev.parlance.checks.text;

/** A range of a typed text, in UTF-16 code units; {@code end} is exclusive. */
public record Span(int start, int end) {
    public static Span of(ParsedPart text) {
        return new Span(0, text.text().length());
    }

    public String replaceIn(String text, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
