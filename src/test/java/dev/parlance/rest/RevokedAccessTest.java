package dev.parlance.rest;

import static dev.parlance.rest.Actors.bearer;
import static dev.parlance.rest.Actors.key;

import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.publishing.Delivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was taken away stays so, whatever the clocks of the replicas say. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RevokedAccessTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String catalog = "revoked-" + id;

    @Inject
    Delivery delivery;
    @Inject
    Actors actors;
    @Inject
    DataSource database;

    @BeforeEach
    void aCatalog() {
        Ready.await(delivery);
        actors.catalog(catalog);
    }

    @Test
    void aKeyThatAReplicaWithAFastClockRevokedHoldsNowhere() throws SQLException {
        var key = key(catalog, "read", "");
        bearer(key).get("/v1/session").then().statusCode(200);
        stored("update api_key set revoked_at = now() + interval '1 hour' where id = '" + key.split("_")[1] + "'");
        Ready.await("the revocation", () -> bearer(key).get("/v1/session").statusCode() == 401);
    }

    private void stored(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
