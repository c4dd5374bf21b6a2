package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.ReleaseAnnouncements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

/**
 * Release announcements by PostgreSQL's {@code NOTIFY}.
 *
 * <p>{@code parlance.follow.notify=false} disables them for engines and connection poolers without it.
 */
@ApplicationScoped
class PostgresReleaseAnnouncements implements ReleaseAnnouncements {
    private static final Logger LOG = Logger.getLogger(PostgresReleaseAnnouncements.class);
    private static final String CHANNEL = "parlance";

    /** The period of probes, and the timeout of each. A silently cut connection reports no error by itself. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final boolean enabled;

    PostgresReleaseAnnouncements(DataSource database, @ConfigProperty(name = "parlance.follow.notify") boolean enabled) {
        this.database = database;
        this.enabled = enabled;
    }

    /**
     * Notifies the other replicas when the transaction of the connection commits.
     *
     * <p>A notification that fails, such as for want of a permission, must not fail the move: replicas see it in their next poll.
     */
    static void announce(Connection connection, CatalogName catalog) throws SQLException {
        try (var statement = connection.createStatement(); var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.execute("savepoint announcement");
            try {
                notify.setString(1, CHANNEL);
                notify.setString(2, catalog.value());
                notify.execute();
            } catch (SQLException e) {
                LOG.warnf("Release of %s not announced, other replicas see it at their next poll: %s", catalog, e.getMessage());
                statement.execute("rollback to savepoint announcement");
            }
        }
    }

    @Override
    public void subscribe(Runnable wake) {
        while (enabled && !Thread.currentThread().isInterrupted()) {
            try (var connection = database.getConnection()) {
                pollNotifications(connection, wake);
            } catch (SQLException e) {
                LOG.debugf("Cannot listen for announcements: %s", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void pollNotifications(Connection connection, Runnable onAnnouncement) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) HEARTBEAT.toMillis());
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            // Covers announcements from before this connection listened.
            onAnnouncement.run();
            var postgresConnection = connection.unwrap(PGConnection.class);
            while (!Thread.currentThread().isInterrupted()) {
                var notifications = postgresConnection.getNotifications((int) HEARTBEAT.toMillis() / 2);
                if (notifications != null && notifications.length > 0) {
                    onAnnouncement.run();
                } else {
                    statement.execute("select 1");
                }
            }
            statement.execute("unlisten *");
        } catch (SQLException e) {
            // The connection may be dead or still listening, so it is not reused. The pool's own abort() would occupy its slot forever.
            connection.unwrap(PgConnection.class).abort(Runnable::run);
            throw e;
        }
    }
}
