package dev.parlance.rest.administration;

import static dev.parlance.rest.Actors.PASSWORD;
import static dev.parlance.rest.Actors.account;
import static dev.parlance.rest.Actors.admin;
import static dev.parlance.rest.Actors.as;
import static dev.parlance.rest.Actors.bearer;
import static dev.parlance.rest.Actors.key;
import static dev.parlance.rest.Actors.member;
import static dev.parlance.rest.Actors.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.rest.Actors;
import dev.parlance.rest.http.Caching;
import dev.parlance.security.accounts.FirstAdministrator;
import dev.parlance.security.authentication.KeyUsage;
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

/** Keys, members, accounts and sessions, each test in a catalog and with people of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccessApiTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "access-" + id;
    private final String path = "/v1/catalogs/" + catalog;
    private final String anna = "anna-" + id;

    @Inject
    Actors actors;
    @Inject
    FirstAdministrator first;
    @Inject
    KeyUsage uses;
    @Inject
    DataSource database;

    @BeforeEach
    void aCatalog() {
        actors.catalog(catalog);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer wrong-wrong-wrong-wrong", "Basic dXNlcjpwYXNz", "Bearer prlc_",
        "Bearer prlc_0000000000000000_0000000000000000000000000000000000000000000000000000000000000000_00000000", "Digest x", "Bearer eyJhbGciOiJub25lIn0.e30."})
    void credentialsThatNobodyAcceptsAreRefusedWhateverIsAsked(String header) {
        for (var asked : List.of(path + "/members", "/v1/accounts", "/v1/session", "/v1/catalogs", "/v1/catalogs/none/keys")) {
            given().header("Authorization", header).get(asked).then().statusCode(401).header("WWW-Authenticate", "Bearer")
                    .header("Cache-Control", "no-store").body("code", equalTo("unauthorized"));
        }
        given().header("Authorization", header).get(path + "/bundles/de").then().statusCode(200);
    }

    @Test
    void aKeyIsShownOnceAndIsRefusedAsSoonAsItIsRevoked() throws SQLException {
        var made = admin().body("{\"name\":\"CI\",\"scopes\":[\"publish\",\"read\"],\"locales\":[\"DE\"],\"expiresAt\":\"2100-01-01T00:00:00+01:00\"}")
                .post(path + "/keys").then().statusCode(201).header("Cache-Control", "private, no-store")
                .body("scopes", contains("read", "publish")).body("locales", contains("de")).body("expiresAt", equalTo("2099-12-31T23:00:00Z"))
                .body("createdBy", equalTo("administrator")).extract();
        String key = made.path("key");
        assertThat(key).matches("prlc_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}").startsWith("prlc_" + made.path("id"));
        var shown = admin().get(made.header("Location")).then().statusCode(200).body("key", nullValue()).extract().asString();
        assertThat(shown + admin().get(path + "/keys").asString()).doesNotContain(key.split("_")[2]);
        assertThat(stored("select secret_digest from api_key where id = '" + made.path("id") + "'")).isNotEqualTo(key.split("_")[2]).hasSize(64);

        bearer(key).body("{}").post(path + "/releases").then().statusCode(200).body("made", equalTo(false));
        bearer(key).get("/v1/session").then().statusCode(200).body("name", equalTo("key:" + made.path("id"))).body("kind", equalTo("key"))
                .body("catalogs.catalog", contains(catalog)).body("catalogs[0].permissions", contains("read", "read-draft", "publish"));
        bearer(flipped(key)).body("{}").post(path + "/releases").then().statusCode(401);

        admin().delete(made.header("Location")).then().statusCode(204);
        bearer(key).body("{}").post(path + "/releases").then().statusCode(401).body("code", equalTo("unauthorized"));
        admin().delete(made.header("Location")).then().statusCode(204);
        admin().get(made.header("Location")).then().body("revokedAt", notNullValue());
    }

    @Test
    void whenAKeyWasLastUsedIsWrittenBesideTheRequest() {
        var key = key(catalog, "publish", "");
        var shown = path + "/keys/" + key.split("_")[1];
        admin().get(shown).then().body("lastUsedAt", nullValue());
        bearer(key).get("/v1/session").then().statusCode(200);
        uses.flush();
        admin().get(shown).then().body("lastUsedAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|422|invalid-field", "{\"name\":\"x\"}|422|invalid-field", "{\"name\":\" \",\"scopes\":[\"read\"]}|422|invalid-field",
        "{\"name\":\"x\",\"scopes\":[]}|422|invalid-field", "{\"name\":\"x\",\"scopes\":[\"all\"]}|422|invalid-field",
        "{\"name\":\"x\",\"scopes\":[\"admin\"],\"locales\":[\"de\"]}|422|invalid-field", "{\"name\":\"x\",\"scopes\":[\"read\"],\"locales\":[\"d_!\"]}|400|invalid-locale",
        "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"tomorrow\"}|422|invalid-field", "{\"name\":\"x\",\"scopes\":[\"read\"],\"secret\":\"s\"}|400|unknown-field",
        "{\"name\":\"x\\u0000\",\"scopes\":[\"read\"]}|422|forbidden-character"})
    void aKeyThatCannotBeIsNotMade(String body, int status, String code) throws SQLException {
        admin().body(body).post(path + "/keys").then().statusCode(status).body("code", equalTo(code));
        assertThat(stored("select count(*) from api_key where catalog = '" + catalog + "'")).isEqualTo("0");
    }

    @Test
    void aMemberIsMadeChangedAndRemovedWithIfMatchAndTheRightsFollowAtOnce() {
        account(anna);
        var cookie = session(anna);
        admin().header("If-None-Match", "*").body("{\"role\":\"viewer\"}").put(path + "/members/nobody-" + id).then()
                .statusCode(404).body("code", equalTo("unknown-account"));
        var member = path + "/members/" + anna;
        admin().get(member).then().statusCode(404).body("code", equalTo("unknown-member"));
        admin().body("{\"role\":\"viewer\"}").put(member).then().statusCode(428);
        admin().header("If-Match", "\"1\"").body("{\"role\":\"viewer\"}").put(member).then().statusCode(412).body("code", equalTo("stale-revision"));
        member(catalog, anna, "manager");
        as(cookie).get(path + "/members").then().statusCode(200).body("members.person", contains(anna));
        admin().header("If-None-Match", "*").body("{\"role\":\"viewer\"}").put(member).then().statusCode(412);
        admin().header("If-Match", "\"7\"").body("{\"role\":\"viewer\"}").put(member).then().statusCode(412).body("code", equalTo("stale-revision"));
        admin().header("If-Match", "\"1\"").body("{\"role\":\"translator\",\"locales\":[\"fr\",\"de\"]}").put(member).then()
                .statusCode(200).header("ETag", "\"2\"").body("locales", contains("de", "fr"));
        as(cookie).get(path + "/members").then().statusCode(403).body("code", equalTo("not-permitted"));
        admin().header("If-Match", "\"1\"").delete(member).then().statusCode(412);
        admin().delete(member).then().statusCode(428);
        admin().header("If-Match", "\"2\"").delete(member).then().statusCode(204);
        as(cookie).get("/v1/session").then().body("catalogs", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|422", "{\"role\":\"king\"}|422", "{\"role\":\"viewer\",\"locales\":[\"de\"]}|422",
        "{\"role\":\"manager\",\"locales\":[\"de\"]}|422", "{\"role\":\"viewer\",\"version\":3}|400"})
    void aMemberThatCannotBeIsNotMade(String body, int status) {
        admin().header("If-None-Match", "*").body(body).put(path + "/members/oidc:somebody").then().statusCode(status);
        admin().get(path + "/members").then().body("members", equalTo(List.of()));
    }

    @Test
    void whoTranslatesApprovesNothingByTheWay() {
        account(anna);
        member(catalog, anna, "translator", "de");
        var text = path + "/messages/plain/texts/";
        var tag = admin().get(text + "de").then().statusCode(200).extract().header("ETag");
        var cookie = session(anna);
        as(cookie).header("If-Match", tag).body("{\"message\":\"Schlicht\",\"state\":\"approved\"}").put(text + "de").then()
                .statusCode(403).body("code", equalTo("not-permitted"));
        as(cookie).header("If-Match", tag).body("{\"message\":\"Simple\"}").put(text + "fr").then()
                .statusCode(403).body("code", equalTo("locale-not-allowed")).body("arguments.allowed", equalTo("de"));
        as(cookie).header("If-Match", tag).body("{\"message\":\"Schlicht\"}").put(text + "de").then().statusCode(200);
        admin().header("If-Match", "\"1\"").body("{\"role\":\"reviewer\",\"locales\":[\"de\"]}").put(path + "/members/" + anna).then().statusCode(200);
        tag = admin().get(text + "de").then().extract().header("ETag");
        as(cookie).header("If-Match", tag).body("{\"message\":\"Schlicht\",\"state\":\"approved\"}").put(text + "de").then().statusCode(200);
        admin().get(path + "/changes").then().statusCode(200).body(containsString(anna));
    }

    @Test
    void whatIsNotForEverybodyIsInNoListAndOnNoShortWay() {
        given().get(path + "/bundles/de").then().statusCode(200).header("Cache-Control", Caching.CHANNEL);
        given().get(path + "/releases/1/bundles/de").then().statusCode(200);
        Actors.close(catalog);
        var unknown = given().get("/v1/catalogs/access-________/bundles/de".replace("_", "0")).then().statusCode(404).extract().asString();
        assertThat(given().get(path + "/bundles/de").then().statusCode(404).extract().asString())
                .isEqualTo(unknown.replace("access-00000000", catalog));
        given().header("If-None-Match", "*").get(path + "/releases/1/bundles/de").then().statusCode(404);
        given().get("/v1/catalogs").then().statusCode(200).header("Cache-Control", Caching.CHANNEL).body("catalogs.name", not(hasItem(catalog)));
        given().get("/codes/" + catalog + "/plain").then().statusCode(404);

        var key = key(catalog, "read", "");
        for (int i = 0; i < 2; i++) {
            bearer(key).get(path + "/bundles/de").then().statusCode(200).header("Cache-Control", "private, no-store");
            bearer(key).get(path + "/releases/1/bundles/de").then().statusCode(200).header("Cache-Control", "private, no-store");
            given().get(path + "/bundles/de").then().statusCode(404);
        }
        bearer(key).get("/v1/catalogs").then().statusCode(200).header("Cache-Control", "private, no-store").body("catalogs.name", hasItem(catalog));
        admin().body("{\"public\":true}").put(path + "/visibility").then().statusCode(200).body("public", equalTo(true));
        given().get(path + "/bundles/de").then().statusCode(200).header("Cache-Control", Caching.CHANNEL);
    }

    @Test
    void aSessionIsACookieThatNoScriptReadsAndThatEnds() {
        account(anna);
        var cookie = given().contentType("application/json").body(Map.of("name", anna, "password", PASSWORD)).post("/v1/session").then()
                .statusCode(204).extract().header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=43200");
        var session = session(anna);
        as(session).get("/v1/session").then().statusCode(200).body("name", equalTo(anna)).body("kind", equalTo("person"));
        as(session.substring(0, session.length() - 1) + (session.endsWith("0") ? "1" : "0")).get("/v1/session").then().statusCode(401);
        as(session).delete("/v1/session").then().statusCode(204);
        as(session).get("/v1/session").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aNewPasswordAndDisablingEndSessions() {
        account(anna);
        var session = session(anna);
        as(session).body(Map.of("password", "not the right one", "newPassword", "another horse battery")).put("/v1/session/password").then().statusCode(401);
        as(session).body(Map.of("password", PASSWORD, "newPassword", "short")).put("/v1/session/password").then()
                .statusCode(422).body("code", equalTo("invalid-password"));
        as(session).body(Map.of("password", PASSWORD, "newPassword", "another horse battery")).put("/v1/session/password").then().statusCode(204);
        as(session).get("/v1/session").then().statusCode(401);
        signIn(anna, PASSWORD).then().statusCode(401);
        var next = signIn(anna, "another horse battery").then().statusCode(204).extract().cookie("parlance-session");
        as(next).get("/v1/session").then().statusCode(200);
        admin().header("If-Match", "\"2\"").body("{\"disabled\":true}").patch("/v1/accounts/" + anna).then().statusCode(200).header("ETag", "\"3\"");
        as(next).get("/v1/session").then().statusCode(401);
        signIn(anna, "another horse battery").then().statusCode(401).body("code", equalTo("sign-in-failed"));
        bearer(key(catalog, "admin", "")).body(Map.of("password", PASSWORD, "newPassword", PASSWORD)).put("/v1/session/password").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Sec-Fetch-Site,none", "Origin,https://elsewhere.example", "Origin,null", "Accept,*/*"})
    void aPageElsewhereDoesNothingWithTheCookie(String header, String value) throws SQLException {
        account(anna);
        member(catalog, anna, "manager");
        var cookie = session(anna);
        var foreign = given().header("Cookie", "parlance-session=" + cookie).header(header, value).contentType("application/json");
        foreign.body("{\"name\":\"x\",\"scopes\":[\"admin\"]}").post(path + "/keys").then().statusCode(403).body("code", equalTo("cross-site"));
        assertThat(stored("select count(*) from api_key where catalog = '" + catalog + "'")).isEqualTo("0");
        given().header("Cookie", "parlance-session=" + cookie).header(header, value).get(path + "/members").then().statusCode(200);
        given().header("Cookie", "parlance-session=" + cookie).header(header, value).contentType("text/plain").body("x").post(path + "/keys").then().statusCode(415);
    }

    @Test
    void aPageOfOursMay() {
        account(anna);
        member(catalog, anna, "manager");
        var cookie = session(anna);
        as(cookie).body("{\"name\":\"x\",\"scopes\":[\"read\"]}").post(path + "/keys").then().statusCode(201);
        given().header("Cookie", "parlance-session=" + cookie).header("Host", "parlance.example").header("Origin", "https://parlance.example")
                .contentType("application/json").body("{\"name\":\"x\",\"scopes\":[\"read\"]}").post(path + "/keys").then().statusCode(201);
        given().header("Origin", "https://elsewhere.example").contentType("application/json").body(Map.of("name", anna, "password", PASSWORD))
                .post("/v1/session").then().statusCode(403).body("code", equalTo("cross-site"));
    }

    @Test
    void noPageElsewhereMaySendAPut() {
        given().header("Origin", "https://elsewhere.example").header("Access-Control-Request-Method", "PUT").options(path + "/visibility").then()
                .header("Access-Control-Allow-Origin", nullValue()).header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void whoGuessesHasToWaitWhetherTheNameIsKnownOrNot() {
        account(anna);
        for (var name : List.of(anna, "nobody-" + id)) {
            String wrong = null;
            for (int i = 0; i < 10; i++) {
                var answer = signIn(name, "wrong " + i).then().statusCode(401).header("WWW-Authenticate", "Bearer")
                        .body("code", equalTo("sign-in-failed")).extract().asString();
                assertThat(answer).isEqualTo(wrong == null ? answer : wrong);
                wrong = answer;
            }
            var wait = signIn(name, PASSWORD).then().statusCode(429).body("code", equalTo("too-many-attempts")).extract().header("Retry-After");
            assertThat(Integer.parseInt(wait)).isBetween(600, 901);
        }
    }

    @Test
    void somebodyStaysAdministrator() {
        admin().body(Map.of("name", anna, "displayName", "Anna", "password", PASSWORD, "administrator", true)).post("/v1/accounts").then().statusCode(201);
        var others = admin().get("/v1/accounts?limit=500").then().statusCode(200).extract()
                .<String>path("accounts.findAll { it.administrator && !it.disabled }.name.join(',')");
        assertThat(others).isEqualTo(anna);
        for (var change : List.of("{\"administrator\":false}", "{\"disabled\":true}")) {
            admin().header("If-Match", "\"1\"").body(change).patch("/v1/accounts/" + anna).then().statusCode(409).body("code", equalTo("last-admin"));
        }
        var bela = "bela-" + id;
        admin().body(Map.of("name", bela, "displayName", "Béla", "password", PASSWORD, "administrator", true)).post("/v1/accounts").then().statusCode(201);
        admin().header("If-Match", "\"1\"").contentType("application/merge-patch+json").body("{\"administrator\":false}").patch("/v1/accounts/" + anna)
                .then().statusCode(200);
        admin().header("If-Match", "\"1\"").body("{\"administrator\":false}").patch("/v1/accounts/" + bela).then().statusCode(409);
        quietly("update account set administrator = false where name = '" + bela + "'");
    }

    @Test
    void ofTwoWhoMakeTheSameAccountAtOnceOneIsTold() throws Exception {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into account (name, display_name, password_hash, administrator, disabled, created_at, sessions_from, version)"
                    + " values ('" + anna + "', 'Anna', '$2a$04$" + "x".repeat(53) + "', false, false, now(), now(), 1)");
            var other = CompletableFuture.supplyAsync(() -> admin().body(Map.of("name", anna, "displayName", "A", "password", PASSWORD)).post("/v1/accounts"));
            Ready.await("the other to wait for the name", () -> waiting() > 0);
            connection.commit();
            other.get().then().statusCode(409).body("code", equalTo("already-exists"));
        }
    }

    private int waiting() {
        try {
            return Integer.parseInt(stored("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into account %'"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFirstAdministratorComesByATokenThatHoldsOnce() throws SQLException {
        quietly("delete from first_administrator");
        var offer = first.offer().orElseThrow();
        assertThat(first.offer()).isEmpty();
        assertThat(stored("select token_digest from first_administrator")).isNotEqualTo(offer.token());
        var wanted = Map.of("name", anna, "displayName", "Anna", "password", PASSWORD);
        given().contentType("application/json").body(with(wanted, "wrong")).post("/v1/first-administrator").then().statusCode(401);
        given().contentType("application/json").body(with(wanted, offer.token())).post("/v1/first-administrator").then()
                .statusCode(201).body("administrator", equalTo(true));
        given().contentType("application/json").body(with(Map.of("name", "second-" + id, "displayName", "S", "password", PASSWORD), offer.token()))
                .post("/v1/first-administrator").then().statusCode(401);
        assertThat(first.offer()).isEmpty();
        as(session(anna)).get("/v1/accounts").then().statusCode(200);
        quietly("update account set administrator = false where name = '" + anna + "'");
    }

    @Test
    void aTokenThatWasNotUsedInTimeIsNone() {
        quietly("delete from first_administrator");
        var offer = first.offer().orElseThrow();
        quietly("update first_administrator set expires_at = now() - interval '1 second'");
        given().contentType("application/json").body(with(Map.of("name", anna, "displayName", "Anna", "password", PASSWORD), offer.token()))
                .post("/v1/first-administrator").then().statusCode(401).body("code", equalTo("sign-in-failed"));
        assertThat(first.offer()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"administrator,400", "parlance,400", "oidc:x,400", "A,400", "a b,400", "../x,400"})
    void noAccountIsCalledSo(String name, int status) {
        admin().body(Map.of("name", name, "displayName", "x", "password", PASSWORD)).post("/v1/accounts").then().statusCode(status);
    }

    @Test
    void whatAnybodyDoesPastTheServiceIsFollowedToo() {
        account(anna);
        var session = session(anna);
        quietly("update account set disabled = true where name = '" + anna + "'");
        Ready.await("the account to be disabled here", () -> as(session).get("/v1/session").statusCode() == 401);
    }

    private static Map<String, String> with(Map<String, String> wanted, String token) {
        var all = new HashMap<>(wanted);
        all.put("token", token);
        return all;
    }

    private static Response signIn(String name, String password) {
        return given().contentType("application/json").body(Map.of("name", name, "password", password)).post("/v1/session");
    }

    /** Another secret, with its right checksum. */
    private static String flipped(String key) {
        var start = key.substring(0, key.lastIndexOf('_') - 1) + (key.charAt(key.lastIndexOf('_') - 1) == '0' ? '1' : '0');
        var sum = new CRC32();
        sum.update(start.getBytes(StandardCharsets.US_ASCII));
        return start + "_" + String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private String stored(String query) throws SQLException {
        try (var connection = database.getConnection(); var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void quietly(String sql) {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
