package dev.parlance.storage;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the database can be written to. In a group of its own: readers do not depend on it, so readiness must not. */
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
