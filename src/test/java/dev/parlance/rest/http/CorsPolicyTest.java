package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CorsOrigins;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPolicyTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final CatalogName CLOSED = new CatalogName("closed");

    private final FakeResponse response = new FakeResponse();
    private final List<Handler<Void>> endHandlers = new ArrayList<>();
    private CorsPolicy policy = policy("*");
    private final MultiMap requestHeaders = MultiMap.caseInsensitiveMultiMap();

    @ParameterizedTest
    @CsvSource({"GET,/v1/catalogs", "HEAD,/v1/catalogs/shop", "GET,/codes/shop/-1000",
            "POST,/v1/catalogs/shop/render", "POST,/v1/catalogs/shop/drafts/preview"})
    void letsAnyOriginRead(HttpMethod method, String path) {
        assertThat(handle(method, path)).isFalse();
        assertThat(response.headers().get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.headers().get("Access-Control-Expose-Headers"))
                .contains("ETag", "Link", "RateLimit", "RateLimit-Policy", "Parlance-Release", "Parlance-Lossy", "Parlance-Stale");
        assertThat(response.isEnded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/catalogs/shop/releases", "POST,/v1/render/x", "POST,/", "PUT,/v1/render", "PATCH,/v1/render", "DELETE,/v1/render",
            "OPTIONS,/v1/render"})
    void sendsNoHeadersForOtherRequests(HttpMethod method, String path) {
        assertThat(handle(method, path)).isFalse();
        assertThat(response.headers().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/catalogs", "HEAD,/v1/catalogs", "POST,/v1/catalogs/shop/render"})
    void answersPreflightOfReads(String requestedMethod, String path) {
        preflight(requestedMethod);
        assertThat(handle(HttpMethod.OPTIONS, path)).isTrue();
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers().get("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        assertThat(response.headers().get("Access-Control-Allow-Headers")).isEqualTo("Authorization, If-None-Match, traceparent");
        assertThat(response.headers().contains("Access-Control-Allow-Credentials")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PUT,/v1/catalogs/shop", "DELETE,/v1/catalogs/shop", "POST,/v1/catalogs/shop/releases", "OPTIONS,/v1/catalogs"})
    void leavesPreflightOfWritesUnanswered(String requestedMethod, String path) {
        preflight(requestedMethod);
        assertThat(handle(HttpMethod.OPTIONS, path)).isFalse();
        assertThat(response.headers().isEmpty()).isTrue();
        assertThat(response.isEnded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get it", "GÉT"})
    void rejectsPreflightWithMalformedMethod(String requestedMethod) {
        requestHeaders.set("Origin", "https://app.example").set("Access-Control-Request-Method", requestedMethod);
        assertThat(handle(HttpMethod.OPTIONS, "/v1/catalogs")).isFalse();
        assertThat(response.isEnded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://app.example", "https://app.example:8443", "http://localhost:3000"})
    void permitsReadsOfConfiguredOrigins(String origin) {
        policy = policy("https://app.example", "https://app.example:8443", "http://localhost:3000");
        requestHeaders.set("Origin", origin);
        assertThat(handle(HttpMethod.GET, "/v1/catalogs")).isFalse();
        assertThat(response.headers().get("Access-Control-Allow-Origin")).isEqualTo(origin);
        endHandlers.forEach(it -> it.handle(null));
        assertThat(response.headers().getAll("Vary")).containsExactly("Origin");
        preflight("GET");
        requestHeaders.set("Origin", origin);
        assertThat(handle(HttpMethod.OPTIONS, "/v1/catalogs")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"https://other.example", "http://app.example", "https://app.example.evil.example", "null", "-",
            "https://APP.example"})
    void sendsNoHeadersToOtherOrigins(@Nullable String origin) {
        policy = policy("https://app.example");
        if (origin != null) {
            requestHeaders.set("Origin", origin);
        }
        assertThat(handle(HttpMethod.GET, "/v1/catalogs")).isFalse();
        assertThat(response.headers().isEmpty()).isTrue();
        endHandlers.forEach(it -> it.handle(null));
        assertThat(response.headers().getAll("Vary")).containsExactly("Origin");
        requestHeaders.set("Access-Control-Request-Method", "GET");
        assertThat(handle(HttpMethod.OPTIONS, "/v1/catalogs")).isFalse();
    }

    @Test
    void sendsNoHeadersIfDisabled() {
        policy = policy();
        requestHeaders.set("Origin", "https://app.example");
        assertThat(handle(HttpMethod.GET, "/v1/catalogs")).isFalse();
        assertThat(response.headers().isEmpty()).isTrue();
        assertThat(endHandlers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example", "https://app.example/", "https://app.example/path", "", "https://", "**", "https://APP.example",
            "https://app.example:443"})
    void rejectsOriginsThatNeverMatch(String origin) {
        assertThatThrownBy(() -> policy(origin)).hasMessageContaining("parlance.cors.origins");
    }

    @Test
    void rejectsInvalidHeaderNames() {
        assertThatThrownBy(() -> new CorsPolicy(Optional.of(List.of("*")), Optional.of(List.of("X Y")), registry()))
                .hasMessageContaining("X Y");
    }

    @ParameterizedTest
    @CsvSource({"/v1/catalogs/closed/bundles/en", "/v1/catalogs/unknown", "/codes/closed", "/v1/catalogs/closed/render"})
    void letsNoOriginReadPrivateAndUnknownCatalogs(String path) {
        requestHeaders.set("Origin", "https://app.example");
        assertThat(handle(path.endsWith("render") ? HttpMethod.POST : HttpMethod.GET, path)).isFalse();
        assertThat(response.headers().isEmpty()).isTrue();
        assertThat(endHandlers).as("the response is the same for all origins").isEmpty();
        preflight("GET");
        assertThat(handle(HttpMethod.OPTIONS, path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // Origins of the service | of the catalog | origin of the request | allowed origin | whether Vary names Origin
            "* | https://a.example | https://a.example | https://a.example | true", "* | https://a.example | https://b.example | - | true",
            "* | https://a.example | - | - | true", "* | * | https://b.example | * | false", "* | none | https://a.example | - | false",
            "https://a.example | * | https://a.example | https://a.example | true", "https://a.example | * | https://b.example | - | true",
            "https://a.example | https://b.example | https://b.example | - | false", "none | * | https://a.example | - | false"})
    void appliesOriginsOfCatalogWithinThoseOfService(String service, String own, @Nullable String origin, @Nullable String allowed,
            boolean varies) {
        policy = new CorsPolicy(service.equals("none") ? Optional.empty() : Optional.of(List.of(service)), Optional.empty(),
                registry(Map.of(CLOSED, new CorsOrigins(own.equals("none") ? List.of() : List.of(own)))));
        if (origin != null) {
            requestHeaders.set("Origin", origin);
        }
        handle(HttpMethod.GET, "/v1/catalogs/closed/bundles/en");
        assertThat(response.headers().get("Access-Control-Allow-Origin")).isEqualTo(allowed);
        endHandlers.forEach(it -> it.handle(null));
        assertThat(response.headers().getAll("Vary")).isEqualTo(varies ? List.of("Origin") : List.of());
    }

    private static AccessRegistry registry() {
        return registry(Map.of());
    }

    private static AccessRegistry registry(Map<CatalogName, CorsOrigins> origins) {
        var registry = new AccessRegistry(null, null, it -> { });
        registry.restore(snapshot(origins));
        return registry;
    }

    private static AccessSnapshot snapshot(Map<CatalogName, CorsOrigins> origins) {
        return new AccessSnapshot(1, Map.of(SHOP, true, CLOSED, false), Map.of(), Map.of(), Map.of(), Set.of(),
                AccessSnapshot.ProviderPeople.NONE, Map.of(), origins);
    }

    private static CorsPolicy policy(String... origins) {
        return new CorsPolicy(origins.length == 0 ? Optional.empty() : Optional.of(List.of(origins)),
                Optional.of(List.of("Authorization", "If-None-Match", "traceparent")), registry());
    }

    @Test
    void ignoresOptionsWithoutOrigin() {
        requestHeaders.set("Access-Control-Request-Method", "GET");
        assertThat(handle(HttpMethod.OPTIONS, "/v1/catalogs")).isFalse();
        assertThat(response.isEnded()).isFalse();
    }

    private void preflight(String requestedMethod) {
        requestHeaders.set("Origin", "https://app.example").set("Access-Control-Request-Method", requestedMethod);
    }

    private boolean handle(HttpMethod method, String path) {
        var request = PartialFake.of(HttpServerRequest.class,
                Map.of("method", it -> method, "path", it -> path, "headers", it -> requestHeaders,
                "getHeader", it -> requestHeaders.get((CharSequence) it[0])));
        return policy.handle(PartialFake.of(RoutingContext.class,
                Map.of("request", it -> request, "response", it -> response.asVertx(), "addHeadersEndHandler",
                it -> addEndHandler(it[0]))));
    }

    @SuppressWarnings("unchecked")
    private int addEndHandler(Object handler) {
        endHandlers.add((Handler<Void>) handler);
        return endHandlers.size();
    }
}
