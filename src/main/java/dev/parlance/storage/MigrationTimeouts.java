package dev.parlance.storage;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The Flyway callback that disables the socket timeout during migrations.
 *
 * <p>Rewriting a million rows takes longer than the connections of the pool wait for an answer. A migration cut off by the timeout
 * would begin again at every start and never finish.
 */
@ApplicationScoped
class MigrationTimeouts implements FlywayConfigurationCustomizer, Callback {
    private static final int NO_TIMEOUT = 0;

    private int previousTimeout;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(this);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var connection = context.getConnection();
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                previousTimeout = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, NO_TIMEOUT);
            } else {
                connection.setNetworkTimeout(Runnable::run, previousTimeout);
            }
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "migration-timeouts";
    }
}
