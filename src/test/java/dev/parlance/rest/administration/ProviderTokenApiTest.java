package dev.parlance.rest.administration;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.withKey;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which bearer tokens of an OpenID provider are accepted, and which users they identify. */
@QuarkusTest
@TestProfile(ProviderTokenApiTest.WithProvider.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = FakeOpenIdProvider.class, restrictToAnnotatedClass = true)
class ProviderTokenApiTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "provider-" + id;
    private final String path = "/v1/catalogs/" + catalog;
    private final String name = "anna-" + id;

    @Inject
    AccessFixtures fixtures;

    /** Starts the service with the provider. */
    public static class WithProvider implements QuarkusTestProfile {
    }

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
        AccessFixtures.makePrivate(catalog);
    }

    @Test
    void bindsMemberToFirstSubjectWithTheName() {
        addMember("oidc:" + name, "{\"role\":\"viewer\"}").statusCode(422).body("arguments.pointer", equalTo("/bindAtFirstSignIn"));
        addMember("oidc:" + name, "{\"role\":\"viewer\",\"bindAtFirstSignIn\":true}").statusCode(201);
        session(token("1-" + id, name)).statusCode(200).body("name", equalTo("oidc:" + name))
                .body("catalogs.catalog", equalTo(List.of(catalog)));
        withKey(token("1-" + id, name)).get(path + "/messages").then().statusCode(200);
        session(token("2-" + id, name)).statusCode(200).body("name", startsWith("oidc:sub-")).body("catalogs", empty());
        withKey(token("2-" + id, name)).get(path + "/messages").then().statusCode(404);
        session(token("1-" + id, "renamed")).statusCode(200).body("name", equalTo("oidc:" + name));
    }

    @Test
    void offersSignInWithProvider() {
        given().get("/v1/session/status").then().statusCode(200).body("provider", equalTo(true));
    }

    @Test
    void grantsRolesToExactIdentity() {
        var derived = session(token("3-" + id, name)).statusCode(200).extract().<String>path("name");
        addMember(derived, "{\"role\":\"viewer\"}").statusCode(201);
        withKey(token("3-" + id, "any name")).get(path + "/messages").then().statusCode(200);
        withKey(token("4-" + id, name)).get(path + "/messages").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"an\nna", "sub-0123456789abcdef0123456789abcdef", "key:1", "", "花子", "LONG"})
    void ignoresInvalidNames(String label) {
        var claims = Map.of("sub", "5-" + id, "preferred_username", label.equals("LONG") ? "a".repeat(300) : label, "scope", "openid",
                "groups", List.of("admins"));
        session(FakeOpenIdProvider.token("JWT", claims)).statusCode(200).body("name", startsWith("oidc:sub-"))
                .body("administrator", equalTo(true));
    }

    @Test
    void acceptsAccessTokensForThisServiceOnly() {
        var access = Map.<String, Object>of("sub", "6", "preferred_username", name, "scope", "openid");
        session(FakeOpenIdProvider.token("at+jwt", access)).statusCode(200);
        session(FakeOpenIdProvider.token("JWT", with(access, "typ", "Bearer"))).statusCode(200);
        for (var rejected : List.of(
                FakeOpenIdProvider.token("JWT", Map.of("sub", "6", "preferred_username", name)),
                FakeOpenIdProvider.token("JWT", with(access, "typ", "ID")),
                FakeOpenIdProvider.token("JWT", with(access, "typ", "Refresh")),
                FakeOpenIdProvider.token("JWT", with(access, "nonce", "n")),
                FakeOpenIdProvider.token("JWT", with(access, "at_hash", "h")),
                FakeOpenIdProvider.token("logout+jwt", access),
                FakeOpenIdProvider.token("at+jwt", with(access, "aud", "elsewhere")),
                FakeOpenIdProvider.token("at+jwt", Map.of("preferred_username", name, "scope", "openid")))) {
            session(rejected).statusCode(401).contentType("application/problem+json").header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @Test
    void rejectsTokensAfterSignOut() {
        var token = token("7-" + id, name);
        session(token).statusCode(200);
        given().header("Authorization", "Bearer " + token).delete("/v1/session").then().statusCode(204);
        session(token).statusCode(401);
        session(FakeOpenIdProvider.token("JWT", Map.of("sub", "7-" + id, "preferred_username", name, "scope", "openid x"))).statusCode(200);
    }

    private ValidatableResponse addMember(String person, String body) {
        return asAdministrator().header("If-None-Match", "*").body(body).put(path + "/members/" + person).then();
    }

    private static String token(String subject, String label) {
        return FakeOpenIdProvider.token("JWT", Map.of("sub", subject, "preferred_username", label, "scope", "openid"));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        var all = new HashMap<>(claims);
        all.put(name, value);
        return all;
    }

    private static ValidatableResponse session(String token) {
        return given().header("Authorization", "Bearer " + token).get("/v1/session").then();
    }
}
