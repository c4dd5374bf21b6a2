package dev.parlance.publishing;

import dev.parlance.recognition.Recogniser;
import dev.parlance.recognition.Recognition;
import dev.parlance.recognition.RecognitionQuery;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.InstructionBlock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Recognition of a rendered text among the patterns of {@link GeneratedCatalog}, and by trying each pattern as a regular expression.
 *
 * <p>The catalog is harder than a real one: its texts are made of the same twenty words in each language. Run it with
 * {@code mvn -Pbench -DskipTests verify -Djmh.args=RecognitionBenchmark}. The time of a million regular expressions is that of
 * {@link Expressions#COUNT} of them, extrapolated by the reader.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(value = 1, jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+UseSerialGC", "-Duser.timezone=UTC"})
public class RecognitionBenchmark {
    private static final int TEXTS = 4096;
    private static final int LIMIT = 10;

    private static String render(CompiledText text, ArgumentContract contract, Random random) {
        var arguments = new HashMap<String, Object>();
        contract.arguments().forEach(it -> arguments.put(it.name(),
                it.type() == ArgumentType.NUMBER ? (Object) (long) random.nextInt(2000) : "value" + random.nextInt(1000)));
        return text.render(arguments, BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text();
    }

    /** An index of all patterns, and texts that were rendered from some of them. */
    @State(Scope.Benchmark)
    public static class Index {
        @Param("1000000")
        int patterns;

        private final List<String> texts = new ArrayList<>();
        private Recogniser recogniser;
        private int next;

        @Setup
        public void build() {
            var random = new Random(1);
            var catalog = new GeneratedCatalog(patterns / GeneratedCatalog.locales().size(), false);
            var builder = new Recogniser.Builder();
            long nanos = 0;
            for (var locale : GeneratedCatalog.locales()) {
                var draft = catalog.draft(locale);
                var renderer = new Renderer();
                long start = System.nanoTime();
                draft.messages().forEach((key, definition) -> {
                    var content = draft.textsIn(locale).get(key);
                    builder.add(definition.position(), locale, content.syntax(), content.message(), definition.contract());
                });
                nanos += System.nanoTime() - start;
                draft.messages().forEach((key, definition) -> {
                    var content = draft.textsIn(locale).get(key);
                    if (random.nextInt(patterns) < TEXTS) {
                        texts.add(render(renderer.compile(content.syntax(), content.message(), locale, definition.contract()),
                                definition.contract(), random));
                    }
                });
            }
            long start = System.nanoTime();
            recogniser = builder.build();
            nanos += System.nanoTime() - start;
            System.out.printf(Locale.ROOT, "%nindex: %d patterns, %.1f s, %d bytes a pattern%n", patterns, nanos / 1e9,
                    recogniser.sizeInBytes() / patterns);
        }

        String nextText() {
            next = (next + 1) % texts.size();
            return texts.get(next);
        }

        List<Recognition> recognise(String text, boolean tolerant) {
            return recogniser.recognise(new RecognitionQuery(text, Optional.empty(), tolerant, LIMIT));
        }
    }

    /** Texts of 64 KB that repeat literals of the patterns. */
    @State(Scope.Benchmark)
    public static class HostileText {
        private static final int LENGTH = 64 * 1024;

        @Param({"the order ", "заявка не принята ", "a", "value1 ", "{field} 1,2,3 "})
        String repeated;

        private String text;

        @Setup
        public void repeat() {
            text = repeated.repeat(LENGTH / repeated.length());
        }
    }

    /** Regular expressions of some of the patterns, with a group for each argument or branch. */
    @State(Scope.Benchmark)
    public static class Expressions {
        static final int COUNT = 10_000;

        private final List<Pattern> expressions = new ArrayList<>();

        @Setup
        public void compile() {
            var catalog = new GeneratedCatalog(COUNT / GeneratedCatalog.locales().size(), false);
            var renderer = new Renderer();
            for (var locale : GeneratedCatalog.locales()) {
                var draft = catalog.draft(locale);
                draft.messages().forEach((key, definition) -> {
                    var content = draft.textsIn(locale).get(key);
                    expressions.add(toExpression(renderer.compile(content.syntax(), content.message(), locale, definition.contract())));
                });
            }
        }

        private static Pattern toExpression(InstructionBlock block) {
            return Pattern.compile(block.literals().stream().map(Pattern::quote).collect(Collectors.joining("(.*)")), Pattern.DOTALL);
        }
    }

    @Benchmark
    public List<Recognition> exact(Index index) {
        return index.recognise(index.nextText(), false);
    }

    @Benchmark
    public List<Recognition> tolerant(Index index) {
        return index.recognise("2022-03-04 15:30:00 ERROR [main] " + index.nextText(), true);
    }

    @Benchmark
    public List<Recognition> hostileExact(Index index, HostileText hostile) {
        return index.recognise(hostile.text, false);
    }

    @Benchmark
    public List<Recognition> hostileTolerant(Index index, HostileText hostile) {
        return index.recognise(hostile.text, true);
    }

    @Benchmark
    public long expressions(Index index, Expressions each) {
        var text = index.nextText();
        return each.expressions.stream().filter(it -> it.matcher(text).matches()).count();
    }
}
