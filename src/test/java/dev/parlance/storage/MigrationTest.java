package dev.parlance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.rendering.syntax.Syntax;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests migrations on data of earlier versions. */
class MigrationTest {

    @Test
    void keepsStalenessOfMigratedTexts() throws SQLException {
        migrateAndVerify("5", """
                insert into catalog (name, title, source_locale, revision) values ('old', '', 'en', 1);
                insert into catalog_locale (catalog, locale, stale) values ('old', 'en', 0), ('old', 'de', 7), ('old', 'ja', 7);
                insert into message (catalog, key, position, code, reason, http_status, arguments)
                values ('old', 'a', 0, 'a', 'A_A', 400, '[]'), ('old', 'b', 1, 'b', 'B_B', 400, '[]');
                insert into message_text (catalog, key, locale, syntax, message, description, wording, source_wording)
                values ('old', 'a', 'en', 'icu', 'One 😀', 'of one', 2, null), ('old', 'a', 'de', 'icu', 'Eins', '', 1, 2),
                    ('old', 'a', 'ja', 'icu', '一', '', 1, 1), ('old', 'b', 'de', 'icu', 'Zwei', '', 1, 3)""", database -> {
            var source = new TextContent(Syntax.ICU, "One 😀", "of one");
            assertThat(select(database, "select wording from message_text where key = 'a' and locale = 'en'"))
                    .isEqualTo(source.contentHash());
            assertThat(select(database, "select source_wording from message_text where key = 'a' and locale = 'de'"))
                    .isEqualTo(source.contentHash());
            assertThat(select(database, "select string_agg(locale || stale, ' ' order by locale) from catalog_locale"))
                    .isEqualTo("de0 en0 ja1");
            assertThat(select(database, "select string_agg(key || locale, ' ') from source_trigrams")).isEqualTo("aen");
        });
    }

    /** Members of version 8 are known by the name that their provider gave them, one row for each catalog. */
    @Test
    void reservesNamesOfProviderMembers() throws SQLException {
        migrateAndVerify("8", """
                insert into catalog (name, title, source_locale, revision) values ('one', '', 'en', 1), ('two', '', 'en', 1);
                insert into account (name, display_name, password_hash, administrator, disabled, created_at, sessions_from, version)
                values ('root', 'Root', '$2a$04$' || repeat('a', 53), true, false, now(), now(), 1),
                    ('ana', 'Ana', '$2a$04$' || repeat('b', 53), false, false, now(), now(), 1);
                insert into member (catalog, person, role, locales, version)
                values ('one', 'oidc:Ana.K|7', 'manager', '', 1), ('two', 'oidc:Ana.K|7', 'translator', 'de ja', 3),
                    ('two', 'oidc:bo@example.org', 'viewer', '', 1), ('one', 'ana', 'reviewer', 'de', 2);
                update access_revision set revision = 100""", database -> {
            assertThat(select(database, "select string_agg(person, ' ' order by person) from provider_person"))
                    .as("each name once, and no account").isEqualTo("oidc:Ana.K|7 oidc:bo@example.org");
            assertThat(select(database, "select count(*) from provider_person where num_nulls(issuer, subject, bound_at) <> 3"))
                    .as("names bound before the first sign-in").isEqualTo("0");
            assertThat(select(database, "select string_agg(name, ' ' order by name) from account where password_set_by is null"))
                    .as("accounts that act for themselves").isEqualTo("ana root");
            assertThat(select(database, "select string_agg(catalog || ' ' || person || ' ' || role || ' ' || locales || version, ', ' "
                    + "order by catalog, person) from member")).isEqualTo("one ana reviewer de2, one oidc:Ana.K|7 manager 1, "
                    + "two oidc:Ana.K|7 translator de ja3, two oidc:bo@example.org viewer 1");
            assertThat(Integer.parseInt(select(database, "select revision from access_revision")))
                    .as("revision that makes replicas reload permissions").isGreaterThan(100);
            assertThat(select(database, "update provider_person set issuer = 'https://id.example.org', subject = '1', bound_at = now() "
                    + "where person = 'oidc:Ana.K|7' returning person")).isEqualTo("oidc:Ana.K|7");
        });
    }

    @Test
    void takesLastChangeOfTextsFromHistory() throws SQLException {
        migrateAndVerify("15", """
                insert into catalog (name, title, source_locale, revision) values ('old', '', 'en', 3);
                insert into catalog_locale (catalog, locale) values ('old', 'en'), ('old', 'de');
                insert into message (catalog, key, position, code, reason, http_status, arguments)
                values ('old', 'a', 0, 'a', 'A_A', 400, '[]');
                insert into message_text (catalog, key, locale, syntax, message, description)
                values ('old', 'a', 'en', 'icu', 'One', ''), ('old', 'a', 'de', 'icu', 'Eins', '');
                insert into change (catalog, revision, ordinal, subject, key, locale, version, cause, changed_at, changed_by, comment)
                values ('old', 2, 1, 'text', 'a', 'de', 1, 'edit', '2026-01-02T00:00:00Z', 'ann', ''),
                    ('old', 3, 1, 'message', 'a', null, 2, 'edit', '2026-01-04T00:00:00Z', 'max', ''),
                    ('old', 3, 2, 'text', 'a', 'de', 2, 'edit', '2026-01-03T00:00:00Z', 'bob', '')""", database ->
            assertThat(select(database, """
                    select string_agg(locale || coalesce(' ' || changed_by || ' ' || (changed_at at time zone 'UTC')::date, '') || rejected,
                        ', ' order by locale) from message_text""")).isEqualTo("de bob 2026-01-03false, enfalse"));
    }

    /** The connections have a socket timeout of one second, which must be restored afterwards. */
    @Test
    void runsMigrationLongerThanSocketTimeout(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("V1__wait.sql"), "select pg_sleep(3)");
        var postgres = new PostgresTestResource();
        Map<String, String> settings = postgres.start();
        try {
            var one = new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                    .acquisitionTimeout(Duration.ofSeconds(5)).connectionFactoryConfiguration(factory -> {
                        factory.jdbcUrl(settings.get("quarkus.datasource.jdbc.url")).jdbcProperty("socketTimeout", "1");
                        Optional.ofNullable(settings.get("quarkus.datasource.username")).ifPresent(it ->
                                factory.principal(new NamePrincipal(it)));
                        Optional.ofNullable(settings.get("quarkus.datasource.password")).ifPresent(it ->
                                factory.credential(new SimplePassword(it)));
                        return factory;
                    }));
            try (var database = AgroalDataSource.from(one)) {
                var configuration = Flyway.configure().dataSource(database).locations("filesystem:" + folder);
                new MigrationTimeouts().customize(configuration);
                assertThat(configuration.load().migrate().migrationsExecuted).isEqualTo(1);
                try (var connection = database.getConnection(); var other = database.getConnection()) {
                    assertThat(connection.getNetworkTimeout()).isEqualTo(1000);
                    assertThat(other.getNetworkTimeout()).isEqualTo(1000);
                }
            }
        } finally {
            postgres.stop();
        }
    }

    private interface DatabaseAssertions {
        void verify(Connection database) throws SQLException;
    }

    private static void migrateAndVerify(String from, String rows, DatabaseAssertions assertions) throws SQLException {
        var postgres = new PostgresTestResource();
        Map<String, String> settings = postgres.start();
        try (var database = DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"), settings.get("quarkus.datasource.password"))) {
            migrate(settings, from);
            try (var statement = database.createStatement()) {
                statement.execute(rows);
            }
            migrate(settings, "latest");
            assertions.verify(database);
        } finally {
            postgres.stop();
        }
    }

    private static void migrate(Map<String, String> settings, String target) {
        Flyway.configure().dataSource(settings.get("quarkus.datasource.jdbc.url"), settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password")).target(target).load().migrate();
    }

    private static String select(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
