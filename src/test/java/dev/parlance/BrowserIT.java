package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the CORS policy from a page of another origin, in a browser. Needs {@code mvn -Pbrowser verify} and Debian's chromium.
 *
 * <p>The origins differ in their ports. Cookies ignore ports, so the browser has the session cookie of the service, too.
 */
@Tag("browser")
class BrowserIT {
    private static final Path PAGE = Path.of("src/test/clients/page.html");
    private static final String ADMIN_TOKEN = "token-of-the-tests-only";
    private static final String ACCOUNT = "{\"name\":\"ruth\",\"displayName\":\"Ruth\",\"password\":\"correct horse battery\"}";
    private static final String CREDENTIALS = "{\"name\":\"ruth\",\"password\":\"correct horse battery\"}";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;
    private static JsonNode results;

    @BeforeAll
    static void readFromAnotherOrigin() throws Exception {
        try (var service = ServiceProcess.start(folder, Map.of("PARLANCE_ADMIN_TOKEN", ADMIN_TOKEN, "PARLANCE_SESSION_SECURE", "false"))
                .awaitReady()) {
            service.awaitLog("Catalog exchange");
            var session = startSession(service);
            assertThat(service.get("/v1/session", "Cookie", session).statusCode()).as("the session is valid").isEqualTo(200);
            results = showPage(service, session);
            assertThat(service.get("/v1/catalogs/exchange").statusCode()).as("the catalog is still public").isEqualTo(200);
        }
    }

    @Test
    void readsBundleWithItsHeaders() throws IOException {
        var bundle = results.get("bundle");
        assertThat(bundle.get("status").intValue()).isEqualTo(200);
        assertThat(bundle.get("etag").textValue()).startsWith("\"");
        assertThat(bundle.get("release").textValue()).isNotEmpty();
        assertThat(JSON.readTree(bundle.get("text").textValue()).has("-1130")).isTrue();
    }

    @Test
    void revalidatesBundle() {
        assertThat(results.at("/unchanged/status").intValue()).isEqualTo(304);
        assertThat(results.at("/unchanged/text").textValue()).isEmpty();
    }

    @Test
    void sendsAllowedHeadersAndJson() {
        assertThat(results.at("/traced/status").intValue()).isEqualTo(200);
        assertThat(results.at("/rendered/status").intValue()).isEqualTo(200);
    }

    @Test
    void resumesEventStream() {
        assertThat(results.at("/event/data").textValue()).contains("\"channel\":\"production\"");
        assertThat(results.at("/event/id").textValue()).contains("production=");
        assertThat(results.at("/afterLastEvent/status").intValue()).isEqualTo(200);
        assertThat(results.at("/afterLastEvent/text").textValue()).startsWith(":").doesNotContain("data:");
        assertThat(results.at("/afterOtherEvent/text").textValue()).contains("data:");
    }

    @Test
    void blocksOtherHeadersAndWrites() {
        assertThat(results.at("/otherHeader/blocked").textValue()).isEqualTo("TypeError");
        assertThat(results.at("/write/blocked").textValue()).isEqualTo("TypeError");
    }

    @Test
    void readsCatalogsThatListItsOrigin() {
        assertThat(results.at("/listed/status").intValue()).isEqualTo(200);
        assertThat(results.at("/listedPrivate/status").intValue()).isEqualTo(200);
    }

    @Test
    void blocksCatalogsOfOtherOrigins() {
        assertThat(results.at("/restricted/blocked").textValue()).isEqualTo("TypeError");
        assertThat(results.at("/closed/blocked").textValue()).isEqualTo("TypeError");
    }

    @Test
    void acceptsNoCredentialsOfTheBrowser() {
        assertThat(results.at("/session/status").intValue()).isEqualTo(401);
        assertThat(results.at("/sessionWithCookies/blocked").textValue()).isEqualTo("TypeError");
    }

    /** Creates public and private catalogs, some of which list the origin of the page. Returns a key of a private one for the page. */
    private static String createCatalogs(ServiceProcess service, String origin) throws Exception {
        createCatalog(service, "listed", "public", "[\"" + origin + "\"]");
        createCatalog(service, "restricted", "public", "[\"https://app.example.com\"]");
        createCatalog(service, "closed", "private", "null");
        createCatalog(service, "listed-private", "private", "[\"" + origin + "\"]");
        var key = post(service, "/v1/catalogs/listed-private/keys", "{\"name\":\"page\",\"scopes\":[\"read\"]}");
        return JSON.readTree(key.body()).get("key").textValue();
    }

    private static void createCatalog(ServiceProcess service, String name, String visibility, String origins) throws Exception {
        var created = post(service, "/v1/catalogs",
                "{\"name\":\"" + name + "\",\"title\":\"T\",\"sourceLocale\":\"en\",\"visibility\":\"" + visibility + "\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var changed = CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/catalogs/" + name))
                .header("Authorization", "Bearer " + ADMIN_TOKEN).header("Content-Type", "application/merge-patch+json")
                .header("If-Match", created.headers().firstValue("ETag").orElseThrow())
                .method("PATCH", BodyPublishers.ofString("{\"corsOrigins\":" + origins + "}")).build(), BodyHandlers.ofString());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    /** Returns the cookie of a new session. */
    private static String startSession(ServiceProcess service) throws Exception {
        assertThat(post(service, "/v1/accounts", ACCOUNT).statusCode()).isEqualTo(201);
        var session = post(service, "/v1/session", CREDENTIALS);
        return session.headers().allValues("Set-Cookie").stream().filter(it -> it.startsWith("parlance-session=")).findFirst().orElseThrow()
                .split(";")[0];
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String body) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + ADMIN_TOKEN).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Serves the page from another port, with a cookie, and returns the results that it posts. */
    private static JsonNode showPage(ServiceProcess service, String cookie) throws Exception {
        var posted = new CompletableFuture<byte[]>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("Set-Cookie", cookie);
            respond(exchange, Files.readAllBytes(PAGE));
        });
        server.createContext("/results", exchange -> {
            posted.complete(exchange.getRequestBody().readAllBytes());
            respond(exchange, new byte[0]);
        });
        server.start();
        var origin = "http://127.0.0.1:" + server.getAddress().getPort();
        var key = createCatalogs(service, origin);
        var page = URI.create(origin + "/page?service=http://127.0.0.1:" + service.port() + "&key=" + key);
        try (var browser = ChromiumProcess.start(folder, page)) {
            try {
                return JSON.readTree(posted.get(2, TimeUnit.MINUTES));
            } catch (TimeoutException e) {
                throw new AssertionError("the page posted no results: " + browser.log(), e);
            }
        } finally {
            server.stop(0);
        }
    }

    private static void respond(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
