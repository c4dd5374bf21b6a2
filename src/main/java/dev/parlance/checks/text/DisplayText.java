package dev.parlance.checks.text;

import java.util.Arrays;

/**
 * A text as a reader sees it, with the way back to what was typed. Each argument is one {@link #SLOT}; of branches, one was taken.
 */
public final class DisplayText {
    public static final char ARGUMENT = '\uFFFC';

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    private DisplayText(String shown, int[] starts, int[] ends, int length) {
        this.text = shown;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    /** Of a text that reads as it is typed. */
    static DisplayText of(String text) {
        var reading = new Builder(text.length());
        reading.addLiteral(text, 0, text.length());
        return reading.build(text.length());
    }

    public String text() {
        return text;
    }

    /** @param from in {@link #shown}, up to {@code to} */
    public Span sourceSpan(int from, int to) {
        int start = from < starts.length ? starts[from] : length;
        return new Span(start, to > from ? Math.max(start, ends[to - 1]) : start);
    }

    /** Whether the characters follow each other in the typed text as well. */
    public boolean isContiguous(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (starts[i] != ends[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Where the text begins that is more than blanks. */
    public int contentStart() {
        int first = 0;
        while (first < text.length() && Whitespace.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }

    /** Where the blanks at the end begin. */
    public int contentEnd() {
        int last = text.length();
        while (last > 0 && Whitespace.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] starts;
        private int[] ends;

        Builder(int expected) {
            starts = new int[expected];
            ends = new int[expected];
        }

        void addLiteral(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                add(text.charAt(i), i, i + 1);
            }
        }

        void add(char c, int start, int end) {
            int at = text.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, 2 * at + 8);
                ends = Arrays.copyOf(ends, 2 * at + 8);
            }
            text.append(c);
            starts[at] = start;
            ends[at] = end;
        }

        DisplayText build(int length) {
            return new DisplayText(text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()), length);
        }
    }
}
