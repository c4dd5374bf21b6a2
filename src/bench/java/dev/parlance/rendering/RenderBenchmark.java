package dev.parlance.rendering;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * Rendering of one text to a string by Parlance and by ICU.
 *
 * <p>Run it with {@code mvn -Pbench -DskipTests verify}. {@code src/bench/render-table.py} formats the result as a table.
 */
public class RenderBenchmark extends BenchmarkSettings {

    /** A text of one style in one locale, compiled once and shared by all threads. */
    @State(Scope.Benchmark)
    public static class TextParameters {
        @Param({"PLAIN", "STRINGS", "PLURAL", "SELECT", "NUMBER", "DATE"})
        BenchmarkText style;

        @Param({"en", "ru", "ar"})
        String locale;

        ULocale icuLocale;
        String pattern;
        CompiledText ours;
        MessageFormat icu;
        List<Map<String, Object>> arguments;

        @Setup
        public void compile() {
            icuLocale = ULocale.forLanguageTag(locale);
            pattern = style.pattern(icuLocale.getLanguage());
            ours = new Renderer().compile(Syntax.ICU, pattern, LocaleTag.parse(locale), ArgumentContract.EMPTY);
            icu = new MessageFormat(pattern, icuLocale);
            arguments = style.arguments();
            arguments.forEach(this::compare);
        }

        private void compare(Map<String, Object> set) {
            var rendered = ours.render(set, BidiIsolation.NEVER, ZoneOffset.UTC).text();
            if (!rendered.equals(icu.format(set))) {
                throw new IllegalStateException("ours: " + rendered + ", ICU's: " + icu.format(set));
            }
        }
    }

    /**
     * Iterates over the sets of arguments, separately for each thread.
     *
     * <p>The counter sits in the middle of a padded array. JMH pads the memory after a state object, but not before it: if the garbage
     * collector placed a text there that both threads read, each thread would wait for the other's counter (false sharing).
     */
    @State(Scope.Thread)
    public static class RoundRobin {
        private static final int LAST = 32;

        private final int[] counts = new int[2 * LAST];

        <T> T next(List<T> sets) {
            return sets.get(counts[LAST]++ & (BenchmarkText.SETS - 1));
        }
    }

    @Benchmark
    public String ours(TextParameters text, RoundRobin turn) {
        return text.ours.render(turn.next(text.arguments), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text();
    }

    @Benchmark
    @Threads(2)
    public String oursByTwo(TextParameters text, RoundRobin turn) {
        return text.ours.render(turn.next(text.arguments), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text();
    }

    @Benchmark
    public String icuParsed(TextParameters text, RoundRobin turn) {
        return new MessageFormat(text.pattern, text.icuLocale).format(turn.next(text.arguments));
    }

    /** Runs on a single thread. A server cannot do this, because ICU's {@code MessageFormat} is not thread-safe. */
    @Benchmark
    public String icuCached(TextParameters text, RoundRobin turn) {
        return text.icu.format(turn.next(text.arguments));
    }

    /** Clones the format per call, the usual thread-safe way. */
    @Benchmark
    public String icuCloned(TextParameters text, RoundRobin turn) {
        return text.icu.clone().format(turn.next(text.arguments));
    }
}
