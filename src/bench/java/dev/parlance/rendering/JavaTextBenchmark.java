package dev.parlance.rendering;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The JDK's {@code MessageFormat}, cached and used by a single thread.
 *
 * <p>It is not thread-safe either. It has positions instead of names, neither plural nor select, and different locale data.
 */
public class JavaTextBenchmark extends BenchmarkSettings {

    @State(Scope.Benchmark)
    public static class Text {
        @Param({"PLAIN", "STRINGS", "NUMBER", "DATE"})
        BenchmarkText style;

        @Param({"en", "ru", "ar"})
        String locale;

        MessageFormat format;
        List<Object[]> arguments;

        @Setup
        public void parse() {
            var tag = Locale.forLanguageTag(locale);
            var names = new ArrayList<>(style.arguments().get(0).keySet());
            var pattern = style.pattern(tag.getLanguage()).replace("::.00", "#,##0.00");
            for (var name : names) {
                pattern = pattern.replace("{" + name, "{" + names.indexOf(name));
            }
            format = new MessageFormat(pattern, tag);
            arguments = style.arguments().stream().map(set -> names.stream().map(set::get).toArray()).toList();
        }
    }

    @Benchmark
    public String javaCached(Text text, RenderBenchmark.RoundRobin turn) {
        return text.format.format(turn.next(text.arguments));
    }
}
