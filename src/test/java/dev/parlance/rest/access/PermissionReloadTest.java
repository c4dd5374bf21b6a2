package dev.parlance.rest.access;

import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.startSession;
import static dev.parlance.rest.AccessFixtures.withSession;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.security.AccessRegistry;
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

/** Tests that permissions are reloaded before a known caller is denied. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PermissionReloadTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "second-" + id;
    private final String path = "/v1/catalogs/" + catalog;
    private final String personName = "anna-" + id;

    @TestHTTPResource
    URI service;
    @Inject
    AccessFixtures fixtures;
    @Inject
    AccessRegistry accessRegistry;
    @Inject
    DataSource database;

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
    }

    @Test
    void reloadsPermissionsBeforeDenying() throws Exception {
        createAccount(personName);
        var session = startSession(personName);
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("insert into member (catalog, person, role, locales, version) values ('" + catalog + "', '" + personName
                    + "', 'manager', '', 1)");
        }
        withSession(session).get(path + "/members").then().statusCode(200);
        withSession(session).body("{\"message\":\"Simple\"}").header("If-Match", "\"1\"")
                .put(path + "/messages/plain/texts/fr").then().statusCode(200);
    }

    @Test
    void coalescesReloads() {
        var clock = new SettableClock();
        var reloadTimes = new ArrayList<Instant>();
        var reload = new PermissionReload(accessRegistry, task -> reloadTimes.add(clock.instant()), clock);
        assertThat(reload.reload().toCompletableFuture()).isNotDone();
        assertThat(reload.reload().toCompletableFuture()).isNotDone();
        clock.advance(PermissionReload.MIN_INTERVAL);
        reload.reload();
        assertThat(reloadTimes).as("one question at a time").hasSize(1);

        reloadTimes.clear();
        reload = new PermissionReload(accessRegistry, task -> {
            reloadTimes.add(clock.instant());
            task.run();
        }, clock);
        reload.reload();
        clock.advance(PermissionReload.MIN_INTERVAL.minusMillis(1));
        reload.reload();
        clock.advance(Duration.ofMillis(1));
        assertThat(reload.reload().toCompletableFuture()).isDone();
        assertThat(reloadTimes).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void doesNotQueryDatabaseForAnonymousCallers() throws Exception {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table access_revision in access exclusive mode");
            var request = HttpRequest.newBuilder(service.resolve("/v1/catalogs/made-up-" + id
                    + "/bundles/de")).timeout(Duration.ofSeconds(20)).build();
            assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
            connection.rollback();
        }
        given().get(path + "/bundles/de").then().statusCode(200);
    }
}
