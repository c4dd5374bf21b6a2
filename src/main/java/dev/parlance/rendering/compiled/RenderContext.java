package dev.parlance.rendering.compiled;

import com.ibm.icu.number.FormattedNumber;
import dev.parlance.problems.ProblemType;
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
public final class RenderContext implements Appendable {
    /** In UTF-16 units. A text of 4,000 characters can repeat an argument of 4 KB a thousand times. */
    public static final int MAX_OUTPUT_LENGTH = 64 * 1024;

    private static final int INITIAL_CAPACITY = 1024;
    /** Left free at the start of the room: what lies before it in memory, others may read, and would wait for each character. */
    private static final int MARGIN = 64;
    private static final ThreadLocal<char[]> BUFFER = ThreadLocal.withInitial(() -> new char[MARGIN + INITIAL_CAPACITY]);

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
    private char[] buffer = BUFFER.get();
    private int position = MARGIN;
    private @Nullable SortedSet<String> missing;
    private @Nullable SortedSet<String> invalid;

    public RenderContext(Map<String, Object> arguments, BidiIsolation isolation, boolean rightToLeft, ZoneId zone) {
        this.arguments = arguments;
        this.zone = zone;
        this.isolateAll = isolation.appliesToAll(rightToLeft);
        this.isolateWhereNeeded = isolation == BidiIsolation.WHERE_NEEDED;
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * The value to be printed. Null where there is none: then that is printed already, the name in braces for a missing argument
     * and {@code null} for a null, as in ICU.
     */
    @Nullable Object resolve(String name) {
        var value = arguments.get(name);
        if (value == null) {
            missing = addTo(missing, name);
            appendPlaceholder(name);
            return null;
        }
        if (value == NULL) {
            append("null");
            return null;
        }
        return value;
    }

    /** Prints the name in braces for a value that is not what the text needs. */
    void reportInvalid(String name) {
        invalid = addTo(invalid, name);
        appendPlaceholder(name);
    }

    void append(String text) {
        append(text, 0, text.length());
    }

    RenderContext append(String text, int start, int end) {
        ensureCapacity(end - start);
        text.getChars(start, end, buffer, position);
        position += end - start;
        return this;
    }

    void append(FormattedNumber number) {
        number.appendTo(this);
    }

    /** A string argument, set apart from the text around it where that is asked for. */
    void appendString(String text) {
        if (isolateAll || isolateWhereNeeded && BidiIsolation.hasRightToLeft(text)) {
            append(FIRST_STRONG_ISOLATE).append(text, 0, text.length()).append(POP_DIRECTIONAL_ISOLATE);
        } else {
            append(text);
        }
    }

    /** For ICU's formatters, as are the next two. */
    @Override
    public RenderContext append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public RenderContext append(CharSequence text, int start, int end) {
        ensureCapacity(end - start);
        for (int i = start; i < end; i++) {
            buffer[position++] = text.charAt(i);
        }
        return this;
    }

    @Override
    public RenderContext append(char character) {
        ensureCapacity(1);
        buffer[position++] = character;
        return this;
    }

    public RenderedText toRenderedText() {
        return new RenderedText(new String(buffer, MARGIN, position - MARGIN), orEmpty(missing), orEmpty(invalid));
    }

    private void appendPlaceholder(String name) {
        append("{");
        append(name);
        append("}");
    }

    private void ensureCapacity(int more) {
        if (position - MARGIN + more > MAX_OUTPUT_LENGTH) {
            throw ProblemType.OUTPUT_TOO_LARGE.with(MAX_OUTPUT_LENGTH);
        }
        if (position + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(position + more, 2 * buffer.length));
        }
    }

    private static SortedSet<String> addTo(@Nullable SortedSet<String> names, String name) {
        var result = names == null ? new TreeSet<String>() : names;
        result.add(name);
        return result;
    }

    private static SortedSet<String> orEmpty(@Nullable SortedSet<String> names) {
        return names == null ? Collections.emptySortedSet() : names;
    }
}
