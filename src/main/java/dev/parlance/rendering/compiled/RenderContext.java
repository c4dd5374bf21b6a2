package dev.parlance.rendering.compiled;

import com.ibm.icu.number.FormattedNumber;
import dev.parlance.problems.ProblemType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The state of one rendering: its arguments, the output so far, and the missing and invalid arguments.
 *
 * <p>A new context is created for each rendering, because it holds references. Stored in a thread-local object, they would dirty
 * the same cards of the garbage collector from every thread, which made two threads slower than one. Only the character buffer
 * is kept per thread.
 */
public final class RenderContext implements Appendable {
    /** In UTF-16 units. Without this limit, a text of 4,000 characters could repeat an argument of 4 KB a thousand times. */
    public static final int MAX_OUTPUT_LENGTH = 64 * 1024;

    private static final int INITIAL_CAPACITY = 1024;
    /**
     * Unused characters at the start of the buffer.
     *
     * <p>They prevent false sharing: a thread that reads the memory before the buffer would otherwise wait for each write.
     */
    private static final int MARGIN = 64;
    private static final ThreadLocal<char[]> BUFFER = ThreadLocal.withInitial(() -> new char[MARGIN + INITIAL_CAPACITY]);

    /** Replaces a value that cannot be printed. The output shows the name in braces, and the argument is reported. */
    public static final Object UNUSABLE = new Object();

    public static final char FIRST_STRONG_ISOLATE = '\u2068';
    public static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final Map<String, Object> arguments;
    private final ZoneId zone;
    private final boolean isolateAll;
    private final boolean isolateWhereNeeded;
    private char[] buffer = BUFFER.get();
    private int position = MARGIN;
    private SortedSet<String> missing = ArgumentNames.NONE;
    private SortedSet<String> invalid = ArgumentNames.NONE;

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
     * Returns the value to print, or null if the output is already written.
     *
     * <p>As in ICU, a missing argument prints its name in braces.
     */
    @Nullable Object resolve(String name) {
        var value = arguments.get(name);
        if (value == null) {
            missing = ArgumentNames.add(missing, name);
            appendPlaceholder(name);
            return null;
        }
        if (value == UNUSABLE) {
            reportInvalid(name);
            return null;
        }
        return value;
    }

    /** Reports a value that the text cannot use, and prints the name in braces. */
    void reportInvalid(String name) {
        invalid = ArgumentNames.add(invalid, name);
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

    /** Appends a string argument, with isolates if required. */
    void appendString(String text) {
        if (isolateAll || isolateWhereNeeded && BidiIsolation.hasRightToLeft(text)) {
            append(FIRST_STRONG_ISOLATE).append(text, 0, text.length()).append(POP_DIRECTIONAL_ISOLATE);
        } else {
            append(text);
        }
    }

    /** ICU's formatters write through this method and the next two. */
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
        return new RenderedText(new String(buffer, MARGIN, position - MARGIN), missing, invalid);
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
}
