package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the commands {@code backup} and {@code restore} of the packaged service. */
class BackupIT {
    private static final Map<String, String> ENVIRONMENT = Map.of("PARLANCE_ADMIN_TOKEN", "token-of-the-tests-only");
    private static final String SHOP = "/v1/catalogs/shop";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void restoresRevisionsTextsReleasesAndAccounts() throws Exception {
        var first = Files.createDirectory(folder.resolve("first"));
        var second = Files.createDirectory(folder.resolve("second"));
        Map<String, String> state;
        try (var service = ServiceProcess.start(first, ENVIRONMENT).awaitReady()) {
            service.awaitLog("Catalog exchange: ");
            createContent(service);
            state = state(service);
            assertSucceeds(first, "backup", "while-running.backup");
            send(service, "POST", "/v1/accounts", "{\"name\":\"late\",\"displayName\":\"Late\",\"password\":\"correct horse battery\"}");
            assertThat(state(service)).isNotEqualTo(state);

            var refused = ServiceProcess.run(first, ENVIRONMENT, "restore", "--replace", "while-running.backup");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output()).contains("The restore failed: another Parlance process uses the folder");
            assertThat(service.get("/v1/catalogs/exchange").statusCode()).isEqualTo(200);
        }
        var file = first.resolve("while-running.backup");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

        assertSucceeds(second, "restore", file.toString());
        var continued = assertServes(second, state, "second");
        assertSucceeds(second, "backup", "while-stopped.backup");

        var kept = ServiceProcess.run(first, ENVIRONMENT, "restore", "while-running.backup");
        assertThat(kept.status()).isEqualTo(1);
        assertThat(kept.output()).contains("there is a database in", "--replace deletes it");
        assertSucceeds(first, "restore", "--replace", second.resolve("while-stopped.backup").toString());
        assertServes(first, continued, "third");
    }

    @Test
    void rejectsWrongUsage() throws Exception {
        for (var arguments : List.of(List.of("backup"), List.of("restore"), List.of("restore", "--force", "file"),
                List.of("bakcup", "file"), List.of("backup", "--replace", "file"), List.of("backup", "one", "two"))) {
            var result = ServiceProcess.run(folder, ENVIRONMENT, arguments.toArray(String[]::new));
            assertThat(result.status()).as(arguments.toString()).isEqualTo(2);
            assertThat(result.output()).contains(arguments.contains("bakcup") ? "Did you mean: parlance backup" : "Usage: parlance");
        }
        var configured = ServiceProcess.run(folder, Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none"), "backup",
                "file");
        assertThat(configured.status()).isEqualTo(2);
        assertThat(configured.output()).contains("Use pg_dump");
        var absent = ServiceProcess.run(folder, ENVIRONMENT, "backup", "file");
        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.output()).contains("The backup failed: there is no embedded database in");
        assertThat(folder.resolve("file")).doesNotExist();
        assertThat(folder.resolve(".parlance")).doesNotExist();
    }

    private void assertSucceeds(Path workingFolder, String... arguments) throws Exception {
        var result = ServiceProcess.run(workingFolder, ENVIRONMENT, arguments);
        assertThat(result.status()).as(result.output()).isEqualTo(0);
        assertThat(result.output().lines()).as(result.output()).hasSize(1);
    }

    /** Checks the restored state, then adds a message, and returns the state with it. */
    private static Map<String, String> assertServes(Path workingFolder, Map<String, String> state, String key) throws Exception {
        try (var service = ServiceProcess.start(workingFolder, ENVIRONMENT).awaitReady()) {
            service.awaitLog("Catalog exchange: 0 messages and 0 texts imported");
            assertThat(state(service)).isEqualTo(state);
            var session = send(service, "POST", "/v1/session", "{\"name\":\"ruth\",\"password\":\"correct horse battery\"}");
            assertThat(session.statusCode()).isEqualTo(204);
            var definition = "{\"reason\":\"" + key.toUpperCase(Locale.ROOT) + "\",\"httpStatus\":400}";
            var next = send(service, "PUT", SHOP + "/messages/" + key, definition, "If-None-Match", "*");
            assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
            return state(service);
        }
    }

    private static void createContent(ServiceProcess service) throws Exception {
        for (var request : List.of(
                new String[] {"POST", "/v1/accounts",
                "{\"name\":\"ruth\",\"displayName\":\"Ruth\",\"password\":\"correct horse battery\"}"},
                new String[] {"POST", "/v1/catalogs",
                "{\"name\":\"shop\",\"title\":\"Shop\",\"sourceLocale\":\"en\",\"locales\":[\"pl\"]}"},
                new String[] {"PUT", SHOP + "/messages/greeting", "{\"reason\":\"GREETING\",\"httpStatus\":400}", "If-None-Match", "*"},
                new String[] {"PUT", SHOP + "/messages/greeting/texts/en", "{\"message\":\"Good day\"}", "If-None-Match", "*"},
                new String[] {"POST", SHOP + "/releases", "{\"comment\":\"one\"}"},
                new String[] {"PUT", SHOP + "/channels/production", "{\"release\":1}", "If-None-Match", "*"},
                new String[] {"PUT", SHOP + "/messages/greeting/texts/en", "{\"message\":\"Good morning\"}", "If-Match", "\"1\""})) {
            var response = send(service, request[0], request[1], request[2], Arrays.copyOfRange(request, 3, request.length));
            assertThat(response.statusCode()).as(request[1] + ": " + response.body()).isBetween(200, 201);
        }
    }

    private static Map<String, String> state(ServiceProcess service) throws Exception {
        var state = new TreeMap<String, String>();
        for (var path : List.of("/v1/accounts", "/v1/catalogs", SHOP, SHOP + "/changes", SHOP + "/releases", SHOP + "/releases/1",
                SHOP + "/messages/greeting/texts/en", SHOP + "/bundles/en", "/v1/catalogs/exchange/releases/1/bundles/ja",
                "/v1/catalogs/exchange/changes")) {
            var response = send(service, "GET", path, "");
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            state.put(path, response.headers().firstValue("ETag").orElse("") + " " + new ObjectMapper().readTree(response.body()));
        }
        return state;
    }

    private static HttpResponse<String> send(ServiceProcess service, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer token-of-the-tests-only").header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
