package dev.parlance.rest.access;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.startSession;
import static dev.parlance.rest.AccessFixtures.withKey;
import static dev.parlance.rest.AccessFixtures.withSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.authentication.SessionTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that revoked access stays revoked, even if the clocks of the replicas differ. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AccessRevocationTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String personName = "anna-" + id;
    private final String catalog = "revoked-" + id;

    @TestHTTPResource
    URI service;
    @Inject
    AccessFixtures fixtures;
    @Inject
    AccessRegistry accessRegistry;
    @Inject
    DataSource database;

    private final List<Stream<String>> openStreams = new ArrayList<>();

    @AfterEach
    void closeStreams() {
        openStreams.forEach(Stream::close);
    }

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
    }

    @Test
    void rejectsKeyRevokedByReplicaWithFastClock() throws SQLException {
        var key = createKey(catalog, "read", "");
        withKey(key).get("/v1/session").then().statusCode(200);
        execute("update api_key set revoked_at = now() + interval '1 hour' where id = '" + key.split("_")[1] + "'");
        ShippedCatalogsReady.await("the revocation", () -> withKey(key).get("/v1/session").statusCode() == 401);
    }

    @Test
    void endsSessionStartedByReplicaWithFastClock() throws SQLException {
        createAccount(personName);
        var session = startSession(personName);
        withSession(session).get("/v1/session").then().statusCode(200);
        // Simulates a password change by a replica whose clock is an hour behind.
        execute("update account set sessions_from = sessions_from - interval '1 hour' where name = '" + personName + "'");
        ShippedCatalogsReady.await("the end of the session", () -> withSession(session).get("/v1/session").statusCode() == 401);
        withSession(startSession(personName)).get("/v1/session").then().statusCode(200);
    }

    @Test
    void keepsSessionsEndedAfterReenablingAccount() {
        createAccount(personName);
        var session = startSession(personName);
        asAdministrator().header("If-Match",
                "\"1\"").body("{\"disabled\":true}").patch("/v1/accounts/" + personName).then().statusCode(200);
        asAdministrator().header("If-Match",
                "\"2\"").body("{\"disabled\":false}").patch("/v1/accounts/" + personName).then().statusCode(200);
        withSession(session).get("/v1/session").then().statusCode(401);
        withSession(startSession(personName)).get("/v1/session").then().statusCode(200);
    }

    @Test
    void endsEventStreamWhenKeyIsRevoked() throws Exception {
        AccessFixtures.makePrivate(catalog);
        var key = createKey(catalog, "read", "");
        var lines = streamEvents("Authorization", "Bearer " + key);
        asAdministrator().delete("/v1/catalogs/" + catalog + "/keys/" + key.split("_")[1]).then().statusCode(204);
        asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"Schlicht\"}")
                .put("/v1/catalogs/" + catalog + "/messages/plain/texts/de")
                .then().statusCode(200);
        asAdministrator().body("{}").post("/v1/catalogs/" + catalog + "/releases").then().statusCode(201);
        var remaining = new ArrayList<String>();
        lines.forEachRemaining(remaining::add);
        assertThat(remaining).noneMatch(it -> it.contains("\"release\":2"));
    }

    @Test
    void endsEventStreamOfPublicCatalogWithItsSession() throws Exception {
        createAccount(personName);
        var session = startSession(personName);
        var signedOut = streamEvents("Cookie", "parlance-session=" + session);
        withSession(session).delete("/v1/session").then().statusCode(204);
        assertEnds(signedOut);

        var disabled = streamEvents("Cookie", "parlance-session=" + startSession(personName));
        asAdministrator().header("If-Match", "\"1\"").body("{\"disabled\":true}")
                .patch("/v1/accounts/" + personName).then().statusCode(200);
        assertEnds(disabled);

        var key = createKey(catalog, "read", "");
        var revoked = streamEvents("Authorization", "Bearer " + key);
        asAdministrator().delete("/v1/catalogs/" + catalog + "/keys/" + key.split("_")[1]).then().statusCode(204);
        assertEnds(revoked);
    }

    @Test
    void endsEventStreamWhenSessionExpires() throws Exception {
        createAccount(personName);
        var lifetimeAgo = Clock.offset(Clock.systemUTC(), SessionTokens.LIFETIME.minusSeconds(8).negated());
        var session = new SessionTokens(Optional.of(PostgresTestResource.SESSION_KEY), lifetimeAgo)
                .issue(personName, accessRegistry.snapshot().accounts().get(personName).sessionsFrom());
        withSession(session).get("/v1/session").then().statusCode(200);
        var expiring = streamEvents("Cookie", "parlance-session=" + session);
        assertTimeoutPreemptively(Duration.ofSeconds(14), () -> expiring.forEachRemaining(it -> { }));
        withSession(session).get("/v1/session").then().statusCode(401);

        var lasting = streamEvents("Cookie", "parlance-session=" + startSession(personName));
        var next = CompletableFuture.supplyAsync(lasting::hasNext);
        assertThatThrownBy(() -> next.get(2, TimeUnit.SECONDS)).as("stream of a valid session").isInstanceOf(TimeoutException.class);
    }

    private Iterator<String> streamEvents(String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve("/v1/catalogs/" + catalog + "/events")).header(header, value).build();
        var stream = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines()).body();
        openStreams.add(stream);
        var lines = stream.iterator();
        var event = Stream.generate(lines::next).dropWhile(it -> !it.startsWith("event:")).takeWhile(it -> !it.isEmpty()).toList();
        // The time after which clients reconnect when the stream ends.
        var retry = event.stream().filter(it -> it.startsWith("retry:")).findFirst();
        assertThat(Integer.parseInt(retry.orElseThrow().substring("retry:".length()).strip())).isBetween(1000, 5000);
        return lines;
    }

    private static void assertEnds(Iterator<String> lines) {
        assertTimeoutPreemptively(Duration.ofSeconds(4), () -> lines.forEachRemaining(it -> { }));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
