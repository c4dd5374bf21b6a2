package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPolicyTest {
    private final FakeResponse response = new FakeResponse();
    private final MultiMap requestHeaders = MultiMap.caseInsensitiveMultiMap();

    @ParameterizedTest
    @CsvSource({"GET,/v1/catalogs", "HEAD,/v1/catalogs/shop", "POST,/v1/catalogs/shop/render", "POST,/v1/catalogs/shop/drafts/preview"})
    void letsAnyOriginRead(HttpMethod method, String path) {
        assertThat(handle(method, path)).isFalse();
        assertThat(response.headers().get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.headers().get("Access-Control-Expose-Headers"))
                .contains("ETag", "Link", "Parlance-Release", "Parlance-Lossy", "Parlance-Stale");
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
        assertThat(response.headers().get("Access-Control-Allow-Headers"))
                .contains("Authorization", "If-None-Match").doesNotContain("If-Match", "Cookie");
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
        return CorsPolicy.handle(PartialFake.of(RoutingContext.class,
                Map.of("request", it -> request, "response", it -> response.asVertx())));
    }
}
