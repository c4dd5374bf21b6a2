package dev.parlance.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles generated code with the compilers of the languages, and runs it. Needs the profile {@code clients}. */
@Tag("clients")
class GeneratedCodeIT {
    private static final Path TSC = Path.of("src/main/webui/node_modules/typescript/bin/tsc").toAbsolutePath();
    private static final Path KOTLIN = Path.of("target/kotlin-compiler").toAbsolutePath();
    private static final List<String> CATALOGS = List.of("exchange", "web", "parlance", "hostile");
    private static final String TYPESCRIPT_USE = """
            import { typedTexts, Keys, Codes, Reasons, type MessageCode, type MessageKey } from './ExchangeMessages';
            const t = typedTexts({ text: (key, args) => `${key} ${JSON.stringify(args)}` });
            declare const console: { log(...values: unknown[]): void };
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void generate() throws IOException {
        for (var catalog : CATALOGS) {
            for (var generator : CodeGenerator.ALL) {
                Files.writeString(folder.resolve(GoldenFilesTest.fileName(catalog, generator)),
                        generator.generate(GoldenFilesTest.messages(catalog), GoldenFilesTest.names(catalog)));
            }
        }
    }

    @Test
    void compilesTypeScript() throws Exception {
        Files.writeString(folder.resolve("use.ts"), TYPESCRIPT_USE + """
                const text: string = t('-1015', { limit: 5, interval: '10s' });
                console.log(text);
                console.log(t(Keys.SUCCESS));
                const code: MessageCode = Codes.CODE_MINUS_1015;
                const key: MessageKey = '0000';
                console.log(t('0000'), code, key, Reasons.SUCCESS);
                """);
        assertThat(run(typeScript("use.ts", "WebMessages.ts", "ParlanceMessages.ts", "HostileMessages.ts"))).isEqualTo(new Outcome(0, ""));
        Files.writeString(folder.resolve("package.json"), "{\"type\":\"commonjs\"}");
        assertThat(run("node", TSC.toString(), "--strict", "--target", "es2022", "--lib", "es2022", "--module", "commonjs", "use.ts"))
                .isEqualTo(new Outcome(0, ""));
        assertThat(run("node", "use.js")).isEqualTo(new Outcome(0, """
                -1015 {"limit":5,"interval":"10s"}
                0000 {}
                0000 {} -1015 0000 SUCCESS
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t('-1015', { limit: '5', interval: '10s' })", "t('-1015')", "t('-1015', { limit: 5 })",
            "t('-1015', { limit: 5, interval: 10 })", "t('-1015', { limit: 5, interval: '10s', extra: 1 })", "t('0000', { limit: 5 })",
            "t('no-such-key')", "const c: MessageCode = '9999'", "const k: MessageKey = 'no-such-key'", "Keys.NO_SUCH_KEY"})
    void rejectsWrongTypeScript(String statement) throws Exception {
        Files.writeString(folder.resolve("use.ts"), TYPESCRIPT_USE + statement + ";\n");
        var outcome = run(typeScript("use.ts"));
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).startsWith("use.ts(4,");
    }

    @Test
    void compilesJava() throws Exception {
        Files.writeString(folder.resolve("Use.java"), """
                import com.example.exchange.ExchangeMessages;
                class Use {
                    public static void main(String[] args) {
                        ExchangeMessages texts = new ExchangeMessages((key, arguments) -> key + " " + arguments);
                        System.out.println(texts.tooManyNewOrders(5, "10s"));
                        switch (args.length == 0 ? ExchangeMessages.Codes.CODE_MINUS_1015 : "") {
                            case ExchangeMessages.Codes.CODE_MINUS_1015 -> System.out.println(ExchangeMessages.Reasons.SUCCESS);
                            default -> { }
                        }
                    }
                }
                """);
        assertThat(run(java("javac", "-Xlint:all", "-Xdoclint:syntax", "-Werror", "--release", "17", "-encoding", "UTF-8", "-d", "classes",
                "Use.java", "ExchangeMessages.java", "WebMessages.java", "ParlanceMessages.java", "HostileMessages.java")))
                .isEqualTo(new Outcome(0, ""));
        assertThat(run(java("java", "-cp", "classes", "Use")))
                .isEqualTo(new Outcome(0, "-1015 {limit=5, interval=10s}\nSUCCESS\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tooManyNewOrders(\"5\", \"10s\")", "tooManyNewOrders(5)", "success(5)", "noSuchMessage()"})
    void rejectsWrongJava(String call) throws Exception {
        Files.writeString(folder.resolve("Use.java"), "class Use {\n  String use(com.example.exchange.ExchangeMessages texts) {\n"
                + "    return texts." + call + ";\n  }\n}\n");
        var outcome = run(java("javac", "-encoding", "UTF-8", "-d", "classes", "Use.java", "ExchangeMessages.java"));
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).startsWith("Use.java:3: error");
    }

    /** The number of messages that the documentation promises. */
    @Test
    void compilesJavaOfLargeCatalogs() throws Exception {
        var messages = IntStream.range(0, 10_000).mapToObj(it -> new CatalogMessage("message." + it, Integer.toString(it),
                Optional.of("REASON_" + it), OptionalInt.of(400), Optional.empty(), "Text", "",
                List.of(new Argument("limit" + it % 10, ArgumentType.NUMBER, "")))).toList();
        Files.writeString(folder.resolve("LargeMessages.java"), new JavaGenerator().generate(new MessageSet("large", messages),
                GeneratedNames.ofCatalog("large", Optional.empty())));
        assertThat(run(java("javac", "-encoding", "UTF-8", "-d", "classes", "LargeMessages.java"))).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void compilesKotlin() throws Exception {
        Files.writeString(folder.resolve("use.kt"), """
                import com.example.exchange.ExchangeMessages
                public fun main() {
                    val texts = ExchangeMessages { key, arguments -> "$key $arguments" }
                    println(texts.tooManyNewOrders(limit = 5, interval = "10s"))
                    println(ExchangeMessages.Codes.CODE_MINUS_1015)
                }
                """);
        assertThat(run(kotlin("use.kt", "ExchangeMessages.kt", "WebMessages.kt", "ParlanceMessages.kt", "HostileMessages.kt")))
                .isEqualTo(new Outcome(0, ""));
        assertThat(run(java("java", "-cp", "classes" + File.pathSeparator + KOTLIN + "/*", "UseKt")))
                .isEqualTo(new Outcome(0, "-1015 {limit=5, interval=10s}\n-1015\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"tooManyNewOrders(\"5\", \"10s\") | argument type mismatch",
            "tooManyNewOrders(5) | no value passed", "noSuchMessage() | unresolved reference"})
    void rejectsWrongKotlin(String call, String reason) throws Exception {
        Files.writeString(folder.resolve("use.kt"),
                "public fun use(texts: com.example.exchange.ExchangeMessages): String = texts." + call + "\n");
        var outcome = run(kotlin("use.kt", "ExchangeMessages.kt"));
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("use.kt:1:").contains("error: " + reason);
    }

    private static String[] typeScript(String... files) {
        return Stream.concat(Stream.of("node", TSC.toString(), "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--module",
                "esnext", "--moduleResolution", "bundler"), Stream.of(files)).toArray(String[]::new);
    }

    private static String[] java(String tool, String... arguments) {
        return Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()), Stream.of(arguments))
                .toArray(String[]::new);
    }

    private static String[] kotlin(String... files) throws IOException {
        try (var jars = Files.list(KOTLIN)) {
            var classPath = jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
            return java("java", Stream.concat(Stream.of("-cp", classPath, "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib",
                    "-no-reflect", "-Xexplicit-api=strict", "-nowarn", "-cp", classPath, "-d", "classes"), Stream.of(files))
                    .toArray(String[]::new));
        }
    }

    /** The exit code of a program and all that it printed. */
    private record Outcome(int status, String output) {
    }

    private Outcome run(String... command) throws IOException, InterruptedException {
        var log = Files.createTempFile("compiler", ".log");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(it -> it.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
