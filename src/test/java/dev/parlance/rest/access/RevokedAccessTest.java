package dev.parlance.rest.access;

import static dev.parlance.rest.Actors.account;
import static dev.parlance.rest.Actors.admin;
import static dev.parlance.rest.Actors.as;
import static dev.parlance.rest.Actors.bearer;
import static dev.parlance.rest.Actors.key;
import static dev.parlance.rest.Actors.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.rest.Actors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was taken away stays so, whatever the clocks of the replicas say. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RevokedAccessTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String anna = "anna-" + id;
    private final String catalog = "revoked-" + id;

    @TestHTTPResource
    URI service;
    @Inject
    Actors actors;
    @Inject
    DataSource database;

    @BeforeEach
    void aCatalog() {
        actors.catalog(catalog);
    }

    @Test
    void aKeyThatAReplicaWithAFastClockRevokedHoldsNowhere() throws SQLException {
        var key = key(catalog, "read", "");
        bearer(key).get("/v1/session").then().statusCode(200);
        stored("update api_key set revoked_at = now() + interval '1 hour' where id = '" + key.split("_")[1] + "'");
        Ready.await("the revocation", () -> bearer(key).get("/v1/session").statusCode() == 401);
    }

    @Test
    void aSessionThatAReplicaWithAFastClockBeganEndsWithTheOldPassword() throws SQLException {
        account(anna);
        var session = session(anna);
        as(session).get("/v1/session").then().statusCode(200);
        // So it is for a session that begins here while the clock of whoever changes the password is an hour behind.
        stored("update account set sessions_from = sessions_from - interval '1 hour' where name = '" + anna + "'");
        Ready.await("the end of the session", () -> as(session).get("/v1/session").statusCode() == 401);
        as(session(anna)).get("/v1/session").then().statusCode(200);
    }

    @Test
    void anAccountThatIsEnabledAgainHasNoneOfItsOldSessions() {
        account(anna);
        var session = session(anna);
        admin().header("If-Match", "\"1\"").body("{\"disabled\":true}").patch("/v1/accounts/" + anna).then().statusCode(200);
        admin().header("If-Match", "\"2\"").body("{\"disabled\":false}").patch("/v1/accounts/" + anna).then().statusCode(200);
        as(session).get("/v1/session").then().statusCode(401);
        as(session(anna)).get("/v1/session").then().statusCode(200);
    }

    @Test
    void whoFollowsACatalogIsToldNoMoreOnceHisKeyIsRevoked() throws Exception {
        Actors.close(catalog);
        var key = key(catalog, "read", "");
        var request = HttpRequest.newBuilder(service.resolve("/v1/catalogs/" + catalog + "/events")).header("Authorization", "Bearer " + key).build();
        var lines = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines()).body().iterator();
        assertThat(lines.next()).startsWith("event:");
        admin().delete("/v1/catalogs/" + catalog + "/keys/" + key.split("_")[1]).then().statusCode(204);
        admin().header("If-Match", "\"1\"").body("{\"message\":\"Schlicht\"}").put("/v1/catalogs/" + catalog + "/messages/plain/texts/de")
                .then().statusCode(200);
        admin().body("{}").post("/v1/catalogs/" + catalog + "/releases").then().statusCode(201);
        var rest = new ArrayList<String>();
        lines.forEachRemaining(rest::add);
        assertThat(rest).anyMatch(it -> it.contains("\"release\":1")).noneMatch(it -> it.contains("\"release\":2"));
    }

    private void stored(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
