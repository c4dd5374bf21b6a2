package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the Java client prints the texts of the packaged service, character for character, with ICU4J. */
@Tag("clients")
class JavaClientIT {
    private static final Path CLIENT = Path.of("src/clients/java/src");
    private static final Path HARD_CASES = Path.of("src/clients/cases/hard");
    private static final String TOKEN = "token-of-the-java-client-test";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MAX_RENDERED = 500;

    @TempDir
    static Path folder;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        compileClient();
        service = ServiceProcess.start(folder, Map.of("PARLANCE_ADMIN_TOKEN", TOKEN)).awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    /** Compiles the client without its adapters, whose libraries this build does not have, and the driver of this test. */
    private static void compileClient() throws IOException {
        var sources = new ArrayList<String>(List.of("-proc:none", "--release", "17", "-cp", System.getProperty("java.class.path"),
                "-d", folder.resolve("classes").toString(), CLIENT.resolve("test/java/dev/parlance/client/RenderCases.java").toString()));
        try (var files = Files.walk(CLIENT.resolve("main/java"))) {
            files.map(Path::toString).filter(it -> it.endsWith(".java") && !it.contains("spring")).forEach(sources::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, sources.toArray(String[]::new))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    void printsTheTextsOfTheShippedCatalogs(String catalog) throws Exception {
        compare(catalog, "UTC", List.of("ar", "de", "de-AT", "en", "es", "es-MX", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr", "zh-Hans",
                "zh-HK", "fi"), shippedCases(Path.of("translations", catalog)));
    }

    @Test
    void printsTheTextsOfTheHardCatalog() throws Exception {
        send("POST", "", "{\"name\":\"hard\",\"title\":\"Hard\",\"sourceLocale\":\"en\",\"locales\":"
                + JSON.readTree(HARD_CASES.resolve("catalog.json").toFile()).get("locales") + "}");
        send("POST", "/hard/imports?format=folder&file=hard.zip", zip(HARD_CASES));
        send("PUT", "/hard/visibility", "{\"public\":true}");
        send("POST", "/hard/releases", "{}");
        send("PUT", "/hard/channels/production", "{\"release\":1}");
        var cases = JSON.readTree(HARD_CASES.resolve("cases.json").toFile());
        var locales = Stream.of("locales", "fallbackLocales").flatMap(it -> strings(cases.get(it)).stream()).toList();
        compare("hard", cases.get("timeZone").asText(), locales, (ArrayNode) cases.get("cases"));
    }

    /** Uses the example of each argument, values that locales print in different ways, and no values at all. */
    private static ArrayNode shippedCases(Path files) throws IOException {
        var cases = JSON.createArrayNode();
        var arguments = Files.readAllLines(files.resolve("arguments.csv")).stream().skip(1).map(it -> it.split(",", 4)).toList();
        for (var line : Files.readAllLines(files.resolve("codes.csv")).stream().skip(1).toList()) {
            var key = line.split(",", 2)[0];
            var declared = arguments.stream().filter(it -> it[0].equals(key)).toList();
            for (var values : List.of(List.of("1", "x"), List.of("5", "10s"), List.of("1234567.5", "مرحبا"), List.<String>of())) {
                var renderCase = cases.addObject().put("key", key).putObject("arguments");
                declared.stream().filter(it -> !values.isEmpty()).forEach(it -> putArgument(renderCase, it, values));
            }
        }
        return cases;
    }

    private static void putArgument(ObjectNode target, String[] declared, List<String> values) {
        if (declared[2].equals("number")) {
            target.put(declared[1], new BigDecimal(values.get(0)));
        } else {
            target.put(declared[1], values.get(1));
        }
    }

    private static void compare(String catalog, String zone, List<String> locales, ArrayNode cases) throws Exception {
        var input = JSON.createObjectNode();
        locales.forEach(input.putArray("locales")::add);
        input.set("cases", cases);
        var inputFile = Files.writeString(folder.resolve(catalog + "-cases.json"), input.toString());
        var printed = strings(JSON.readTree(runClient(catalog, zone, inputFile).toFile()).get("texts"));
        var differences = new ArrayList<String>();
        int position = 0;
        for (var locale : locales) {
            var loss = printfKeys(catalog, locale);
            var expected = render(catalog, zone, locale, cases);
            for (int i = 0; i < cases.size(); i++) {
                var text = printed.get(position++);
                var key = cases.get(i).get("key").asText();
                if (!text.equals(expected.get(i)) && !loss.contains(key)) {
                    differences.add(locale + " " + cases.get(i) + "\n  service: " + expected.get(i) + "\n  client:  " + text);
                }
            }
        }
        assertThat(printed).hasSize(locales.size() * cases.size());
        assertThat(differences).isEmpty();
    }

    private static Path runClient(String catalog, String zone, Path cases) throws Exception {
        var texts = folder.resolve(catalog + "-texts.json");
        var log = folder.resolve(catalog + "-client.log");
        var process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                folder.resolve("classes") + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                "-Duser.language=tr", "dev.parlance.client.RenderCases", "http://127.0.0.1:" + service.port(), catalog, zone,
                cases.toString(), texts.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return texts;
    }

    /**
     * Returns the keys of texts with a printf conversion that no pattern expresses, such as {@code %05d}.
     *
     * <p>A bundle holds patterns, so no client can print these as the service does.
     */
    private static List<String> printfKeys(String catalog, String locale) throws IOException {
        var response = service.get("/v1/catalogs/" + catalog + "/bundles/" + locale + "/loss?format=formatjs&fallback=full");
        if (response.statusCode() == 404) {
            return List.of();
        }
        var keys = new ArrayList<String>();
        for (var loss : JSON.readTree(response.body()).get("losses")) {
            if (loss.get("reason").asText().equals("printf-conversion")) {
                keys.add(loss.get("key").asText());
            }
        }
        return keys;
    }

    private static List<String> render(String catalog, String zone, String locale, ArrayNode cases) throws Exception {
        var texts = new ArrayList<String>();
        for (int start = 0; start < cases.size(); start += MAX_RENDERED) {
            var request = JSON.createObjectNode().put("locale", locale).put("timeZone", zone);
            var messages = request.putArray("messages");
            for (int i = start; i < Math.min(start + MAX_RENDERED, cases.size()); i++) {
                messages.addObject().put("key", cases.get(i).get("key").asText()).set("args", cases.get(i).get("arguments"));
            }
            for (var message : send("POST", "/" + catalog + "/render", request.toString()).get("messages")) {
                texts.add(message.get("text").asText());
            }
        }
        return texts;
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(it -> strings.add(it.asText()));
        return strings;
    }

    private static JsonNode send(String method, String path, String body) throws Exception {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a request, again while the service is busy with the synchronisation of the shipped catalogs. */
    private static JsonNode send(String method, String path, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/catalogs" + path))
                .header("Authorization", "Bearer " + TOKEN).header("If-None-Match", "*")
                .header("Content-Type", path.contains(".zip") ? "application/zip" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build();
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        for (int attempt = 0; response.statusCode() == 503 && attempt < 30; attempt++) {
            TimeUnit.SECONDS.sleep(1);
            response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        }
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    private static byte[] zip(Path files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes); var paths = Files.list(files)) {
            for (var path : paths.filter(it -> !it.endsWith("cases.json") && !it.endsWith("README.md")).toList()) {
                zip.putNextEntry(new ZipEntry(path.getFileName().toString()));
                Files.copy(path, zip);
            }
        }
        return bytes.toByteArray();
    }
}
