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
 * A migration takes the time it takes: to write a million rows anew takes longer than the pool's connections wait for any answer, and
 * cut off it would begin again with each start, and never end.
 */
@ApplicationScoped
class MigrationTimeouts implements FlywayConfigurationCustomizer, Callback {
    private static final int NEVER = 0;

    private int before;

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
                before = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, NEVER);
            } else {
                connection.setNetworkTimeout(Runnable::run, before);
            }
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "unhurried";
    }
}
