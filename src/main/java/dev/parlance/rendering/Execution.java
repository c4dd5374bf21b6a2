package dev.parlance.rendering;

import com.ibm.icu.util.TimeZone;
import dev.parlance.problems.Refusal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One run of a compiled text: its arguments, what it has written so far, and what went wrong on the way. */
final class Execution {
    /** In UTF-16 units. A text of 4,000 characters can repeat an argument of 4 KB a thousand times. */
    static final int LONGEST_OUTPUT = 64 * 1024;

    /** What JSON's {@code null} becomes in a map of arguments, which holds no nulls. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final Map<String, Object> arguments;
    private final boolean isolated;
    private final ZoneId zone;
    private final StringBuilder out = new StringBuilder();
    private final TreeSet<String> missing = new TreeSet<>();
    private final TreeSet<String> mistyped = new TreeSet<>();

    Execution(Map<String, Object> arguments, boolean isolated, ZoneId zone) {
        this.arguments = arguments;
        this.isolated = isolated;
        this.zone = zone;
    }

    /** For dates; most texts have none. */
    TimeZone zone() {
        return TimeZone.getTimeZone(zone.getId());
    }

    void append(CharSequence text) {
        if (out.length() + text.length() > LONGEST_OUTPUT) {
            throw Refusal.OUTPUT_TOO_LARGE.with(LONGEST_OUTPUT);
        }
        out.append(text);
    }

    /** A string argument, set apart from the text around it where that is asked for. */
    void insert(String text) {
        append(isolated ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE : text);
    }

    /** Runs the action with the argument; a missing one is printed as its name, a null as {@code null}, as in ICU. */
    void with(String name, Consumer<Object> action) {
        var value = arguments.get(name);
        if (value == null) {
            missing.add(name);
            append("{" + name + "}");
        } else if (value == NULL) {
            append("null");
        } else {
            action.accept(value);
        }
    }

    /** As {@link #with}, for what wants a value of a type: where the conversion gives none, the name is printed. */
    <T> void withTyped(String name, Conversion<T> conversion, Consumer<T> action) {
        with(name, value -> conversion.from(value).ifPresentOrElse(action, () -> {
            mistyped.add(name);
            append("{" + name + "}");
        }));
    }

    Rendering result() {
        return new Rendering(out.toString(), missing, mistyped);
    }

    interface Conversion<T> {
        Optional<T> from(Object value);
    }
}
