package dev.parlance.rendering;

import com.ibm.icu.number.FormattedNumber;
import dev.parlance.problems.Refusal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One run of a compiled text: its arguments, what it has written so far, and what went wrong on the way. Each thread keeps one
 * and uses it again, with the builder in it.
 */
final class Execution {
    /** In UTF-16 units. A text of 4,000 characters can repeat an argument of 4 KB a thousand times. */
    static final int LONGEST_OUTPUT = 64 * 1024;

    private static final int USUAL_LENGTH = 256;
    private static final int LARGEST_KEPT = 8 * 1024;
    private static final ThreadLocal<Execution> OWN = ThreadLocal.withInitial(Execution::new);

    /** What JSON's {@code null} becomes in a map of arguments, which holds no nulls. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);
    private Map<String, Object> arguments = Map.of();
    private Isolation isolation = Isolation.NEVER;
    private boolean isolateAll;
    private ZoneId zone = ZoneOffset.UTC;
    private @Nullable SortedSet<String> missing;
    private @Nullable SortedSet<String> mistyped;

    static Execution start(Map<String, Object> arguments, Isolation isolation, boolean rightToLeft, ZoneId zone) {
        var own = OWN.get();
        own.out.setLength(0);
        own.arguments = arguments;
        own.isolation = isolation;
        own.isolateAll = isolation.appliesToAll(rightToLeft);
        own.zone = zone;
        own.missing = null;
        own.mistyped = null;
        return own;
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

    void append(CharSequence text) {
        bound(text.length());
        out.append(text);
    }

    void append(FormattedNumber number) {
        number.appendTo(out);
        bound(0);
    }

    /** A string argument, set apart from the text around it where that is asked for. */
    void insert(String text) {
        bound(text.length());
        if (isolateAll || isolation.appliesTo(text)) {
            out.append(FIRST_STRONG_ISOLATE).append(text).append(POP_DIRECTIONAL_ISOLATE);
        } else {
            out.append(text);
        }
    }

    Rendering result() {
        return new Rendering(out.toString(), orNone(missing), orNone(mistyped));
    }

    /** Lets go of what belongs to the caller, and of a builder that has grown large. */
    void end() {
        arguments = Map.of();
        if (out.capacity() > LARGEST_KEPT) {
            OWN.remove();
        }
    }

    private void placeholder(String name) {
        bound(name.length());
        out.append('{').append(name).append('}');
    }

    private void bound(int more) {
        if (out.length() + more > LONGEST_OUTPUT) {
            throw Refusal.OUTPUT_TOO_LARGE.with(LONGEST_OUTPUT);
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
