package dev.parlance.checks.text;

import java.util.Arrays;

/**
 * A text as a reader sees it, with a mapping to the typed text.
 *
 * <p>Each argument is one {@link #ARGUMENT}. Of each choice, one branch is present.
 */
public final class DisplayText {
    /** The placeholder of an argument, U+FFFC. */
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

    /** Creates the display text of a text that reads as typed. */
    static DisplayText of(String text) {
        var reading = new Builder(text.length());
        reading.addLiteral(text, 0, text.length());
        return reading.build(text.length());
    }

    public String text() {
        return text;
    }

    /**
     * Returns the span of the typed text behind a range of this text.
     *
     * @param from the start in {@link #text()}
     * @param to the exclusive end in {@link #text()}
     */
    public Span sourceSpan(int from, int to) {
        int start = from < starts.length ? starts[from] : length;
        return new Span(start, to > from ? Math.max(start, ends[to - 1]) : start);
    }

    /** Returns whether the characters are adjacent in the typed text as well. */
    public boolean isContiguous(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (starts[i] != ends[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the first character that is not whitespace. */
    public int contentStart() {
        int first = 0;
        while (first < text.length() && Whitespace.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }

    /** Returns the index after the last character that is not whitespace. */
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
