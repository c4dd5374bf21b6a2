package dev.parlance;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A new, empty database for the tests.
 *
 * <p>It is created on the configured server if there is one, and on an embedded PostgreSQL otherwise.
 */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    /** Signs sessions, so that a test can issue one that is about to expire. */
    public static final String SESSION_KEY = "session-key-of-the-tests-0123456789abcdef";

    private final String name = "parlance_test_" + UUID.randomUUID().toString().replace("-", "");
    private Optional<EmbeddedPostgres> embedded = Optional.empty();
    private String server = "";

    @Override
    public Map<String, String> start() {
        server = findSetting("URL").orElseGet(this::startEmbedded);
        execute("create database " + name);
        var settings = new HashMap<>(Map.of("quarkus.datasource.jdbc.url", withDatabase(server, name),
                "parlance.snapshots.folder", "target/snapshots/" + name, "parlance.session.key", SESSION_KEY));
        findSetting("USERNAME").ifPresent(user -> settings.put("quarkus.datasource.username", user));
        findSetting("PASSWORD").ifPresent(password -> settings.put("quarkus.datasource.password", password));
        return settings;
    }

    @Override
    public void stop() {
        execute("drop database " + name + " with (force)");
        embedded.ifPresent(it -> {
            try {
                it.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String startEmbedded() {
        try {
            embedded = Optional.of(EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start());
            return embedded.get().getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = embedded.isPresent()
                ? DriverManager.getConnection(server)
                : DriverManager.getConnection(server, findSetting("USERNAME").orElse(""), findSetting("PASSWORD").orElse(""));
             var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static String withDatabase(String url, String name) {
        return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
    }

    private static Optional<String> findSetting(String setting) {
        var variable = setting.equals("URL") ? "QUARKUS_DATASOURCE_JDBC_URL" : "QUARKUS_DATASOURCE_" + setting;
        return Optional.ofNullable(System.getenv(variable)).filter(it -> !it.isBlank());
    }
}
