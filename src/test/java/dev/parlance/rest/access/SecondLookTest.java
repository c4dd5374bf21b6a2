package dev.parlance.rest.access;

import static dev.parlance.rest.Actors.account;
import static dev.parlance.rest.Actors.as;
import static dev.parlance.rest.Actors.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresForTests;
import dev.parlance.rest.Actors;
import dev.parlance.security.CurrentAccess;
import dev.parlance.security.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the database is asked about once more before he is refused. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SecondLookTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "second-" + id;
    private final String path = "/v1/catalogs/" + catalog;
    private final String anna = "anna-" + id;

    @TestHTTPResource
    URI service;
    @Inject
    Actors actors;
    @Inject
    CurrentAccess access;
    @Inject
    DataSource database;

    @BeforeEach
    void aCatalog() {
        actors.catalog(catalog);
    }

    @Test
    void whatAnotherReplicaAllowedAMomentAgoIsAllowed() throws Exception {
        account(anna);
        var session = session(anna);
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("insert into member (catalog, person, role, locales, version) values ('" + catalog + "', '" + anna + "', 'manager', '', 1)");
        }
        as(session).get(path + "/members").then().statusCode(200);
        as(session).body("{\"message\":\"Simple\"}").header("If-Match", "\"1\"").put(path + "/messages/plain/texts/fr").then().statusCode(200);
    }

    @Test
    void manyWhoAreRefusedAskOnce() {
        var clock = new SettableClock();
        var asked = new ArrayList<Instant>();
        var look = new SecondLook(access, task -> asked.add(clock.instant()), clock);
        assertThat(look.taken().toCompletableFuture()).isNotDone();
        assertThat(look.taken().toCompletableFuture()).isNotDone();
        clock.pass(SecondLook.PAUSE);
        look.taken();
        assertThat(asked).as("one question at a time").hasSize(1);

        asked.clear();
        look = new SecondLook(access, task -> {
            asked.add(clock.instant());
            task.run();
        }, clock);
        look.taken();
        clock.pass(SecondLook.PAUSE.minusMillis(1));
        look.taken();
        clock.pass(Duration.ofMillis(1));
        assertThat(look.taken().toCompletableFuture()).isDone();
        assertThat(asked).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void nobodyKnownHasTheDatabaseAsked() throws Exception {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table access_revision in access exclusive mode");
            var asked = HttpRequest.newBuilder(service.resolve("/v1/catalogs/made-up-" + id + "/bundles/de")).timeout(Duration.ofSeconds(20)).build();
            assertThat(HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
            connection.rollback();
        }
        given().get(path + "/bundles/de").then().statusCode(200);
    }
}
