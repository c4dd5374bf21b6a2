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
 * One text rendered to a string: by us, and by the ways there are without us. Run by {@code mvn -Pbench -DskipTests verify};
 * {@code src/bench/render-table.py} makes a table of the result.
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
     * The sets of arguments in turn, each thread by itself. JMH keeps away what lies behind such a state in memory, not what lies before:
     * where the collector puts a text there that both threads read, each would wait for the other's count.
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

    /** By a single thread, which a server may not do: ICU's MessageFormat is not thread-safe. */
    @Benchmark
    public String icuCached(TextParameters text, RoundRobin turn) {
        return text.icu.format(turn.next(text.arguments));
    }

    /** The thread-safe way of today. */
    @Benchmark
    public String icuCloned(TextParameters text, RoundRobin turn) {
        return text.icu.clone().format(turn.next(text.arguments));
    }
}
