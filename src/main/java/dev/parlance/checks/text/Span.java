package dev.parlance.checks.text;

/** A stretch of a text as typed, in UTF-16 units, from {@code start} up to {@code end}. */
public record Span(int start, int end) {
    public static Span whole(Typed text) {
        return new Span(0, text.text().length());
    }

    public String replacedIn(String text, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }
}
