package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests permissions on two replicas with a shared database, and without the database. */
class AccessIT {
    private static final String BUNDLE_PATH = "/v1/catalogs/exchange/bundles/ja";
    private static final String KEYS_PATH = "/v1/catalogs/exchange/keys";
    private static final Duration MAX_REVOCATION_DELAY = Duration.ofSeconds(5);
    private static final Pattern SETUP_TOKEN = Pattern.compile("sends this token: ([0-9a-f]{64})");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void appliesPermissionsOnEveryReplicaAndWithoutDatabase() throws Exception {
        var firstFolder = Files.createDirectory(folder.resolve("one"));
        String validKey;
        String revokedKey;
        try (var postgres = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres")).setLocaleConfig("locale", "C").start();
             var first = ServiceProcess.start(firstFolder, environment(postgres)).awaitReady();
             var second = ServiceProcess.start(Files.createDirectory(folder.resolve("two")), environment(postgres)).awaitReady()) {
            second.awaitLog("Catalog exchange");
            validKey = createKey(first);
            revokedKey = createKey(first);
            ServiceProcess.await("the keys on the other replica", MAX_REVOCATION_DELAY,
                    () -> isAllowed(second, validKey) && isAllowed(second, revokedKey));
            assertThat(send(first, "DELETE", KEYS_PATH + "/" + revokedKey.split("_")[1], "").statusCode()).isEqualTo(204);
            assertThat(isAllowed(first, revokedKey)).isFalse();
            ServiceProcess.await("the revocation on the other replica", MAX_REVOCATION_DELAY, () -> !isAllowed(second, revokedKey));

            assertThat(second.get(BUNDLE_PATH).statusCode()).isEqualTo(200);
            assertThat(send(first, "PUT", "/v1/catalogs/exchange/visibility", "{\"public\":false}").statusCode()).isEqualTo(200);
            assertThat(first.get(BUNDLE_PATH).statusCode()).isEqualTo(404);
            ServiceProcess.await("the end of reading on the other replica", MAX_REVOCATION_DELAY,
                    () -> second.get(BUNDLE_PATH).statusCode() == 404);
            createFirstAdministrator(first, second);
            var file = firstFolder.resolve(".parlance/snapshots/permissions.json");
            ServiceProcess.await("the file", Duration.ofSeconds(10),
                    () -> readFile(file).contains("\"exchange\":false") && readFile(file).contains("\"ruth\""));

            var snapshot = firstFolder.resolve(".parlance/snapshots/exchange.snapshot");
            ServiceProcess.await("the private snapshot", Duration.ofSeconds(10), () -> !statesThatCatalogIsPublic(snapshot));

            postgres.close();
            assertThat(isAllowed(first, validKey)).isTrue();
            assertThat(first.get(BUNDLE_PATH).statusCode()).isEqualTo(404);
        }
        try (var withoutDatabase = ServiceProcess.start(firstFolder,
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none"))) {
            // The files are loaded before the port opens, so no request fails for lack of them.
            withoutDatabase.awaitLog("Listening on");
            assertThat(withoutDatabase.get("/v1/catalogs/parlance/bundles/ja").statusCode()).isEqualTo(200);
            assertThat(isAllowed(withoutDatabase, validKey)).isTrue();
            assertThat(isAllowed(withoutDatabase, revokedKey)).isFalse();
            assertThat(withoutDatabase.get(BUNDLE_PATH).statusCode()).isEqualTo(404);
            assertThat(withoutDatabase.get("/v1/catalogs").body()).doesNotContain("\"exchange\"");
            assertThat(withoutDatabase.get("/v1/catalogs").headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(withoutDatabase.managementStatus("/q/health/ready")).isEqualTo("200");
        }
        servesOnlyKnownPublicCatalogsWithoutAccessFiles(firstFolder, validKey);
    }

    private static void servesOnlyKnownPublicCatalogsWithoutAccessFiles(Path serviceFolder, String key) throws Exception {
        Files.writeString(serviceFolder.resolve(".parlance/snapshots/permissions.json"), "damaged");
        Files.delete(serviceFolder.resolve(".parlance/snapshots/permissions.second.json"));
        try (var service = ServiceProcess.start(serviceFolder,
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none"))) {
            service.awaitLog("Listening on");
            assertThat(service.managementStatus("/q/health/ready")).isEqualTo("503");
            assertThat(service.get("/v1/catalogs/parlance/bundles/ja").statusCode()).isEqualTo(200);
            assertThat(service.get(BUNDLE_PATH).statusCode()).as("a private catalog").isEqualTo(503);
            assertThat(service.get("/v1/catalogs/absent/bundles/ja").statusCode()).isEqualTo(503);
            assertThat(service.get("/v1/session", "Authorization", "Bearer " + key).statusCode()).as("a valid key").isEqualTo(503);
            assertThat(service.get(KEYS_PATH).statusCode()).as("no credentials").isEqualTo(401);
            var list = service.get("/v1/catalogs");
            assertThat(list.statusCode()).isEqualTo(503);
            assertThat(list.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    /** The byte follows the header and the name of the catalog. */
    private static boolean statesThatCatalogIsPublic(Path snapshot) {
        try {
            return Files.readAllBytes(snapshot)[52 + Short.BYTES + "exchange".length()] != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uses the setup token, which only the first of the two replicas logs. */
    private static void createFirstAdministrator(ServiceProcess first, ServiceProcess second) throws Exception {
        ServiceProcess.await("the token", Duration.ofSeconds(10),
                () -> SETUP_TOKEN.matcher(readLog(first) + readLog(second)).results().count() == 1);
        var token = SETUP_TOKEN.matcher(readLog(first) + readLog(second)).results().findFirst().orElseThrow().group(1);
        var body = "{\"token\":\"" + token + "\",\"name\":\"ruth\",\"displayName\":\"Ruth\",\"password\":\"correct horse battery\"}";
        assertThat(send(first, "POST", "/v1/first-administrator", body).statusCode()).isEqualTo(201);
        var session = send(first, "POST", "/v1/session", "{\"name\":\"ruth\",\"password\":\"correct horse battery\"}");
        assertThat(session.statusCode()).isEqualTo(204);
        var cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        ServiceProcess.await("the session on the other replica", MAX_REVOCATION_DELAY,
                () -> second.get("/v1/accounts", "Cookie", cookie).statusCode() == 200);
        assertThat(readLog(first) + readLog(second)).doesNotContain("correct horse", cookie.split("=")[1]);
    }

    private static Map<String, String> environment(EmbeddedPostgres postgres) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"), "PARLANCE_ADMIN_TOKEN",
                "token-of-the-tests-only", "PARLANCE_SESSION_KEY", "key-of-the-tests-only-0123456789-abcdef");
    }

    private static String createKey(ServiceProcess service) throws IOException {
        var created = send(service, "POST", KEYS_PATH, "{\"name\":\"test\",\"scopes\":[\"read\"]}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return new ObjectMapper().readTree(created.body()).get("key").asText();
    }

    private static boolean isAllowed(ServiceProcess service, String key) {
        return service.get("/v1/session", "Authorization", "Bearer " + key).statusCode() == 200;
    }

    private static HttpResponse<String> send(ServiceProcess service, String method, String path, String body) throws IOException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer token-of-the-tests-only").header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readLog(ServiceProcess service) {
        try {
            return service.log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readFile(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
