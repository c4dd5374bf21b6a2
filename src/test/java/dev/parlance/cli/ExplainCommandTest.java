package dev.parlance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String LOG = """
            12:00 started
            12:01 WARN {"code":-1015,"msg":"Illegal parameter 'x'"}
            12:02 -1015
            """;
    private static final String TEXT_MATCH = """
            {"catalog":"shop","key":"-1130","code":"-1130","match":"text","start":32,"end":53,"text":"Falscher Parameter „x“"}""";
    private static final String LAST_LINE = """
            {"candidates":[{"catalog":"shop","key":"-1015","code":"-1015","match":"code","start":6,"end":11,"text":"Zu viele"},
             {"catalog":"shop","key":"-1015-2","code":"-1015","match":"code","start":6,"end":11,"text":"Viel zu viele"}]}""";
    private static final String RESULTS = ("{\"results\":[{\"candidates\":[]},{\"candidates\":[" + TEXT_MATCH + ","
            + TEXT_MATCH.replace("-1130", "-9") + ","
            + "{\"catalog\":\"shop\",\"key\":\"-1015\",\"code\":\"-1015\",\"match\":\"code\",\"start\":19,\"end\":24,"
            + "\"text\":\"Zu viele\"}]},"
            + LAST_LINE + "]}").replace("\n", "");

    @TempDir
    Path folder;

    private FakeServer server;
    private CommandRun run;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        run = new CommandRun(folder).withInput(LOG);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void explainsKnownLines() throws IOException {
        server.on("POST /v1/catalogs/shop/resolve", 200, RESULTS);
        var result = run.run("explain", "--url", server.url(), "--catalog", "shop", "--locale", "de");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                12:00 started
                12:01 WARN {"code":-1015,"msg":"Illegal parameter 'x'"}
                    -1015 (code -1015): Zu viele
                    -1130 (code -1130): Falscher Parameter „x“
                12:02 -1015
                    -1015 (code -1015): Zu viele
                    -1015-2 (code -1015): Viel zu viele
                """);
        assertThat(result.status()).isZero();
        var request = new ObjectMapper().readTree(server.only("POST").body());
        assertThat(request.path("locale").asText()).isEqualTo("de");
        assertThat(request.path("fuzzy").asBoolean()).isTrue();
        assertThat(request.path("texts")).hasSize(3);
    }

    @Test
    void searchesAllCatalogsIfNoneIsNamed() {
        server.on("POST /v1/resolve", 200, RESULTS);
        assertThat(run.run("explain", "--url", server.url(), "--known").out()).isEqualTo("""
                12:01 WARN {"code":-1015,"msg":"Illegal parameter 'x'"}
                    shop/-1015 (code -1015): Zu viele
                    shop/-1130 (code -1130): Falscher Parameter „x“
                12:02 -1015
                    shop/-1015 (code -1015): Zu viele
                    shop/-1015-2 (code -1015): Viel zu viele
                """);
    }

    @Test
    void marksMatchesOnATerminal() {
        server.on("POST /v1/resolve", 200, RESULTS);
        var result = run.onTerminal().run("explain", "--url", server.url(), "--known");
        assertThat(result.out()).startsWith("12:01 WARN {\"code\":\u001B[1;33m-1015\u001B[0m,\"msg\":\"\u001B[1;33mIllegal parameter 'x'"
                + "\u001B[0m\"}\n    \u001B[36mshop/-1015 (code -1015): Zu viele\u001B[0m\n");
        assertThat(run.onTerminal().with("NO_COLOR", "1").run("explain", "--url", server.url()).out()).doesNotContain("\u001B");
    }

    @Test
    void printsAnObjectForEachKnownLine() throws IOException {
        server.on("POST /v1/resolve", 200, RESULTS);
        var lines = run.run("explain", "--url", server.url(), "--json").out().lines().toList();
        assertThat(lines).hasSize(2);
        var json = new ObjectMapper().readTree(lines.get(0));
        assertThat(json.path("line").asInt()).isEqualTo(2);
        assertThat(json.path("text").asText()).startsWith("12:01 WARN");
        assertThat(json.path("matches")).hasSize(2);
        assertThat(json.path("matches").get(0).path("key").asText()).isEqualTo("-1015");
    }

    @Test
    void readsFilesInBatches() throws IOException {
        Files.writeString(folder.resolve("app.log"), "x\n".repeat(450) + "y".repeat(200_000));
        server.on("POST /v1/resolve", 200, "{\"results\":[]}");
        var result = run.run("explain", "--url", server.url(), "app.log");
        assertThat(result.status()).isZero();
        assertThat(result.out().lines()).hasSize(451);
        assertThat(server.requests()).hasSizeBetween(3, 20)
                .allSatisfy(it -> assertThat(it.body().length).isLessThan(1_000_000));
    }

    @Test
    void reportsFailures() {
        server.on("POST /v1/catalogs/none/resolve", 404, "{\"title\":\"Unknown catalog\",\"code\":\"unknown-catalog\"}");
        assertThat(run.run("explain", "--url", server.url(), "--catalog", "none").status()).isEqualTo(4);
        assertThat(run.run("explain", "--url", "http://127.0.0.1:1").status()).isEqualTo(5);
        var usage = run.run("explain", "--url", server.url(), "--locale", "no language");
        assertThat(usage.status()).isEqualTo(2);
        assertThat(usage.err()).isEqualTo("parlance: Not a language tag: no language. Example: pt-BR\n");
        assertThat(run.run("explain", "--url", server.url(), "nowhere.log").status()).isEqualTo(2);
    }
}
