package dev.parlance.rest.administration;

import static dev.parlance.rest.AccessFixtures.PASSWORD;
import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.startSession;
import static dev.parlance.rest.AccessFixtures.withKey;
import static dev.parlance.rest.AccessFixtures.withSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.security.authentication.KeyUsageRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests personal tokens. Each test has its own catalog and account. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TokenApiTest {
    private static final String TOKENS = "/v1/session/tokens";

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "token-" + id;
    private final String path = "/v1/catalogs/" + catalog;
    private final String personName = "anna-" + id;
    private String session = "";

    @Inject
    AccessFixtures fixtures;
    @Inject
    KeyUsageRecorder keyUsage;

    @BeforeEach
    void createMember() {
        fixtures.createCatalog(catalog);
        createAccount(personName);
        addMember(catalog, personName, "translator", "de");
        session = startSession(personName);
    }

    @Test
    void showsTokenOnceAndActsForOwner() {
        var created = create("translate");
        String token = created.path("token");
        assertThat(token).matches("prlp_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}").startsWith("prlp_" + created.path("id"));
        withKey(token).get("/v1/session").then().statusCode(200).body("name", equalTo(personName)).body("kind", equalTo("token"))
                .body("administrator", equalTo(false)).body("catalogs.catalog", contains(catalog))
                .body("catalogs[0].permissions", contains("read", "read-draft", "translate")).body("catalogs[0].locales", contains("de"));
        saveText(token, "de").then().statusCode(200);
        saveText(token, "fr").then().statusCode(403).body("code", equalTo("locale-not-allowed"));
        withKey(token).get(path + "/changes").then().body("changes[0].changedBy", equalTo(personName));
        keyUsage.flush();
        var list = withSession(session).get(TOKENS).then().statusCode(200).header("Cache-Control", "private, no-store")
                .body("tokens.id", contains((String) created.path("id"))).body("tokens[0].lastUsedAt", notNullValue())
                .body("tokens[0].token", nullValue()).extract().asString();
        assertThat(list).doesNotContain(token.split("_")[2]);
    }

    @Test
    void neverExceedsPermissionsOfOwner() {
        String token = create("admin").path("token");
        withKey(token).body("{}").post(path + "/releases").then().statusCode(403);
        asAdministrator().header("If-Match", "\"1\"").body("{\"role\":\"viewer\",\"locales\":[]}").put(path + "/members/" + personName)
                .then()
                .statusCode(200);
        saveText(token, "de").then().statusCode(403).body("code", equalTo("not-permitted"));
    }

    @Test
    void grantsNoServiceAdministration() {
        asAdministrator().header("If-Match", "\"1\"").body("{\"administrator\":true}").patch("/v1/accounts/" + personName).then()
                .statusCode(200);
        String token = create("admin").path("token");
        withKey(token).get(path + "/members").then().statusCode(200);
        for (var route : List.of("/v1/accounts", "/v1/changes", "/v1/accounts/" + personName + "/tokens")) {
            withKey(token).get(route).then().statusCode(403);
            withSession(session).get(route).then().statusCode(200);
        }
        withKey(token).header("If-Match", "\"2\"").body(Map.of("password", "another horse battery")).patch("/v1/accounts/" + personName)
                .then()
                .statusCode(403);
    }

    @Test
    void cannotCreateTokensOrChangePassword() {
        String token = create("admin").path("token");
        for (var credential : List.of(token, createKey(catalog, "admin", ""))) {
            withKey(credential).body(request("admin", Duration.ofDays(1))).post(TOKENS).then().statusCode(403)
                    .body("code", equalTo("session-required"));
            withKey(credential).get(TOKENS).then().statusCode(403).body("code", equalTo("session-required"));
            withKey(credential).delete(TOKENS + "/0").then().statusCode(403).body("code", equalTo("session-required"));
            withKey(credential).body(Map.of("password", PASSWORD, "newPassword", "another horse battery")).put("/v1/session/password")
                    .then()
                    .statusCode(403).body("code", equalTo("session-required"));
        }
        withSession(session).get(TOKENS).then().body("tokens.size()", equalTo(1));
    }

    /** Keys would outlive the token, and its revocation. */
    @Test
    void cannotCreateKeys() {
        asAdministrator().header("If-Match", "\"1\"").body("{\"role\":\"manager\",\"locales\":[]}").put(path + "/members/" + personName)
                .then()
                .statusCode(200);
        String token = create("admin").path("token");
        var key = Map.of("name", "Deployment", "scopes", List.of("publish"));
        withKey(token).get(path + "/keys").then().statusCode(200);
        withKey(token).body(key).post(path + "/keys").then().statusCode(403).body("code", equalTo("token-not-allowed"));
        withSession(session).body(key).post(path + "/keys").then().statusCode(201);
    }

    @Test
    void surviveChangesOfPassword() {
        String token = create("read").path("token");
        asAdministrator().header("If-Match", "\"1\"").body(Map.of("password", "another horse battery")).patch("/v1/accounts/" + personName)
                .then()
                .statusCode(200);
        withSession(session).get("/v1/session").then().body("kind", not(equalTo("person")));
        withKey(token).get("/v1/session").then().statusCode(200).body("kind", equalTo("token"));
    }

    @Test
    void ownerAndAdministratorRevokeTokens() {
        var first = create("read");
        var second = create("read");
        withSession(session).delete(TOKENS + "/" + first.path("id")).then().statusCode(204);
        asAdministrator().delete("/v1/accounts/" + personName + "/tokens/" + second.path("id")).then().statusCode(204);
        for (var token : List.of(first, second)) {
            withKey(token.path("token")).get("/v1/session").then().statusCode(401).body("code", equalTo("unauthorized"));
        }
        asAdministrator().get("/v1/accounts/" + personName + "/tokens").then().statusCode(200).body("tokens.size()", equalTo(2))
                .body("tokens.findAll { it.revokedAt == null }.size()", equalTo(0));
        asAdministrator().queryParam("limit", 4).get("/v1/changes").then()
                .body("changes.subject", contains("token", "token", "token", "token"))
                .body("changes.changedBy", contains("administrator", personName, personName, personName));
    }

    @Test
    void othersCannotRevokeTokens() {
        var created = create("read");
        var other = "bela-" + id;
        createAccount(other);
        withSession(startSession(other)).delete(TOKENS + "/" + created.path("id")).then().statusCode(404)
                .body("code", equalTo("unknown-token"));
        withKey(created.path("token")).get("/v1/session").then().statusCode(200);
    }

    @Test
    void disabledAccountDisablesItsTokens() {
        String token = create("read").path("token");
        asAdministrator().header("If-Match", "\"1\"").body("{\"disabled\":true}").patch("/v1/accounts/" + personName).then()
                .statusCode(200);
        withKey(token).get("/v1/session").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT8785H"})
    void rejectsExpiryOutOfRange(Duration lifetime) {
        withSession(session).body(request("read", lifetime)).post(TOKENS).then().statusCode(422).body("code", equalTo("out-of-range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\",\"scopes\":[\"read\"]}",
            "{\"name\":\"a\",\"scopes\":[],\"expiresAt\":\"2030-01-01T00:00:00Z\"}",
        "{\"name\":\"a\",\"scopes\":[\"owner\"],\"expiresAt\":\"2030-01-01T00:00:00Z\"}"})
    void rejectsIncompleteRequests(String body) {
        withSession(session).body(body).post(TOKENS).then().statusCode(422).body("code", equalTo("invalid-field"));
    }

    @Test
    void requiresSameOriginForSession() {
        withSession(session).header("Sec-Fetch-Site", "cross-site").body(request("read", Duration.ofDays(1))).post(TOKENS).then()
                .statusCode(403);
    }

    private ExtractableResponse<Response> create(String scope) {
        return withSession(session).body(request(scope, Duration.ofDays(1))).post(TOKENS).then().statusCode(201)
                .header("Cache-Control", "private, no-store").extract();
    }

    private static Map<String, Object> request(String scope, Duration lifetime) {
        return Map.of("name", "laptop", "scopes", List.of(scope), "expiresAt", Instant.now().plus(lifetime).toString());
    }

    private Response saveText(String token, String locale) {
        String etag = withKey(token).get(path + "/messages/plain/texts/" + locale).then().statusCode(200).extract().header("ETag");
        return withKey(token).header("If-Match", etag).body("{\"message\":\"Changed " + UUID.randomUUID() + "\"}")
                .put(path + "/messages/plain/texts/" + locale);
    }
}
