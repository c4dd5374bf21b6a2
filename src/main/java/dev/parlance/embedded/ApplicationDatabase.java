package dev.parlance.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * The database of the service and the role that owns it.
 *
 * <p>In earlier versions, the superuser owned the tables, which were in the database {@code postgres}. The upgrade renames that database
 * and transfers its objects to the role. Each step first checks whether it is needed, so an interrupted upgrade continues at the next
 * start.
 */
final class ApplicationDatabase {
    private static final Logger LOG = Logger.getLogger(ApplicationDatabase.class);
    private static final String MAINTENANCE_DATABASE = "template1";

    /** Changes the owner of everything that the superuser owns outside the system schemas and extensions. */
    private static final String TRANSFER_OWNERSHIP = """
            do $$
            declare item text;
            begin
                for item in
                    select format('schema %I', nspname) from pg_namespace
                        where nspowner = 'postgres'::regrole and nspname !~ '^pg_' and nspname <> 'information_schema'
                    union all
                    select format('table %s', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = relnamespace
                        where relowner = 'postgres'::regrole and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                        and nspname !~ '^pg_' and nspname <> 'information_schema'
                        and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass
                            and (deptype = 'e' or relkind = 'S' and deptype in ('a', 'i')))
                    union all
                    select format('routine %s', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = pronamespace
                        where proowner = 'postgres'::regrole and nspname !~ '^pg_' and nspname <> 'information_schema'
                        and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and deptype = 'e')
                    union all
                    select format('type %s', t.oid::regtype) from pg_type t join pg_namespace n on n.oid = typnamespace
                        left join pg_class c on c.oid = typrelid
                        where typowner = 'postgres'::regrole and (typtype in ('d', 'e', 'r') or c.relkind = 'c')
                        and nspname !~ '^pg_' and nspname <> 'information_schema'
                        and not exists (select from pg_depend d where d.objid = t.oid and d.classid = 'pg_type'::regclass and deptype = 'e')
                loop
                    execute format('alter %s owner to parlance', item);
                end loop;
            end $$
            """;

    private final DatabaseAccess access;
    private final ServerSocketFile socket;

    ApplicationDatabase(DatabaseAccess access, ServerSocketFile socket) {
        this.access = access;
        this.socket = socket;
    }

    /**
     * Creates or upgrades the role and its database.
     *
     * @throws IOException if PostgreSQL rejects a step
     */
    void prepare() throws IOException {
        try {
            boolean earlierVersion = isInMaintenanceDatabase();
            try (var connection = connect(MAINTENANCE_DATABASE)) {
                prepareRole(connection);
                if (!exists(connection, "pg_database where datname = 'parlance'")) {
                    createDatabase(connection, earlierVersion);
                }
                if (!exists(connection, "pg_database where datname = 'postgres'")) {
                    execute(connection, "create database postgres");
                }
                execute(connection, "alter database parlance owner to parlance");
            }
            try (var connection = connect(DatabaseAccess.DATABASE)) {
                execute(connection, TRANSFER_OWNERSHIP);
            }
        } catch (SQLException e) {
            throw new IOException("the embedded PostgreSQL cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void prepareRole(Connection connection) throws SQLException {
        if (!exists(connection, "pg_roles where rolname = 'parlance'")) {
            execute(connection, "create role parlance");
        }
        execute(connection, "alter role parlance login nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
        // The driver sends a salted hash, so that no password appears in the log of the server.
        connection.unwrap(PGConnection.class).alterUserPassword(DatabaseAccess.APPLICATION_ROLE,
                access.applicationPassword().toCharArray(), "scram-sha-256");
    }

    private static void createDatabase(Connection connection, boolean earlierVersion) throws SQLException {
        if (earlierVersion) {
            LOG.info("Upgrading the embedded PostgreSQL: the service no longer connects as its superuser");
            execute(connection, "alter database postgres rename to parlance");
        } else {
            execute(connection, "create database parlance owner parlance");
        }
    }

    /** Returns whether an earlier version created the tables in the database of the superuser. */
    private boolean isInMaintenanceDatabase() throws SQLException {
        try (var connection = connect(MAINTENANCE_DATABASE)) {
            if (!exists(connection, "pg_database where datname = 'postgres'")) {
                return false;
            }
        }
        try (var connection = connect("postgres")) {
            return exists(connection, "pg_tables where schemaname = 'public' and tablename = 'flyway_schema_history'");
        }
    }

    private Connection connect(String database) throws SQLException {
        return access.connectAsSuperuser(socket, database);
    }

    private static boolean exists(Connection connection, String rows) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery("select from " + rows)) {
            return result.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
