package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.Resources;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that every response has the security headers, including those of the HTTP server. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SecurityHeadersTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange";

    @Inject
    SnapshotRegistry snapshots;
    @TestHTTPResource("/")
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void addsHeadersToEveryResponse() throws Exception {
        ShippedCatalogsReady.await(snapshots);
        var requests = new ArrayList<>(List.of("GET /nowhere", "GET /v1/openapi", "GET " + EXCHANGE + "/bundles/ja",
                "GET " + EXCHANGE + "/bundles/ja?unknown=1", "GET " + EXCHANGE + "/messages/-1015?locale=de&arg=5&arg=10s",
                "HEAD " + EXCHANGE + "/bundles/de", "DELETE " + EXCHANGE, "GET " + EXCHANGE + "/", "GET /v1/catalogs/%2e%2e",
                "TRACE /v1/catalogs",
                "OPTIONS /v1/catalogs", "GET /codes/parlance/not-found", "GET /v1/catalogs?" + "a".repeat(5000)));
        new Routes(Resources.ALL).resourceMethods().map(it -> Routes.httpMethod(it).orElseThrow() + " "
                + Routes.templateOf(it).replace("{catalog}", "exchange").replaceAll("\\{[^}]*}", "1")).forEach(requests::add);
        var statuses = new HashSet<Integer>();
        for (var request : requests) {
            for (var token : List.of("", "Bearer " + System.getProperty("parlance.admin.token"))) {
                var response = send(request, token);
                statuses.add(response.statusCode());
                assertThat(response.headers().allValues("X-Content-Type-Options")).as(request).containsExactly("nosniff");
                boolean isPage = response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
                assertThat(response.headers().allValues("Content-Security-Policy")).as(request)
                        .containsExactly(isPage ? SecurityHeaders.PAGE_POLICY : "default-src 'none'; frame-ancestors 'none'");
                assertThat(response.headers().firstValue("Strict-Transport-Security")).as(request).isEmpty();
            }
        }
        assertThat(statuses).contains(200, 204, 400, 401, 404, 405, 414);
    }

    @Test
    void addsTransportSecurityOverTlsOnly() {
        assertThat(SecurityHeaders.select(requestOver(false))).extracting(it -> it.name().toString())
                .containsExactly("X-Content-Type-Options", "Content-Security-Policy");
        assertThat(SecurityHeaders.select(requestOver(true))).extracting(it -> it.name() + ": " + it.value())
                .contains("Strict-Transport-Security: max-age=31536000").hasSize(3);
    }

    private static HttpServerRequest requestOver(boolean tls) {
        return PartialFake.of(HttpServerRequest.class, Map.of("isSSL", arguments -> tls));
    }

    private HttpResponse<?> send(String request, String token) throws Exception {
        var parts = request.split(" ", 2);
        boolean body = List.of("POST", "PUT", "PATCH").contains(parts[0]);
        var builder = HttpRequest.newBuilder(service.resolve(parts[1]))
                .method(parts[0], body ? BodyPublishers.ofString("{\"none\":1}") : BodyPublishers.noBody())
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            builder.header("Authorization", token);
        }
        // Event streams never end.
        var response = client.send(builder.build(), BodyHandlers.ofInputStream());
        response.body().close();
        return response;
    }
}
