package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests sign-in and tokens of a real OpenID provider.
 *
 * <p>The profile {@code keycloak} unpacks Keycloak's distribution, which runs on loopback with the realm of {@code src/test/keycloak}.
 * It takes about a minute to start, so the test runs only with the profile.
 */
@Tag("keycloak")
class KeycloakIT {
    private static final Path KEYCLOAK = Path.of("target/keycloak").toAbsolutePath();
    private static final Path REALM = Path.of("src/test/keycloak/parlance-realm.json");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Pattern FORM_ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    void authenticatesUsersOfTheProvider() throws Exception {
        int port = ServiceProcess.freePort();
        var realm = "http://127.0.0.1:" + port + "/realms/parlance";
        var keycloak = startKeycloak(port);
        try {
            ServiceProcess.await("Keycloak", START_TIMEOUT, () -> statusOf(realm + "/.well-known/openid-configuration") == 200);
            try (var service = ServiceProcess.start(folder,
                    Map.of("PARLANCE_ADMIN_TOKEN", "token-of-the-tests-only", "QUARKUS_OIDC_TENANT_ENABLED", "true",
                    "QUARKUS_OIDC_AUTH_SERVER_URL", realm, "QUARKUS_OIDC_CREDENTIALS_SECRET", "secret-of-the-tests-only",
                    "PARLANCE_OIDC_ADMINISTRATOR_ROLE", "parlance-administrator", "PARLANCE_SESSION_SECURE", "false")).awaitReady()) {
                service.awaitLog("Catalog exchange");
                assertTokenAccess(service, realm);
                assertBrowserSignIn(service);
            }
        } finally {
            keycloak.descendants().forEach(ProcessHandle::destroy);
            keycloak.destroy();
            keycloak.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void assertTokenAccess(ServiceProcess service, String realm) throws Exception {
        var viewerToken = fetchToken(realm, "anna", "parlance", Map.of("client_secret", "secret-of-the-tests-only"));
        var session = service.get("/v1/session", "Authorization", "Bearer " + viewerToken);
        assertThat(JSON.readTree(session.body()).get("name").asText()).startsWith("oidc:sub-");
        assertThat(JSON.readTree(session.body()).get("administrator").asBoolean()).isFalse();
        assertThat(service.get("/v1/accounts", "Authorization", "Bearer " + viewerToken).statusCode()).isEqualTo(403);
        assertThat(service.get("/v1/catalogs/exchange/visibility", "Authorization", "Bearer " + viewerToken).statusCode()).isEqualTo(403);
        var member = send(client,
                request(service, "/v1/catalogs/exchange/members/oidc:anna").header("Authorization", "Bearer token-of-the-tests-only")
                .header("If-None-Match", "*").header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"role\":\"viewer\",\"bindAtFirstSignIn\":true}")));
        assertThat(member.statusCode()).as(member.body()).isEqualTo(201);
        assertThat(service.get("/v1/catalogs/exchange/visibility", "Authorization", "Bearer " + viewerToken).statusCode()).isEqualTo(200);

        var administratorToken = fetchToken(realm, "rita", "parlance", Map.of("client_secret", "secret-of-the-tests-only"));
        assertThat(service.get("/v1/accounts", "Authorization", "Bearer " + administratorToken).statusCode()).isEqualTo(200);

        var foreignToken = fetchToken(realm, "rita", "elsewhere", Map.of());
        var tampered = administratorToken.substring(0, administratorToken.length() - 8) + "AAAAAAAA";
        for (var invalidToken : new String[] {foreignToken, tampered}) {
            var response = service.get("/v1/accounts", "Authorization", "Bearer " + invalidToken);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(service.log()).doesNotContain(viewerToken, administratorToken, foreignToken);
    }

    private void assertBrowserSignIn(ServiceProcess service) throws Exception {
        // Browsers send secure cookies to loopback; Java does not.
        CookiePolicy acceptAll = (uri, cookie) -> {
            cookie.setSecure(false);
            return true;
        };
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager(null, acceptAll)).build();
        var redirect = send(browser, request(service, "/v1/session/provider"));
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        var form = send(browser, HttpRequest.newBuilder(locationOf(redirect)));
        var action = FORM_ACTION.matcher(form.body());
        assertThat(action.find()).as(form.body()).isTrue();
        var callback = send(browser, HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type",
                "application/x-www-form-urlencoded").POST(form(Map.of("username", "anna", "password", "anna-of-the-tests-only"))));
        assertThat(callback.statusCode()).as(callback.body()).isEqualTo(302);
        var signedIn = send(browser, HttpRequest.newBuilder(locationOf(callback)));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location").orElseThrow()).endsWith("/app/sign-in");
        assertThat(signedIn.headers().allValues("Set-Cookie")).map(it -> it.toLowerCase(Locale.ROOT))
                .anyMatch(it -> it.startsWith("q_session") && it.contains("; httponly") && it.contains("; samesite=strict"));

        var session = send(browser, request(service, "/v1/session"));
        assertThat(session.body()).contains("\"oidc:anna\"", "\"exchange\"");
        assertThat(send(browser, request(service, "/v1/session").DELETE()).statusCode()).isEqualTo(403);
        assertThat(send(browser, request(service, "/v1/session").header("Sec-Fetch-Site", "same-origin").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(send(browser, request(service, "/v1/session")).statusCode()).isEqualTo(401);
    }

    private Process startKeycloak(int port) throws IOException {
        var home = Files.list(KEYCLOAK).filter(it -> it.getFileName().toString().startsWith("keycloak-")).findFirst().orElseThrow();
        Files.createDirectories(home.resolve("data/import"));
        Files.write(home.resolve("data/import/parlance-realm.json"), Files.readAllBytes(REALM));
        var builder = new ProcessBuilder("sh", home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm", "--http-host=127.0.0.1",
                "--http-port=" + port).redirectErrorStream(true).redirectOutput(folder.resolve("keycloak.log").toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("QUARKUS_"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private String fetchToken(String realm, String user, String application, Map<String, String> extraFields) throws IOException {
        var fields = new HashMap<>(extraFields);
        fields.putAll(Map.of("grant_type", "password", "client_id", application, "username", user, "password",
                user + "-of-the-tests-only"));
        var response = send(client, HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(form(fields)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("access_token").asText();
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&")));
    }

    private static HttpRequest.Builder request(ServiceProcess service, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private static URI locationOf(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private int statusOf(String address) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
