package dev.parlance.rendering.compiled;

import com.ibm.icu.number.FormattedNumber;
import dev.parlance.problems.Refusal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One run of a compiled text: its arguments, what it has written so far, and what went wrong on the way.
 *
 * <p>Made anew each time, because it holds references: written into an object that lives as long as its thread, they would mark
 * the same cards of the collector from every thread, and two threads were slower than one. The room for the characters
 * stays with the thread.
 */
public final class Execution implements Appendable {
    /** In UTF-16 units. A text of 4,000 characters can repeat an argument of 4 KB a thousand times. */
    public static final int LONGEST_OUTPUT = 64 * 1024;

    private static final int USUAL_LENGTH = 1024;
    /** Left free at the start of the room: what lies before it in memory, others may read, and would wait for each character. */
    private static final int MARGIN = 64;
    private static final ThreadLocal<char[]> ROOM = ThreadLocal.withInitial(() -> new char[MARGIN + USUAL_LENGTH]);

    /** What JSON's {@code null} becomes in a map of arguments, which holds no nulls. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    public static final char FIRST_STRONG_ISOLATE = '\u2068';
    public static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final Map<String, Object> arguments;
    private final ZoneId zone;
    private final boolean isolateAll;
    private final boolean isolateWhereNeeded;
    private char[] out = ROOM.get();
    private int at = MARGIN;
    private @Nullable SortedSet<String> missing;
    private @Nullable SortedSet<String> mistyped;

    public Execution(Map<String, Object> arguments, Isolation isolation, boolean rightToLeft, ZoneId zone) {
        this.arguments = arguments;
        this.zone = zone;
        this.isolateAll = isolation.appliesToAll(rightToLeft);
        this.isolateWhereNeeded = isolation == Isolation.WHERE_NEEDED;
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * The value to be printed. Null where there is none: then that is printed already, the name in braces for a missing argument
     * and {@code null} for a null, as in ICU.
     */
    @Nullable Object value(String name) {
        var value = arguments.get(name);
        if (value == null) {
            missing = with(missing, name);
            placeholder(name);
            return null;
        }
        if (value == NULL) {
            append("null");
            return null;
        }
        return value;
    }

    /** Prints the name in braces for a value that is not what the text needs. */
    void mistyped(String name) {
        mistyped = with(mistyped, name);
        placeholder(name);
    }

    void append(String text) {
        append(text, 0, text.length());
    }

    Execution append(String text, int start, int end) {
        reserve(end - start);
        text.getChars(start, end, out, at);
        at += end - start;
        return this;
    }

    void append(FormattedNumber number) {
        number.appendTo(this);
    }

    /** A string argument, set apart from the text around it where that is asked for. */
    void insert(String text) {
        if (isolateAll || isolateWhereNeeded && Isolation.hasRightToLeft(text)) {
            append(FIRST_STRONG_ISOLATE).append(text, 0, text.length()).append(POP_DIRECTIONAL_ISOLATE);
        } else {
            append(text);
        }
    }

    /** For ICU's formatters, as are the next two. */
    @Override
    public Execution append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public Execution append(CharSequence text, int start, int end) {
        reserve(end - start);
        for (int i = start; i < end; i++) {
            out[at++] = text.charAt(i);
        }
        return this;
    }

    @Override
    public Execution append(char character) {
        reserve(1);
        out[at++] = character;
        return this;
    }

    public Rendering result() {
        return new Rendering(new String(out, MARGIN, at - MARGIN), orNone(missing), orNone(mistyped));
    }

    private void placeholder(String name) {
        append("{");
        append(name);
        append("}");
    }

    private void reserve(int more) {
        if (at - MARGIN + more > LONGEST_OUTPUT) {
            throw Refusal.OUTPUT_TOO_LARGE.with(LONGEST_OUTPUT);
        }
        if (at + more > out.length) {
            out = Arrays.copyOf(out, Math.max(at + more, 2 * out.length));
        }
    }

    private static SortedSet<String> with(@Nullable SortedSet<String> names, String name) {
        var more = names == null ? new TreeSet<String>() : names;
        more.add(name);
        return more;
    }

    private static SortedSet<String> orNone(@Nullable SortedSet<String> names) {
        return names == null ? Collections.emptySortedSet() : names;
    }
}
