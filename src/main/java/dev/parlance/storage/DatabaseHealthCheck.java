package dev.parlance.storage;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The health check that the database accepts writes.
 *
 * <p>It has a health group of its own: readers do not depend on the database, so readiness must not either.
 */
@HealthGroup("write")
@ApplicationScoped
class DatabaseHealthCheck implements HealthCheck {
    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource database;

    DatabaseHealthCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("database");
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (var rows = statement.executeQuery("show transaction_read_only")) {
                return response.status(rows.next() && rows.getString(1).equals("off")).build();
            }
        } catch (SQLException e) {
            return response.down().withData("sqlState", String.valueOf(e.getSQLState())).build();
        }
    }
}
