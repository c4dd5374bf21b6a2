package dev.parlance.rest.administration;

import static dev.parlance.rest.AccessFixtures.PASSWORD;
import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.startSession;
import static dev.parlance.rest.AccessFixtures.withKey;
import static dev.parlance.rest.AccessFixtures.withSession;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.security.accounts.CreateFirstAdministrator;
import dev.parlance.security.authentication.KeyUsageRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests keys, members, accounts and sessions. Each test has its own catalog and accounts. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AccessApiTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "access-" + id;
    private final String path = "/v1/catalogs/" + catalog;
    private final String personName = "anna-" + id;

    @Inject
    AccessFixtures fixtures;
    @Inject
    CreateFirstAdministrator createFirstAdministrator;
    @Inject
    KeyUsageRecorder keyUsage;
    @Inject
    DataSource database;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
    }

    @ParameterizedTest
    @CsvSource({"Bearer wrong-wrong-wrong-wrong,unknown", "bearer prlc_0000000000000000_0_00000000,unknown",
            "prlc_0000000000000000_0_00000000,without-scheme", "Basic dXNlcjpwYXNz,without-scheme"})
    void saysWhyCredentialsAreRejected(String header, String reason) {
        given().header("Authorization", header).get("/v1/session").then().statusCode(401).body("arguments.credentials", equalTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer wrong-wrong-wrong-wrong", "Basic dXNlcjpwYXNz", "Bearer prlc_",
        "Bearer prlc_0000000000000000_0000000000000000000000000000000000000000000000000000000000000000_00000000", "Digest x",
                "Bearer eyJhbGciOiJub25lIn0.e30."})
    void rejectsInvalidCredentials(String header) {
        for (var requested : List.of(path + "/members", "/v1/accounts", "/v1/session", "/v1/catalogs", "/v1/catalogs/none/keys")) {
            given().header("Authorization", header).get(requested).then().statusCode(401).header("WWW-Authenticate", "Bearer")
                    .header("Cache-Control", "no-store").body("code", equalTo("unauthorized"));
        }
        given().header("Authorization", header).get(path + "/bundles/de").then().statusCode(200);
    }

    @Test
    void showsKeyOnceAndRejectsRevokedKey() throws SQLException {
        var created = asAdministrator().body("{\"name\":\"CI\",\"scopes\":[\"publish\",\"read\"],\"locales\":[\"DE\"],\"expiresAt\":\"2100-01-01T00:00:00+01:00\"}")
                .post(path + "/keys").then().statusCode(201).header("Cache-Control", "private, no-store")
                .body("scopes", contains("read", "publish")).body("locales", contains("de")).body("expiresAt",
                equalTo("2099-12-31T23:00:00Z"))
                .body("createdBy", equalTo("administrator")).extract();
        String key = created.path("key");
        assertThat(key).matches("prlc_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}").startsWith("prlc_" + created.path("id"));
        var fetched = asAdministrator().get(created.header("Location")).then().statusCode(200).body("key",
                nullValue()).extract().asString();
        assertThat(fetched + asAdministrator().get(path + "/keys").asString()).doesNotContain(key.split("_")[2]);
        assertThat(queryString("select secret_digest from api_key where id = '" + created.path("id")
                + "'")).isNotEqualTo(key.split("_")[2]).hasSize(64);

        withKey(key).body("{}").post(path + "/releases").then().statusCode(200).body("made", equalTo(false));
        withKey(key).get("/v1/session").then().statusCode(200).body("name", equalTo("key:" + created.path("id"))).body("kind",
                equalTo("key"))
                .body("catalogs.catalog", contains(catalog)).body("catalogs[0].permissions", contains("read", "read-draft", "publish"));
        withKey(withOtherSecret(key)).body("{}").post(path + "/releases").then().statusCode(401);

        asAdministrator().delete(created.header("Location")).then().statusCode(204);
        withKey(key).body("{}").post(path + "/releases").then().statusCode(401).body("code", equalTo("unauthorized"));
        asAdministrator().delete(created.header("Location")).then().statusCode(204);
        asAdministrator().get(created.header("Location")).then().body("revokedAt", notNullValue());
    }

    @Test
    void recordsLastUseOfKeys() {
        var key = createKey(catalog, "publish", "");
        var keyPath = path + "/keys/" + key.split("_")[1];
        asAdministrator().get(keyPath).then().body("lastUsedAt", nullValue());
        withKey(key).get("/v1/session").then().statusCode(200);
        keyUsage.flush();
        asAdministrator().get(keyPath).then().body("lastUsedAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|422|invalid-field", "{\"name\":\"x\"}|422|invalid-field", "{\"name\":\" \",\"scopes\":[\"read\"]}|422|invalid-field",
        "{\"name\":\"x\",\"scopes\":[]}|422|invalid-field", "{\"name\":\"x\",\"scopes\":[\"all\"]}|422|invalid-field",
        "{\"name\":\"x\",\"scopes\":[\"admin\"],\"locales\":[\"de\"]}|422|invalid-field",
        "{\"name\":\"x\",\"scopes\":[\"read\"],\"locales\":[\"d_!\"]}|400|invalid-locale",
        "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"tomorrow\"}|422|invalid-field",
        "{\"name\":\"x\",\"scopes\":[\"read\"],\"secret\":\"s\"}|400|unknown-field",
        "{\"name\":\"x\\u0000\",\"scopes\":[\"read\"]}|422|forbidden-character"})
    void rejectsInvalidKeyRequests(String body, int status, String code) throws SQLException {
        asAdministrator().body(body).post(path + "/keys").then().statusCode(status).body("code", equalTo(code));
        assertThat(queryString("select count(*) from api_key where catalog = '" + catalog + "'")).isEqualTo("0");
    }

    @Test
    void appliesMemberChangesImmediately() {
        createAccount(personName);
        var cookie = startSession(personName);
        asAdministrator().header("If-None-Match", "*").body("{\"role\":\"viewer\"}").put(path + "/members/nobody-" + id).then()
                .statusCode(404).body("code", equalTo("unknown-account"));
        var member = path + "/members/" + personName;
        asAdministrator().get(member).then().statusCode(404).body("code", equalTo("unknown-member"));
        asAdministrator().body("{\"role\":\"viewer\"}").put(member).then().statusCode(428);
        asAdministrator().header("If-Match", "\"1\"").body("{\"role\":\"viewer\"}")
                .put(member).then().statusCode(412).body("code", equalTo("stale-revision"));
        addMember(catalog, personName, "manager");
        withSession(cookie).get(path + "/members").then().statusCode(200).body("members.person", contains(personName));
        asAdministrator().header("If-None-Match", "*").body("{\"role\":\"viewer\"}").put(member).then().statusCode(412)
                .body("code", equalTo("resource-exists")).body("arguments.etag", equalTo("\"1\""));
        asAdministrator().header("If-Match", "1").body("{\"role\":\"viewer\"}").put(member).then().statusCode(400)
                .body("code", equalTo("malformed-entity-tag"));
        asAdministrator().header("If-Match", "\"7\"").body("{\"role\":\"viewer\"}")
                .put(member).then().statusCode(412).body("code", equalTo("stale-revision"));
        asAdministrator().header("If-Match", "\"1\"").body("{\"role\":\"translator\",\"locales\":[\"fr\",\"de\"]}").put(member).then()
                .statusCode(200).header("ETag", "\"2\"").body("locales", contains("de", "fr"));
        withSession(cookie).get(path + "/members").then().statusCode(403).body("code", equalTo("not-permitted"));
        asAdministrator().header("If-Match", "\"1\"").delete(member).then().statusCode(412);
        asAdministrator().delete(member).then().statusCode(428);
        asAdministrator().header("If-Match", "\"2\"").delete(member).then().statusCode(204);
        withSession(cookie).get("/v1/session").then().body("catalogs", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|422", "{\"role\":\"king\"}|422", "{\"role\":\"viewer\",\"locales\":[\"de\"]}|422",
        "{\"role\":\"manager\",\"locales\":[\"de\"]}|422", "{\"role\":\"viewer\",\"version\":3}|400"})
    void rejectsInvalidMemberRequests(String body, int status) {
        asAdministrator().header("If-None-Match", "*").body(body).put(path + "/members/oidc:somebody").then().statusCode(status);
        asAdministrator().get(path + "/members").then().body("members", equalTo(List.of()));
    }

    @Test
    void requiresApprovePermissionToSaveApprovedTexts() {
        createAccount(personName);
        addMember(catalog, personName, "translator", "de");
        var text = path + "/messages/plain/texts/";
        var tag = asAdministrator().get(text + "de").then().statusCode(200).extract().header("ETag");
        var cookie = startSession(personName);
        withSession(cookie).header("If-Match", tag).body("{\"message\":\"Schlicht\",\"state\":\"approved\"}").put(text + "de").then()
                .statusCode(403).body("code", equalTo("not-permitted"));
        withSession(cookie).header("If-Match", tag).body("{\"message\":\"Simple\"}").put(text + "fr").then()
                .statusCode(403).body("code", equalTo("locale-not-allowed")).body("arguments.allowed", equalTo("de"));
        withSession(cookie).header("If-Match", tag).body("{\"message\":\"Schlicht\"}").put(text + "de").then().statusCode(200);
        asAdministrator().header("If-Match", "\"1\"").body("{\"role\":\"reviewer\",\"locales\":[\"de\"]}")
                .put(path + "/members/" + personName).then().statusCode(200);
        tag = asAdministrator().get(text + "de").then().extract().header("ETag");
        withSession(cookie).header("If-Match", tag).body("{\"message\":\"Schlicht\",\"state\":\"approved\"}")
                .put(text + "de").then().statusCode(200);
        asAdministrator().get(path + "/changes").then().statusCode(200).body(containsString(personName));
    }

    @Test
    void hidesPrivateCatalogs() {
        given().get(path + "/bundles/de").then().statusCode(200).header("Cache-Control", CacheHeaders.CHANNEL);
        given().get(path + "/releases/1/bundles/de").then().statusCode(200);
        AccessFixtures.makePrivate(catalog);
        var unknown = given().get("/v1/catalogs/access-________/bundles/de".replace("_", "0")).then().statusCode(404).extract().asString();
        assertThat(given().get(path + "/bundles/de").then().statusCode(404).extract().asString())
                .isEqualTo(unknown.replace("access-00000000", catalog));
        given().header("If-None-Match", "*").get(path + "/releases/1/bundles/de").then().statusCode(404);
        given().get("/v1/catalogs").then().statusCode(200)
                .header("Cache-Control", CacheHeaders.CHANNEL).body("catalogs.name", not(hasItem(catalog)));
        given().get("/codes/" + catalog + "/plain").then().statusCode(404);

        var key = createKey(catalog, "read", "");
        for (int i = 0; i < 2; i++) {
            withKey(key).get(path + "/bundles/de").then().statusCode(200).header("Cache-Control", "private, no-store");
            withKey(key).get(path + "/releases/1/bundles/de").then().statusCode(200).header("Cache-Control", "private, no-store");
            given().get(path + "/bundles/de").then().statusCode(404);
        }
        withKey(key).get("/v1/catalogs").then().statusCode(200)
                .header("Cache-Control", "private, no-store").body("catalogs.name", hasItem(catalog));
        asAdministrator().body("{\"public\":true}").put(path + "/visibility").then().statusCode(200).body("public", equalTo(true));
        given().get(path + "/bundles/de").then().statusCode(200).header("Cache-Control", CacheHeaders.CHANNEL);
    }

    @Test
    void issuesHttpOnlySessionCookie() {
        createAccount(personName);
        var cookies = signIn(personName, PASSWORD).then().statusCode(204).extract().headers().getValues("Set-Cookie");
        assertThat(cookies).hasSize(2).allSatisfy(it -> assertThat(it).contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/"));
        assertThat(cookies).anySatisfy(it -> assertThat(it).startsWith("parlance-session=").contains("Max-Age=43200"))
                .anySatisfy(it -> assertThat(it).startsWith("parlance-device=").contains("Max-Age=15552000"));
        var session = startSession(personName);
        withSession(session).get("/v1/session").then().statusCode(200).body("name", equalTo(personName)).body("kind", equalTo("person"));
        withSession(session.substring(0, session.length() - 1)
                + (session.endsWith("0") ? "1" : "0")).get("/v1/session").then().statusCode(401);
        withSession(session).delete("/v1/session").then().statusCode(204);
        withSession(session).get("/v1/session").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void endsSessionsOnPasswordChangeAndDisabling() {
        createAccount(personName);
        var session = startSession(personName);
        withSession(session).body(Map.of("password", "not the right one", "newPassword", "another horse battery"))
                .put("/v1/session/password").then().statusCode(401);
        withSession(session).body(Map.of("password", PASSWORD, "newPassword", "short")).put("/v1/session/password").then()
                .statusCode(422).body("code", equalTo("invalid-password"));
        withSession(session).body(Map.of("password", PASSWORD, "newPassword", "another horse battery"))
                .put("/v1/session/password").then().statusCode(204);
        withSession(session).get("/v1/session").then().statusCode(401);
        signIn(personName, PASSWORD).then().statusCode(401);
        var next = signIn(personName, "another horse battery").then().statusCode(204).extract().cookie("parlance-session");
        withSession(next).get("/v1/session").then().statusCode(200);
        asAdministrator().header("If-Match", "\"2\"").body("{\"disabled\":true}").patch("/v1/accounts/" + personName).then().statusCode(200)
                .header("ETag", "\"3\"");
        withSession(next).get("/v1/session").then().statusCode(401);
        signIn(personName, "another horse battery").then().statusCode(401).body("code", equalTo("sign-in-failed"));
        withKey(createKey(catalog, "admin", "")).body(Map.of("password", PASSWORD, "newPassword", PASSWORD))
                .put("/v1/session/password").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Sec-Fetch-Site,none", "Origin,https://elsewhere.example",
            "Origin,null", "Accept,*/*"})
    void rejectsCrossSiteWrites(String header, String value) throws SQLException {
        createAccount(personName);
        addMember(catalog, personName, "manager");
        var cookie = startSession(personName);
        var foreign = given().header("Cookie", "parlance-session=" + cookie).header(header, value).contentType("application/json");
        foreign.body("{\"name\":\"x\",\"scopes\":[\"admin\"]}").post(path + "/keys").then().statusCode(403).body("code",
                equalTo("cross-site"));
        assertThat(queryString("select count(*) from api_key where catalog = '" + catalog + "'")).isEqualTo("0");
        given().header("Cookie", "parlance-session=" + cookie).header(header, value).get(path + "/members").then().statusCode(200);
        given().header("Cookie", "parlance-session=" + cookie)
                .header(header, value).contentType("text/plain").body("x").post(path + "/keys").then().statusCode(415);
    }

    @Test
    void allowsSameOriginWrites() {
        createAccount(personName);
        addMember(catalog, personName, "manager");
        var cookie = startSession(personName);
        withSession(cookie).body("{\"name\":\"x\",\"scopes\":[\"read\"]}").post(path + "/keys").then().statusCode(201);
        given().header("Cookie", "parlance-session=" + cookie).header("Host", "parlance.example")
                .header("Origin", "https://parlance.example")
                .contentType("application/json").body("{\"name\":\"x\",\"scopes\":[\"read\"]}").post(path + "/keys").then().statusCode(201);
        given().header("Origin", "https://elsewhere.example").contentType("application/json")
                .body(Map.of("name", personName, "password", PASSWORD))
                .post("/v1/session").then().statusCode(403).body("code", equalTo("cross-site"));
    }

    @Test
    void rejectsPreflightOfWrites() {
        given().header("Origin", "https://elsewhere.example").header("Access-Control-Request-Method", "PUT").options(path + "/visibility")
                .then()
                .header("Access-Control-Allow-Origin", nullValue()).header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void throttlesFailedSignInsForKnownAndUnknownNames() {
        createAccount(personName);
        for (var name : List.of(personName, "nobody-" + id)) {
            String previous = null;
            for (int i = 0; i < 10; i++) {
                var response = signIn(name, "wrong " + i).then().statusCode(401).header("WWW-Authenticate", "Bearer")
                        .body("code", equalTo("sign-in-failed")).extract().asString();
                assertThat(response).isEqualTo(previous == null ? response : previous);
                previous = response;
            }
            var retryAfter = signIn(name, PASSWORD).then().statusCode(429).body("code", equalTo("too-many-attempts")).extract()
                    .header("Retry-After");
            assertThat(Integer.parseInt(retryAfter)).isBetween(600, 901);
        }
    }

    @Test
    void letsKnownDeviceSignInWhileOthersAreThrottled() {
        createAccount(personName);
        var device = signIn(personName, PASSWORD).then().statusCode(204).extract().cookie("parlance-device");
        for (int i = 0; i < 10; i++) {
            signInFrom("198.51.100." + i, "wrong").then().statusCode(401);
        }
        signInFrom("203.0.113.1", PASSWORD).then().statusCode(429);
        var credentials = Map.of("name", personName, "password", PASSWORD);
        given().contentType("application/json").cookie("parlance-device", device).body(credentials)
                .post("/v1/session").then().statusCode(204);
        given().contentType("application/json").cookie("parlance-session", device).get("/v1/session").then().statusCode(401);
    }

    /** No proxy is configured, so the address in the header must be ignored. */
    private Response signInFrom(String forwardedFor, String password) {
        return given().contentType("application/json").header("X-Forwarded-For", forwardedFor)
                .header("Forwarded", "for=" + forwardedFor).body(Map.of("name", personName, "password", password)).post("/v1/session");
    }

    @Test
    void rejectsPasswordsThatAreEasyToGuess() {
        for (var password : List.of("passwordpassword", "aaaaaaaaaaaaaaa", personName + personName)) {
            asAdministrator().body(Map.of("name", personName, "displayName", "A", "password", password)).post("/v1/accounts").then()
                    .statusCode(422).body("code", equalTo("common-password"));
        }
        createAccount(personName);
        withSession(startSession(personName)).body(Map.of("password", PASSWORD, "newPassword", "password12345678"))
                .put("/v1/session/password").then().statusCode(422).body("code", equalTo("common-password"));
    }

    @Test
    void requiresSecondPersonBehindKeysAndNewAccounts() {
        asAdministrator().header("If-Match", etag(path + "/draft")).body("{\"twoPersonRule\":true}").patch(path).then().statusCode(200);
        createAccount(personName);
        addMember(catalog, personName, "manager");
        withSession(startSession(personName)).body(Map.of("password", PASSWORD, "newPassword", "another horse battery"))
                .put("/v1/session/password").then().statusCode(204);
        var session = signIn(personName, "another horse battery").then().statusCode(204).extract().cookie("parlance-session");
        var key = withSession(session).body("{\"name\":\"k\",\"scopes\":[\"admin\"]}").post(path + "/keys").then().statusCode(201)
                .extract().<String>path("key");
        var keyOfKey = withKey(key).body("{\"name\":\"k\",\"scopes\":[\"admin\"]}").post(path + "/keys").then().statusCode(201)
                .extract().<String>path("key");
        var text = path + "/messages/plain/texts/de";
        withSession(session).header("If-Match", etag(text)).body("{\"message\":\"Schlicht\"}").put(text).then().statusCode(200);
        withKey(key).delete(path + "/keys/" + key.split("_")[1]).then().statusCode(204);
        withKey(keyOfKey).header("If-Match", etag(text)).body("{\"message\":\"Schlicht\",\"state\":\"approved\"}").put(text).then()
                .statusCode(409).body("code", equalTo("second-person-needed"));

        var reviewer = "reviewer-" + id;
        createAccount(reviewer);
        addMember(catalog, reviewer, "reviewer");
        asAdministrator().header("If-Match", etag(text)).body("{\"message\":\"Einfach\"}").put(text).then().statusCode(200);
        withSession(startSession(reviewer)).header("If-Match", etag(text))
                .body("{\"message\":\"Einfach\",\"state\":\"approved\"}").put(text)
                .then().statusCode(409).body("code", equalTo("second-person-needed"));
        withKey(keyOfKey).header("If-Match", etag(text)).body("{\"message\":\"Einfach\",\"state\":\"approved\"}").put(text).then()
                .statusCode(200);
    }

    private static String etag(String resource) {
        return asAdministrator().get(resource).then().statusCode(200).extract().header("ETag");
    }

    @Test
    void keepsLastAdministrator() {
        asAdministrator().body(Map.of("name", personName, "displayName", "Anna", "password", PASSWORD, "administrator",
                true)).post("/v1/accounts").then().statusCode(201);
        var administrators = asAdministrator().get("/v1/accounts?limit=500").then().statusCode(200).extract()
                .<String>path("accounts.findAll { it.administrator && !it.disabled }.name.join(',')");
        assertThat(administrators).isEqualTo(personName);
        for (var change : List.of("{\"administrator\":false}", "{\"disabled\":true}")) {
            asAdministrator().header("If-Match",
                    "\"1\"").body(change).patch("/v1/accounts/" + personName).then().statusCode(409).body("code", equalTo("last-admin"));
        }
        var secondAdministrator = "bela-" + id;
        asAdministrator().body(Map.of("name", secondAdministrator, "displayName", "Béla", "password", PASSWORD, "administrator",
                true)).post("/v1/accounts").then().statusCode(201);
        asAdministrator().header("If-Match",
                "\"1\"").contentType("application/merge-patch+json").body("{\"administrator\":false}").patch("/v1/accounts/" + personName)
                .then().statusCode(200);
        asAdministrator().header("If-Match",
                "\"1\"").body("{\"administrator\":false}").patch("/v1/accounts/" + secondAdministrator).then().statusCode(409);
        execute("update account set administrator = false where name = '" + secondAdministrator + "'");
    }

    @Test
    void reportsConflictOfConcurrentAccountCreation() throws Exception {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into account (name, display_name, password_hash, administrator, disabled, created_at, sessions_from, version)"
                    + " values ('" + personName + "', 'Anna', '$2a$04$" + "x".repeat(53) + "', false, false, now(), now(), 1)");
            var other = CompletableFuture.supplyAsync(() ->
                    asAdministrator().body(Map.of("name", personName, "displayName", "A", "password", PASSWORD)).post("/v1/accounts"));
            ShippedCatalogsReady.await("the other to wait for the name", () -> countWaitingInserts() > 0);
            connection.commit();
            other.get().then().statusCode(409).body("code", equalTo("already-exists"));
        }
    }

    private int countWaitingInserts() {
        try {
            return Integer.parseInt(queryString("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into account %'"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void createsFirstAdministratorByOneTimeToken() throws SQLException {
        execute("delete from first_administrator");
        var setupToken = createFirstAdministrator.issueToken().orElseThrow();
        assertThat(createFirstAdministrator.issueToken()).isEmpty();
        given().get("/v1/session/status").then().statusCode(200).header("Cache-Control", equalTo("no-store"))
                .body("firstAdministrator", equalTo(true)).body("provider", equalTo(false)).body("signedIn", equalTo(false));
        assertThat(queryString("select token_digest from first_administrator")).isNotEqualTo(setupToken.token());
        var account = Map.of("name", personName, "displayName", "Anna", "password", PASSWORD);
        given().contentType("application/json").body(withToken(account, "wrong")).post("/v1/first-administrator").then().statusCode(401);
        given().contentType("application/json").body(withToken(account, setupToken.token())).post("/v1/first-administrator").then()
                .statusCode(201).body("administrator", equalTo(true));
        given().contentType("application/json").body(withToken(Map.of("name", "second-" + id, "displayName", "S", "password", PASSWORD),
                setupToken.token()))
                .post("/v1/first-administrator").then().statusCode(401);
        assertThat(createFirstAdministrator.issueToken()).isEmpty();
        withSession(startSession(personName)).get("/v1/accounts").then().statusCode(200);
        withSession(startSession(personName)).get("/v1/session/status").then().body("firstAdministrator", equalTo(false))
                .body("signedIn", equalTo(true)).body("accounts", equalTo(true));
        execute("update account set administrator = false where name = '" + personName + "'");
    }

    @Test
    void rejectsExpiredSetupToken() {
        execute("delete from first_administrator");
        var setupToken = createFirstAdministrator.issueToken().orElseThrow();
        execute("update first_administrator set expires_at = now() - interval '1 second'");
        given().contentType("application/json").body(withToken(Map.of("name", personName, "displayName", "Anna", "password", PASSWORD),
                setupToken.token()))
                .post("/v1/first-administrator").then().statusCode(401).body("code", equalTo("sign-in-failed"));
        assertThat(createFirstAdministrator.issueToken()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"administrator,400", "parlance,400", "oidc:x,400", "A,400", "a b,400", "../x,400"})
    void rejectsInvalidAccountNames(String name, int status) {
        asAdministrator().body(Map.of("name", name, "displayName", "x", "password",
                PASSWORD)).post("/v1/accounts").then().statusCode(status);
    }

    @Test
    void appliesChangesMadeInTheDatabase() {
        createAccount(personName);
        var session = startSession(personName);
        execute("update account set disabled = true where name = '" + personName + "'");
        ShippedCatalogsReady.await("the account to be disabled here", () -> withSession(session).get("/v1/session").statusCode() == 401);
    }

    private static Map<String, String> withToken(Map<String, String> account, String token) {
        var all = new HashMap<>(account);
        all.put("token", token);
        return all;
    }

    private static Response signIn(String name, String password) {
        return given().contentType("application/json").body(Map.of("name", name, "password", password)).post("/v1/session");
    }

    /** Returns the key with another secret and a valid checksum. */
    private static String withOtherSecret(String key) {
        var start = key.substring(0, key.lastIndexOf('_') - 1) + (key.charAt(key.lastIndexOf('_') - 1) == '0' ? '1' : '0');
        var sum = new CRC32();
        sum.update(start.getBytes(StandardCharsets.US_ASCII));
        return start + "_" + String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private String queryString(String query) throws SQLException {
        try (var connection = database.getConnection(); var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
