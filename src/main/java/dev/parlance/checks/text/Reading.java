package dev.parlance.checks.text;

import java.util.Arrays;

/**
 * A text as a reader sees it, with the way back to what was typed. Each argument is one {@link #SLOT}; of branches, one was taken.
 */
public final class Reading {
    public static final char SLOT = '\uFFFC';

    private final String shown;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    private Reading(String shown, int[] starts, int[] ends, int length) {
        this.shown = shown;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    /** Of a text that reads as it is typed. */
    static Reading of(String text) {
        var reading = new Assembly(text.length());
        reading.literal(text, 0, text.length());
        return reading.done(text.length());
    }

    public String shown() {
        return shown;
    }

    /** @param from in {@link #shown}, up to {@code to} */
    public Span typed(int from, int to) {
        int start = from < starts.length ? starts[from] : length;
        return new Span(start, to > from ? Math.max(start, ends[to - 1]) : start);
    }

    /** Whether the characters follow each other in the typed text as well. */
    public boolean together(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (starts[i] != ends[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Where the text begins that is more than blanks. */
    public int first() {
        int first = 0;
        while (first < shown.length() && Blanks.blank(shown.charAt(first))) {
            first++;
        }
        return first;
    }

    /** Where the blanks at the end begin. */
    public int last() {
        int last = shown.length();
        while (last > 0 && Blanks.blank(shown.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    static final class Assembly {
        private final StringBuilder shown = new StringBuilder();
        private int[] starts;
        private int[] ends;

        Assembly(int expected) {
            starts = new int[expected];
            ends = new int[expected];
        }

        void literal(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                add(text.charAt(i), i, i + 1);
            }
        }

        void add(char c, int start, int end) {
            int at = shown.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, 2 * at + 8);
                ends = Arrays.copyOf(ends, 2 * at + 8);
            }
            shown.append(c);
            starts[at] = start;
            ends[at] = end;
        }

        Reading done(int length) {
            return new Reading(shown.toString(), Arrays.copyOf(starts, shown.length()), Arrays.copyOf(ends, shown.length()), length);
        }
    }
}
