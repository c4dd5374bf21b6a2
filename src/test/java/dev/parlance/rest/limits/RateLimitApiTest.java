package dev.parlance.rest.limits;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the rate limits with small quotas, and a trusted proxy at 127.0.0.1. */
@QuarkusTest
@TestProfile(RateLimitApiTest.SmallQuotas.class)
class RateLimitApiTest {
    private static final String RENDER = "{\"messages\":[{\"key\":\"-1015\"}]}";
    private static final String PROXY = "127.0.0.1";

    @Inject
    AccessFixtures fixtures;

    @TestHTTPResource
    URI service;

    private final String catalog = "limited-" + UUID.randomUUID();

    public static class SmallQuotas implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parlance.rate-limit.writes", "20", "parlance.rate-limit.render", "3", "parlance.rate-limit.preview", "0",
                    "quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.trusted-proxies", PROXY);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class));
        }
    }

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
    }

    @Test
    void limitsEachKey() {
        var first = createKey(catalog, "admin", "");
        var second = createKey(catalog, "admin", "");
        check(first).then().header("RateLimit-Policy", "\"writes\";q=20;w=60")
                .header("RateLimit", matchesPattern("\"writes\";r=19;t=[0-9]+"));

        var rejected = Stream.generate(() -> check(first)).limit(100).filter(it -> it.statusCode() == 429).findFirst().orElseThrow();

        rejected.then().contentType("application/problem+json").body("code", equalTo("too-many-requests"))
                .body("title", equalTo("Zu viele Anfragen")).header("Retry-After", matchesPattern("[1-3]"))
                .header("RateLimit", matchesPattern("\"writes\";r=0;t=[1-3]")).header("RateLimit-Policy", "\"writes\";q=20;w=60");
        check(second).then().header("RateLimit", startsWith("\"writes\";r=19"));
        withKey(first).get("/v1/catalogs/" + catalog + "/draft").then().statusCode(200).header("RateLimit", equalTo(null));
    }

    private Response check(String key) {
        return withKey(key).header("Accept-Language", "de").body("{\"texts\":[]}").post("/v1/catalogs/" + catalog + "/checks");
    }

    @Test
    void zeroMeansUnlimited() {
        asAdministrator().body("{\"text\":\"A\"}").post("/v1/catalogs/exchange/preview").then()
                .statusCode(200).header("RateLimit", equalTo(null));
    }

    @Test
    void limitsEachAddress() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(renderFrom("127.0.0.5", "")).contains("200 OK", "RateLimit: \"render\";r=" + (2 - i));
        }
        assertThat(renderFrom("127.0.0.5", "")).contains("429 Too Many Requests", "Retry-After: ");
        assertThat(renderFrom("127.0.0.6", "")).contains("200 OK");
    }

    /** Otherwise, a client could have a new quota for each address that it invents, or exhaust that of another client. */
    @Test
    void ignoresForgedAddresses() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(renderFrom("127.0.0.7", forwardedFor("203.0.113." + i))).contains("200 OK");
        }
        assertThat(renderFrom("127.0.0.7", forwardedFor("203.0.113.9"))).contains("429 Too Many Requests");
        assertThat(renderFrom("127.0.0.7", "Authorization: Bearer invented\r\n")).contains("429 Too Many Requests");
    }

    @Test
    void countsClientsOfTrustedProxy() throws IOException {
        for (int i = 0; i < 4; i++) {
            assertThat(renderFrom(PROXY, forwardedFor("198.51.100." + i))).contains("200 OK");
        }
        for (int i = 0; i < 3; i++) {
            renderFrom(PROXY, forwardedFor("198.51.100.9"));
        }
        assertThat(renderFrom(PROXY, forwardedFor("198.51.100.9"))).contains("429 Too Many Requests");
    }

    private static String forwardedFor(String address) {
        return "X-Forwarded-For: " + address + "\r\nForwarded: for=" + address + "\r\n";
    }

    private String renderFrom(String address, String headers) throws IOException {
        var host = InetAddress.getByName(service.getHost());
        try (var socket = new Socket(host, service.getPort(), InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST /v1/catalogs/exchange/render HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + headers + "Content-Type: application/json\r\nContent-Length: " + RENDER.length() + "\r\n\r\n" + RENDER)
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
