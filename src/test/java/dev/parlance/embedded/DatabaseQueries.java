package dev.parlance.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Statements in the embedded database, each on a connection of its own. */
final class DatabaseQueries {
    private DatabaseQueries() {
    }

    static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        var settings = database.settings();
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }
}
