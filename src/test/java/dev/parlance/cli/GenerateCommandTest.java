package dev.parlance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {
    private static final Path PAGE = Path.of("src/docs/generated-code.md");
    private static final Pattern EXAMPLE = Pattern.compile("^\\$ parlance (.*)\n((?:(?![$`]).*\n)*)", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @BeforeEach
    void writeProject() throws IOException {
        Files.writeString(folder.resolve("parlance.yaml"), "catalog: shop\ndialect: icu\nfiles: [messages.properties]\n");
        var page = Files.readString(PAGE);
        Files.writeString(folder.resolve("messages.properties"), page.split("```properties\n")[1].split("```")[0]);
    }

    /** Runs the commands of the page in order, in one folder. */
    @Test
    void printsWhatThePageShows() throws IOException {
        var examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
        assertThat(examples).hasSizeGreaterThan(7);
        for (MatchResult it : examples) {
            var result = new CommandRun(folder).run(it.group(1).split(" "));
            assertThat(result.out()).as(it.group(1)).isEqualTo(it.group(2));
            assertThat(result.err()).isEmpty();
        }
    }

    @Test
    void infersArgumentTypesOfFiles() {
        assertThat(new CommandRun(folder).run("generate", "typescript").out())
                .contains("'cart.full': { limit: number; name: string };", "'cart.empty': NoArguments;");
    }

    @Test
    void readsFoldersOfCatalogs() throws IOException {
        var copy = Files.createDirectories(folder.resolve("exchange"));
        try (var files = Files.list(Path.of("translations/exchange"))) {
            for (var it : files.toList()) {
                Files.copy(it, copy.resolve(it.getFileName()));
            }
        }
        Files.delete(folder.resolve("parlance.yaml"));
        var code = new CommandRun(folder).run("generate", "java", "exchange", "--package", "com.example.exchange");
        assertThat(code.out()).isEqualTo(Files.readString(Path.of("src/test/resources/codegen/ExchangeMessages.java")));
    }

    @Test
    void failsOnDriftAndSaysHowToUpdate() throws IOException {
        var arguments = new String[] {"generate", "kotlin", "--output", "Shop.kt", "--check"};
        assertThat(new CommandRun(folder).run(arguments)).isEqualTo(new CommandRun.Result(1,
                "Shop.kt is not up to date. Update it: parlance generate kotlin --output Shop.kt\n", ""));
        new CommandRun(folder).run("generate", "kotlin", "--output", "Shop.kt");
        assertThat(new CommandRun(folder).run(arguments).status()).isZero();
        var file = folder.resolve("Shop.kt");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(new CommandRun(folder).run(arguments).status()).as("line ends").isZero();
        Files.writeString(folder.resolve("messages.properties"), "cart.empty=Empty\n");
        assertThat(new CommandRun(folder).run(arguments).status()).isEqualTo(1);
        assertThat(Files.readString(file)).contains("\r\n");
    }

    /** A page of another release makes the command start again, because the messages of two releases would be mixed. */
    @Test
    void readsOneReleaseOfAChannel() throws IOException {
        try (var server = new FakeServer()) {
            server.on("GET /v1/catalogs/shop", 200, "{\"sourceLocale\":\"en\"}")
                    .on("GET /v1/catalogs/shop/messages", 200, page("old", "number", ",\"next\":\"2\""), "Parlance-Release", "1")
                    .on("GET /v1/catalogs/shop/messages", 200, page("moved", "number", ""), "Parlance-Release", "2")
                    .on("GET /v1/catalogs/shop/messages", 200, page("first", "currency", ",\"next\":\"2\""), "Parlance-Release", "2")
                    .on("GET /v1/catalogs/shop/messages", 200, page("second", "datetime", ""), "Parlance-Release", "2");
            var code = new CommandRun(folder).run("generate", "typescript", "--channel", "staging", "--url", server.url());
            assertThat(code.err()).isEmpty();
            assertThat(code.out()).contains("first: { n: CurrencyAmount };", "second: { n: DateTime };", "R_FIRST: 'first',")
                    .doesNotContain("old", "moved");
            assertThat(server.requests().get(2).target())
                    .isEqualTo("/v1/catalogs/shop/messages?channel=staging&locale=en&limit=500&cursor=2");
        }
    }

    private static String page(String key, String type, String next) {
        return """
                {"messages":[{"key":"%s","code":"1","reason":"R_%s","httpStatus":400,"text":"{n}","description":"",
                "arguments":[{"name":"n","type":"%s","example":""}]}]%s}""".replaceFirst("%s", key)
                .replaceFirst("%s", key.toUpperCase(Locale.ROOT)).replaceFirst("%s", type).replaceFirst("%s", next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate cobol", "generate java --check", "generate swift --package a.b", "generate java --name string",
            "generate java --name String", "generate java --package a..b", "generate java --package a.class", "generate java --package a;b",
            "generate java --channel x messages.properties"})
    void rejectsWrongOptions(String command) {
        var result = new CommandRun(folder).run(command.split(" "));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("parlance: ");
        assertThat(result.out()).isEmpty();
    }
}
