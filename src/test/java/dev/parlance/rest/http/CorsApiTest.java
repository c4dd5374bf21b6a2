package dev.parlance.rest.http;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.makePrivate;
import static dev.parlance.rest.AccessFixtures.withKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.rest.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CORS policy of catalogs over HTTP. Each test has a catalog of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CorsApiTest {
    private static final String APP = "https://app.example.com";
    private static final String OTHER = "https://other.example.com";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private final String catalog = "cors-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/catalogs/" + catalog;
    private final String bundle = path + "/bundles/en";

    @TestHTTPResource("/")
    URI service;
    @Inject
    AccessFixtures fixtures;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
    }

    @Test
    void publicCatalogsAreReadableFromAllOrigins() {
        for (int i = 0; i < 2; i++) {
            from(APP).get(bundle).then().statusCode(200).header(ALLOW_ORIGIN, "*").header("Vary", not(containsString("Origin")))
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("Access-Control-Expose-Headers", containsString("ETag"));
        }
        preflight(APP).statusCode(204).header(ALLOW_ORIGIN, "*").header("Access-Control-Max-Age", "86400");
    }

    @Test
    void privateCatalogsAreReadableFromNoOrigin() {
        var key = createKey(catalog, "read", "");
        makePrivate(catalog);
        withKey(key).header("Origin", APP).get(bundle).then().statusCode(200).header(ALLOW_ORIGIN, nullValue());
        preflight(APP).header(ALLOW_ORIGIN, nullValue());
        change("[\"" + APP + "\"]");
        withKey(key).header("Origin", APP).get(bundle).then().statusCode(200).header(ALLOW_ORIGIN, APP)
                .header("Vary", containsString("Origin")).header("Cache-Control", "private, no-store");
        preflight(APP).statusCode(204).header(ALLOW_ORIGIN, APP);
        preflight(OTHER).header(ALLOW_ORIGIN, nullValue());
    }

    @Test
    void listedOriginsReadOnBothPaths() throws IOException {
        from(APP).get(bundle).then().statusCode(200);
        change("[\"" + APP + "\",\"http://localhost:3000\"]").body("corsOrigins", contains("http://localhost:3000", APP));
        // The first request fills the cache of the fast path. A length is answered by Jakarta REST.
        for (var target : new String[] {bundle, path + "/messages/plain?locale=en"}) {
            from(APP).get(target).then().statusCode(200);
            for (var origin : new String[] {APP, OTHER}) {
                var fast = headersOf(target, "Origin: " + origin + "\r\n");
                assertThat(headersOf(target, "Origin: " + origin + "\r\nContent-Length: 0\r\n")).isEqualTo(fast);
                assertThat(fast.contains("access-control-allow-origin: " + APP)).as(fast).isEqualTo(origin.equals(APP));
                assertThat(fast).containsPattern("vary: [^\n]*Origin");
            }
        }
        from(APP).header("If-None-Match", given().get(bundle).header("ETag")).get(bundle).then().statusCode(304).header(ALLOW_ORIGIN, APP);
        from(OTHER).get("/v1/catalogs").then().statusCode(200).header(ALLOW_ORIGIN, "*");
    }

    @Test
    void otherSettingsAreChangedWithoutOrigins() {
        var version = asAdministrator().get(path + "/draft").header("ETag");
        asAdministrator().contentType("application/merge-patch+json").header("If-Match", version).body("{\"title\":\"Other\"}").patch(path)
                .then().statusCode(200).body("title", equalTo("Other")).body("corsOrigins", nullValue());
    }

    @Test
    void restoresDefault() {
        change("[]").body("corsOrigins", empty());
        from(APP).get(bundle).then().statusCode(200).header(ALLOW_ORIGIN, nullValue()).header("Vary", not(containsString("Origin")));
        change("null").body("corsOrigins", nullValue());
        from(APP).get(bundle).then().statusCode(200).header(ALLOW_ORIGIN, "*");
        asAdministrator().get(path + "/changes").then().statusCode(200).body("changes[0].before.catalog.corsOrigins", empty())
                .body("changes[0].after.catalog.corsOrigins", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"https://app.example.com/\"]", "[\"app.example.com\"]", "[\"*\",\"https://app.example.com\"]",
            "[null]", "[\"null\"]",
            "[\"https://app.example.com:443\"]", "[\"https://*.example.com\"]", "[\"https://u:p@app.example.com\"]"})
    void rejectsOtherValues(String value) {
        patch(value).statusCode(422).body("code", equalTo("invalid-field")).body("arguments.pointer", equalTo("/corsOrigins/0"));
    }

    @Test
    void rejectsTooManyOrigins() {
        patch("[" + "\"https://app.example.com\",".repeat(50) + "\"https://app.example.com\"]").statusCode(422)
                .body("code", equalTo("too-many-items"));
    }

    @Test
    void needsPermissionToManage() {
        withKey(createKey(catalog, "translate", "")).header("If-Match", "\"1\"").body("{\"corsOrigins\":[]}").patch(path).then()
                .statusCode(403);
    }

    private ValidatableResponse change(String value) {
        return patch(value).statusCode(200);
    }

    private ValidatableResponse patch(String value) {
        var version = asAdministrator().get(path + "/draft").header("ETag");
        return asAdministrator().contentType("application/merge-patch+json").header("If-Match", version)
                .body("{\"corsOrigins\":" + value + "}").patch(path).then();
    }

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }

    private ValidatableResponse preflight(String origin) {
        return from(origin).header("Access-Control-Request-Method", "GET").header("Access-Control-Request-Headers", "authorization")
                .options(bundle).then();
    }

    private String headersOf(String target, String headers) throws IOException {
        return RawHttp.exchange(service, "GET", target, headers).split("\n\n")[0];
    }
}
