package dev.parlance.rest.administration;

import static dev.parlance.rest.AccessFixtures.PASSWORD;
import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.makePrivate;
import static dev.parlance.rest.AccessFixtures.startSession;
import static dev.parlance.rest.AccessFixtures.withKey;
import static dev.parlance.rest.AccessFixtures.withSession;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.audit.AuditLog;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the audit log and the history of access changes. Each test has its own catalog and accounts. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AuditApiTest {
    private static final Logger LOGGER = Logger.getLogger(AuditLog.CATEGORY);

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "audit-" + id;
    private final String path = "/v1/catalogs/" + catalog;
    private final String personName = "anna-" + id;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @Inject
    AccessFixtures fixtures;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(handler);
    }

    @Test
    void logsAccountsMembersAndKeysWithoutSecrets() {
        createAccount(personName);
        addMember(catalog, personName, "reviewer", "de");
        var key = createKey(catalog, "publish", "");
        var keyId = key.split("_")[1];
        asAdministrator().delete(path + "/keys/" + keyId).then().statusCode(204);
        asAdministrator().header("If-Match", "\"1\"").body("{\"role\":\"viewer\",\"locales\":[]}").put(path + "/members/" + personName)
                .then().statusCode(200);
        asAdministrator().header("If-Match", "\"2\"").delete(path + "/members/" + personName).then().statusCode(204);
        asAdministrator().header("If-Match", "\"1\"").body("{\"disabled\":true}").patch("/v1/accounts/" + personName).then()
                .statusCode(200);
        asAdministrator().header("If-Match", "\"2\"").body(Map.of("disabled", false, "password", "another horse battery"))
                .patch("/v1/accounts/" + personName).then().statusCode(200);
        assertThat(actions()).containsExactly("account-created", "member-added", "key-created", "key-revoked", "member-changed",
                "member-removed", "account-disabled", "account-enabled", "password-changed");
        assertThat(lines).allMatch(it -> it.contains(" actor=administrator client=127.0.0.1 request="));
        assertThat(lines.get(1)).endsWith(" catalog=" + catalog + " person=" + personName + " role=reviewer locales=de");
        assertThat(lines.get(2)).endsWith(" catalog=" + catalog + " key=" + keyId + " scopes=publish");
        assertThat(lines.toString()).doesNotContain(PASSWORD, "another horse battery", key.split("_")[2], "Bearer");
    }

    @Test
    void logsReleasesMovesAndVisibility() {
        asAdministrator().header("If-Match", "\"1\"").body("{\"release\":1}").put(path + "/channels/production").then().statusCode(200);
        assertThat(actions()).as("the channel is there already").isEmpty();
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(200);
        assertThat(actions()).as("the draft is unchanged").isEmpty();
        asAdministrator().header("If-None-Match", "*").body("{\"state\":\"translated\",\"message\":\"Plain\"}").body("{\"release\":1}")
                .put(path + "/channels/beta").then().statusCode(200);
        makePrivate(catalog);
        makePrivate(catalog);
        assertThat(actions().get(0)).isEqualTo("channel-moved");
        assertThat(lines.get(0)).endsWith(" catalog=" + catalog + " channel=beta from=none to=1");
        assertThat(actions().stream().filter("visibility-changed"::equals).count()).isLessThanOrEqualTo(1);
    }

    @Test
    void logsFailedSignInsOfAccounts() {
        createAccount(personName);
        lines.clear();
        signIn(personName, "wrong horse battery");
        signIn("my password typed here", PASSWORD);
        assertThat(actions()).containsExactly("sign-in-failed", "sign-in-failed");
        assertThat(lines.get(0)).contains(" actor=anonymous client=127.0.0.1 ").endsWith(" account=" + personName);
        assertThat(lines.get(1)).endsWith(" account=unknown");
        assertThat(lines.toString()).doesNotContain("wrong horse", "my password", PASSWORD);
    }

    @Test
    void logsSignInsWithAddress() {
        createAccount(personName);
        lines.clear();
        startSession(personName);
        assertThat(lines).singleElement().asString().startsWith("action=signed-in actor=anonymous client=127.0.0.1 ")
                .endsWith(" account=" + personName).doesNotContain(PASSWORD);
    }

    @Test
    void logsPasswordChangesOfOwner() {
        createAccount(personName);
        lines.clear();
        AccessFixtures.takeOver(personName);
        assertThat(lines).filteredOn(it -> it.startsWith("action=password-changed actor=" + personName + " ")).singleElement().asString()
                .endsWith(" account=" + personName);
    }

    @Test
    void logsIdOfRequestAndReturnsIt() {
        var generated = asAdministrator().body("{\"name\":\"a\",\"scopes\":[\"read\"]}").post(path + "/keys").then().extract()
                .header("X-Request-Id");
        assertThat(generated).matches("[0-9a-f]{16}");
        assertThat(lines.get(0)).contains(" request=" + generated + " ");
        asAdministrator().header("X-Request-Id", "proxy-42").body("{\"name\":\"b\",\"scopes\":[\"read\"]}").post(path + "/keys").then()
                .header("X-Request-Id", "proxy-42");
        assertThat(lines.get(1)).contains(" request=proxy-42 ");
        var replaced = asAdministrator().header("X-Request-Id", "forged action=key-revoked").body("{\"name\":\"c\",\"scopes\":[\"read\"]}")
                .post(path + "/keys").then().extract().header("X-Request-Id");
        assertThat(replaced).matches("[0-9a-f]{16}");
        assertThat(lines.get(2)).doesNotContain("forged");
    }

    @Test
    void logsEndAndUndoOfJobs() {
        String job = asAdministrator().body("{\"kind\":\"approve\",\"query\":{\"locale\":\"de\"}}").post(path + "/jobs").then()
                .statusCode(202).extract().path("job");
        ShippedCatalogsReady.await("the end of the job", () -> !lines.isEmpty());
        assertThat(lines).singleElement().asString()
                .startsWith("action=job-ended actor=administrator catalog=" + catalog + " job=" + job + " status=done changed=");
        asAdministrator().body("{}").post(path + "/jobs/" + job + "/undo").then().statusCode(200);
        assertThat(lines).hasSize(2).last().asString().startsWith("action=job-undone actor=administrator client=")
                .endsWith("catalog=" + catalog + " job=" + job);
    }

    @Test
    void listsChangesNewestFirst() {
        createAccount(personName);
        addMember(catalog, personName, "reviewer", "de");
        asAdministrator().header("If-Match", "\"1\"").delete(path + "/members/" + personName).then().statusCode(204);
        var page = asAdministrator().queryParam("limit", 2).get("/v1/changes").then().statusCode(200)
                .header("Cache-Control", "private, no-store").body("changes.action", contains("removed", "created"))
                .body("changes.subject", contains("member", "member")).body("changes.name", contains(personName, personName))
                .body("changes[0].catalog", equalTo(catalog)).body("changes[0].changedBy", equalTo("administrator"))
                .body("changes[0].before", equalTo(Map.of("role", "reviewer", "locales", "de"))).body("changes[0].after", equalTo(Map.of()))
                .extract();
        asAdministrator().queryParam("limit", 2).queryParam("cursor", page.<String>path("next")).get("/v1/changes").then().statusCode(200)
                .body("changes[0].subject", equalTo("account")).body("changes[0].name", equalTo(personName))
                .body("changes[0].catalog", nullValue()).body("changes[0].after.administrator", equalTo("false"));
        int revision = page.path("changes[1].revision");
        asAdministrator().queryParam("since", revision).get("/v1/changes").then().statusCode(200)
                .body("changes.action", contains("removed")).body("changes.revision", everyItem(greaterThan(revision)));
    }

    @Test
    void listsChangesSinceTime() {
        createAccount(personName);
        asAdministrator().queryParam("since", "2020-01-01T00:00:00Z").get("/v1/changes").then().statusCode(200)
                .body("changes.name", hasItem(personName));
        asAdministrator().queryParam("since", "2100-01-01T00:00:00Z").get("/v1/changes").then().statusCode(200)
                .body("changes.name", not(hasItem(personName)));
        asAdministrator().queryParam("since", "2100-01-01T00:00:00Z").get(path + "/changes").then().statusCode(200)
                .body("changes.size()", equalTo(0));
        asAdministrator().queryParam("since", "2020-01-01T00:00:00Z").get(path + "/changes").then().statusCode(200)
                .body("changes.size()", greaterThan(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-1", "2026-03-01"})
    void rejectsInvalidStart(String since) {
        for (var route : List.of("/v1/changes", path + "/changes")) {
            asAdministrator().queryParam("since", since).get(route).then().statusCode(400)
                    .contentType("application/problem+json").body("code", equalTo("invalid-parameter"));
        }
    }

    @Test
    void hidesChangesFromOthers() {
        createAccount(personName);
        given().get("/v1/changes").then().statusCode(401);
        withSession(startSession(personName)).get("/v1/changes").then().statusCode(403);
        withKey(createKey(catalog, "admin", "")).get("/v1/changes").then().statusCode(403);
    }

    private static void signIn(String name, String password) {
        given().contentType("application/json").body(Map.of("name", name, "password", password)).post("/v1/session").then()
                .statusCode(401);
    }

    private List<String> actions() {
        return new ArrayList<>(lines).stream().map(it -> it.substring("action=".length(), it.indexOf(' '))).toList();
    }
}
