package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the TypeScript client against the packaged service. Needs {@code mvn -Pclients verify} and Node.js.
 *
 * <p>The build of the client, {@code src/clients/typescript/dist}, is made earlier in the same profile.
 */
@Tag("clients")
class TypeScriptClientIT {
    private static final Path CLIENT = Path.of("src/clients/typescript").toAbsolutePath();
    private static final Path HARD_CASES = Path.of("src/clients/cases/hard");
    private static final String ADMIN_TOKEN = "token-of-the-tests-only";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(folder, Map.of("PARLANCE_ADMIN_TOKEN", ADMIN_TOKEN)).awaitReady();
        service.awaitLog("Catalog exchange");
        publishHardCases();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @Test
    void printsTheTextsOfTheService() throws Exception {
        assertThat(runNode("test/differential.mjs", url())).contains("0 unexplained differences");
    }

    @Test
    void runsTheExampleOfTheDocumentation() throws Exception {
        assertThat(runNode("test/documentation.mjs", url())).contains("新規注文が多すぎます。現在の上限は10sあたり5件です");
    }

    /** The script ends the service, so it has one of its own. */
    @Test
    void showsTheExampleInABrowser(@TempDir Path ownFolder) throws Exception {
        try (var own = ServiceProcess.start(ownFolder, Map.of("PARLANCE_ADMIN_TOKEN", ADMIN_TOKEN)).awaitReady()) {
            own.awaitLog("Catalog exchange");
            assertThat(runNode("test/example.mjs", "http://127.0.0.1:" + own.port(), ADMIN_TOKEN, Long.toString(own.pid())))
                    .contains("with its numbers", "without a reload", "still Japanese");
        }
    }

    private static void publishHardCases() throws Exception {
        var catalog = JSON.readTree(HARD_CASES.resolve("catalog.json").toFile());
        var locales = new ArrayList<String>();
        catalog.get("locales").forEach(it -> locales.add(it.textValue()));
        locales.remove("en");
        send("POST", "/v1/catalogs", "application/json", JSON.writeValueAsBytes(Map.of("name", "hard", "title", "Hard cases",
                "sourceLocale", "en", "visibility", "public", "locales", locales)));
        send("POST", "/v1/catalogs/hard/imports", "application/zip", zip(HARD_CASES));
        send("POST", "/v1/catalogs/hard/releases", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        send("PUT", "/v1/catalogs/hard/channels/production", "application/json", "{\"release\":1}".getBytes(StandardCharsets.UTF_8),
                "If-None-Match", "*");
    }

    private static byte[] zip(Path files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes); var entries = Files.list(files)) {
            for (var file : entries.sorted().filter(it -> !it.endsWith("cases.json") && !it.endsWith("README.md")).toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static String url() {
        return "http://127.0.0.1:" + service.port();
    }

    private static void send(String method, String path, String contentType, byte[] body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + ADMIN_TOKEN)
                .header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(method + " " + path + ": " + response.body()).isBetween(200, 299);
    }

    /** Returns the output of a script of the client, which must succeed. */
    private static String runNode(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(folder, "node", ".log");
        var process = new ProcessBuilder(command).directory(CLIENT.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("the script ends").isTrue();
            var output = Files.readString(log);
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
