package dev.parlance.formats;

import static dev.parlance.formats.ImportFiles.assertFault;
import static dev.parlance.formats.ImportFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parlance.formats.goi18n.GoI18nImport;
import dev.parlance.formats.properties.PropertiesImport;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tests malicious and random files: readers throw only {@link FileFormatException}, and finish quickly. */
class HostileFilesTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MANY = 200_000;

    @Test
    void refusesDeepNesting() {
        var objects = file("x.json", "{\n" + "\"a\":{".repeat(100_000));
        var arrays = file("x.json", "{\n\"a\":" + "[".repeat(1_000_000));
        var closed = file("x.json", "{\"a\":" + "{\"b\":".repeat(40) + "\"x\"" + "}".repeat(41));
        for (var format : ImportFiles.JSON_FORMATS) {
            timed(() -> assertFault(format, objects, FileFault.TOO_DEEP, 2));
            timed(() -> assertFault(format, arrays, FileFault.TOO_DEEP, 2));
            timed(() -> assertFault(format, closed, FileFault.TOO_DEEP, 1));
        }
    }

    @Test
    void refusesDeepToml() {
        for (var content : List.of("a=" + "[".repeat(100_000), "a=" + "{a=".repeat(100_000))) {
            timed(() -> assertFault(GoI18nImport.TOML, file("x.toml", content), FileFault.TOO_DEEP, 0));
        }
        timed(() -> assertFault(GoI18nImport.TOML, file("x.toml", "a='x'\nb" + ".b".repeat(50_000) + "='y'"), FileFault.TOO_DEEP, 2));
        timed(() -> assertFault(GoI18nImport.TOML, file("x.toml", "[b" + ".b".repeat(50_000) + "]\na='y'"), FileFault.TOO_DEEP, 1));
    }

    @Test
    void refusesTooManyKeys() {
        var json = file("x.json", IntStream.range(0, MANY).mapToObj(it -> "\"k" + it + "\":\"v\"")
                .collect(Collectors.joining(",\n", "{\n", "}")));
        for (var format : ImportFiles.JSON_FORMATS.stream().filter(it -> !it.name().equals("webextension")).toList()) {
            timed(() -> assertFault(format, json, FileFault.TOO_MANY_MESSAGES, 100_002));
        }
        var properties = IntStream.range(0, MANY).mapToObj(it -> "k" + it + "=v").collect(Collectors.joining("\n"));
        timed(() -> assertFault(new PropertiesImport(), file("x.properties", properties), FileFault.TOO_MANY_MESSAGES, 100_001));
        var toml = IntStream.range(0, MANY + 1).mapToObj(it -> "k" + it + "='v'").collect(Collectors.joining("\n"));
        timed(() -> assertFault(GoI18nImport.TOML, file("x.toml", toml), FileFault.TOO_MANY_MESSAGES, MANY + 1));
        var extension = IntStream.range(0, MANY).mapToObj(it -> "\"k" + it + "\":{\"message\":\"v\"}").collect(Collectors.joining(",\n"));
        timed(() -> assertFault(ImportFiles.format("webextension"), file("x.json", "{" + extension + "}"), FileFault.TOO_MANY_MESSAGES,
                100_001));
        var empty = file("x.json", "{\"a\":[" + "{},\n".repeat(1_000_000) + "{}]}");
        timed(() -> assertFault(ImportFiles.format("json"), empty, FileFault.TOO_MANY_MESSAGES, 599_999));
    }

    @Test
    void refusesLongNames() {
        var file = file("x.json", "{\"a\":\"x\",\n\"" + "n".repeat(100_000) + "\":\"y\"}");
        ImportFiles.JSON_FORMATS.forEach(it -> assertFault(it, file, FileFault.TOO_LARGE, 2));
    }

    @Test
    void readsLargeFilesSoon() {
        var json = file("x.json", IntStream.range(0, 100_000).mapToObj(it -> "\"k" + it + "\":\"v\"")
                .collect(Collectors.joining(",", "{", "}")));
        var properties = file("x.properties", "a=\\\n".repeat(500_000));
        var blanks = file("x.properties", " \\\n".repeat(500_000));
        var quotes = file("x.json", "{\"a\":\"" + "'<".repeat(500_000) + "\",\"b\":\"" + "{{".repeat(500_000) + "\",\"c\":\""
                + "$a".repeat(500_000) + "\"}");
        var underscores = file("x.json", "{\"" + "_one".repeat(10_000) + "\":\"x\"}");
        for (var format : ImportFiles.FORMATS) {
            for (var file : List.of(json, properties, blanks, quotes, underscores)) {
                timed(() -> format.recognise(file));
                timed(() -> readOrReject(format, file));
            }
        }
    }

    @Property(tries = 2000)
    void readsMutatedFiles(@ForAll("files") String content, @ForAll long seed) {
        var random = new Random(seed);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        readAll(random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes);
    }

    @Property(tries = 1000)
    void readsRandomBytes(@ForAll byte[] bytes) {
        readAll(bytes);
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("{", "}", "[", "]", "\"a\"", "\"a_one\"", "\"a_other\"", "\"@a\"", "\"@@locale\"", "\"message\"", "\"other\"",
                "\"placeholders\"", "\"content\"", "\"$1\"", "\"defaultMessage\"", "\"'<\"", "\"\\ud800\"",
                "\"\\u0000\"", ":", ":", ",", "1", "null", "\n", "=", "[a]", "[[a]]", "a", "b.c", "'x'", "\"\"\"", "{a=", "\\u", "\\\n",
                "#", "😀", "\uFEFF").list().ofMaxSize(30)
                .map(it -> String.join("", it));
    }

    private static void readAll(byte[] bytes) {
        for (var format : ImportFiles.FORMATS) {
            for (var path : List.of("x.json", "x.properties", "x.toml", "app.arb")) {
                var file = new SourceFile(path, bytes);
                assertThat(format.recognise(file)).isBetween(0.0, 1.0);
            }
            assertThatCode(() -> readOrReject(format, new SourceFile("x", bytes))).doesNotThrowAnyException();
        }
    }

    private static void readOrReject(ImportFormat format, SourceFile file) {
        try {
            assertThat(format.read(file).entries()).allMatch(it -> !it.key().isBlank());
        } catch (FileFormatException e) {
            assertThat(e.file()).isEqualTo(file.path());
        }
    }

    /** Measures processor time, because other tests may run at the same time. */
    private static void timed(Runnable action) {
        long start = THREADS.getCurrentThreadCpuTime();
        action.run();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(SOON);
    }
}
