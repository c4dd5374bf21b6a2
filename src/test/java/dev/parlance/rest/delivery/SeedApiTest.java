package dev.parlance.rest.delivery;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.makePrivate;
import static dev.parlance.rest.AccessFixtures.withKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds and the keys that sign them, over HTTP. Each test has a catalog of its own, and starts without signing keys. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SeedApiTest {
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String KEYS = "/v1/signing-keys";

    private final String catalog = "seed-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/catalogs/" + catalog;
    private final String seedPath = path + "/releases/1/seed";

    @Inject
    AccessFixtures fixtures;
    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;

    @BeforeEach
    void createReleasedCatalog() {
        transactions.call(() -> database.createNativeQuery("delete from signing_key").executeUpdate());
        fixtures.createCatalog(catalog);
    }

    @Test
    void returnsExactBundlesOfRelease() throws IOException {
        var manifest = given().get(path + "/releases/1").then().statusCode(200).extract().jsonPath();
        var seed = json(given().get(seedPath + "?locales=fr,en").then().statusCode(200).header("Parlance-Release", "1")
                .header("Content-Type", "application/json").body("signature", nullValue()).extract().asString());
        assertThat(seed.path("catalog").asText()).isEqualTo(catalog);
        assertThat(seed.path("release").asInt()).isEqualTo(1);
        assertThat(seed.path("sourceLocale").asText()).isEqualTo("en");
        assertThat(seed.path("bundles").findValuesAsText("locale")).containsExactly("en", "fr");
        for (var bundle : seed.path("bundles")) {
            var locale = bundle.path("locale").asText();
            var content = bundle.path("content").asText().getBytes(StandardCharsets.UTF_8);
            assertThat(content).isEqualTo(given().get(path + "/releases/1/bundles/" + locale).asByteArray());
            assertThat(bundle.path("digest").asText()).isEqualTo("sha256:" + Digest.of(content))
                    .isEqualTo("sha256:" + manifest.getString("bundles.find { it.locale == '" + locale + "' }.digest"));
        }
    }

    @Test
    void returnsAllLocalesInSameOrderByDefault() {
        given().get(seedPath).then().statusCode(200).body("bundles.locale", contains("de", "en", "fr"));
        assertThat(given().get(seedPath + "?locales=fr,de,en,de").asByteArray()).isEqualTo(given().get(seedPath).asByteArray());
    }

    @Test
    void signsWithActiveKeyAndCachesForever() throws Exception {
        given().get(seedPath).then().header("Cache-Control", not(containsString("immutable")));
        var key = createSigningKey("");
        var response = given().get(seedPath + "?locales=en").then().statusCode(200).header("Cache-Control", IMMUTABLE).extract();
        var seed = json(response.asString());
        assertThat(seed.path("signature").path("keyId").asText()).isEqualTo(key);
        assertThat(verifies(seed, signedText(seed))).isTrue();
        assertThat(verifies(seed, signedText(seed).replace("sha256:", "sha256:0"))).isFalse();
        given().header("If-None-Match", response.header("ETag")).get(seedPath + "?locales=en").then().statusCode(304)
                .header("Cache-Control", IMMUTABLE);
        given().head(seedPath + "?locales=en").then().statusCode(200).header("ETag", response.header("ETag"));
    }

    @Test
    void keepsSignatureOfReleaseAfterRotation() {
        var first = createSigningKey("");
        var before = given().get(seedPath).asByteArray();
        var second = createSigningKey("{}");
        assertThat(given().get(seedPath).asByteArray()).isEqualTo(before);
        given().get(KEYS).then().statusCode(200).body("keys.id", contains(second, first)).body("keys.state", contains("active", "retired"))
                .body("keys.jwk.kid", contains(second, first)).body("keys.jwk.crv", contains("Ed25519", "Ed25519"))
                .body("keys[1].retiredAt", equalTo(given().get(KEYS).jsonPath().getString("keys[0].createdAt")));
    }

    @Test
    void replacesSignatureOfRevokedKey() throws Exception {
        createSigningKey("");
        var second = createSigningKey("{\"revokeEarlier\":true}");
        var seed = json(given().get(seedPath + "?v=2").then().statusCode(200).extract().asString());
        assertThat(seed.path("signature").path("keyId").asText()).isEqualTo(second);
        assertThat(verifies(seed, signedText(seed))).isTrue();
        given().get(KEYS).then().body("keys.state", contains("active", "revoked")).body("keys[1].revokedAt", not(nullValue()));
        assertThat(transactions.call(() -> database.createNativeQuery("select count(*) from signing_key where private_key is not null",
                Long.class).getSingleResult())).isEqualTo(1L);
    }

    @Test
    void neverReturnsPrivateKey() {
        createSigningKey("");
        given().get(KEYS).then().statusCode(200).body("keys[0].keySet()", contains("id", "state", "createdAt", "jwk"))
                .body("keys[0].jwk.keySet()", contains("kty", "crv", "x", "kid", "alg", "use"));
        given().get(KEYS + "?limit=1").then().statusCode(200).body("next", nullValue());
    }

    @Test
    void pagesThroughSigningKeys() {
        var first = createSigningKey("");
        var second = createSigningKey("");
        var page = given().get(KEYS + "?limit=1").then().statusCode(200).body("keys.id", contains(second)).extract().jsonPath();
        given().get(KEYS + "?limit=1&cursor=" + page.getString("next")).then().statusCode(200).body("keys.id", contains(first))
                .body("next", nullValue());
    }

    @Test
    void onlyAdministratorsCreateSigningKeys() {
        given().contentType("application/json").post(KEYS).then().statusCode(401);
        withKey(createKey(catalog, "admin", "")).post(KEYS).then().statusCode(403);
    }

    @Test
    void followsAccessRulesOfRelease() {
        var key = createKey(catalog, "read", "");
        makePrivate(catalog);
        given().get(seedPath).then().statusCode(404).body("code", equalTo("unknown-catalog"));
        withKey(key).get(seedPath).then().statusCode(200).header("Cache-Control", "private, no-store");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "releases/1/seed?locales=ja|404|unknown-locale", "releases/1/seed?locales=en-GB|404|unknown-locale",
            "releases/1/seed?locales=|400|missing-parameter", "releases/1/seed?locales=en,,fr|400|invalid-locale",
            "releases/2/seed|404|unknown-release", "releases/0/seed|400|invalid-parameter",
            "releases/1/seed?locale=en|400|unknown-parameter"})
    void rejectsInvalidRequests(String target, int status, String code) {
        given().get(path + "/" + target).then().statusCode(status).body("code", equalTo(code));
    }

    private static String createSigningKey(String body) {
        var request = asAdministrator();
        return (body.isEmpty() ? request : request.body(body)).post(KEYS).then().statusCode(201).body("state", equalTo("active"))
                .extract().path("id");
    }

    private static String signedText(JsonNode seed) {
        var text = new StringBuilder("parlance-seed-1\n" + seed.path("catalog").asText() + "\n" + seed.path("release").asInt() + "\n"
                + seed.path("sourceLocale").asText() + "\n");
        seed.path("bundles").forEach(it -> text.append(it.path("locale").asText()).append(' ').append(it.path("digest").asText())
                .append('\n'));
        return text.toString();
    }

    private static boolean verifies(JsonNode seed, String text) throws GeneralSecurityException {
        var key = seed.path("signature").path("keyId").asText();
        var x = given().get(KEYS).jsonPath().getString("keys.find { it.id == '" + key + "' }.jwk.x");
        var littleEndian = Base64.getUrlDecoder().decode(x);
        var bytes = new byte[littleEndian.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = littleEndian[bytes.length - 1 - i];
        }
        boolean odd = bytes[0] < 0;
        bytes[0] &= 0x7f;
        var verification = Signature.getInstance("Ed25519");
        verification.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bytes)))));
        verification.update(text.getBytes(StandardCharsets.UTF_8));
        return verification.verify(Base64.getDecoder().decode(seed.path("signature").path("value").asText()));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
