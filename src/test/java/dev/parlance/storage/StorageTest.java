package dev.parlance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.History;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.blob.CompressedBlob;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.release.Channels;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.publishing.release.Releases;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.security.AccessHistory;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Scope;
import dev.parlance.security.accounts.ApiKey;
import dev.parlance.security.accounts.ApiKeys;
import dev.parlance.security.accounts.EditKeys;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what only PostgreSQL does. For what repositories have in common with their fakes see the contract tests. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StorageTest {
    private static final LocaleTag EN = LocaleTag.parse("en");

    @Inject
    Catalogs catalogs;
    @Inject
    Messages messages;
    @Inject
    Texts texts;
    @Inject
    Releases releases;
    @Inject
    Channels channels;
    @Inject
    Blobs blobs;
    @Inject
    PublishRelease publish;
    @Inject
    History history;
    @Inject
    EntityManager entities;
    @Inject
    Transactions transactions;
    @Inject
    ApiKeys keys;
    @Inject
    AccessRegistry accessRegistry;
    @Inject
    AccessHistory accessHistory;
    @Inject
    DataSource database;
    @Inject
    SnapshotRegistry snapshotRegistry;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.datasource.username")
    Optional<String> user;
    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> password;

    @BeforeEach
    void awaitMigration() {
        ShippedCatalogsReady.await(snapshotRegistry);
    }

    @Test
    void retriesSerializationFailure() {
        var attempts = new AtomicInteger();
        assertThat(transactions.<String>call(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("could not serialize", "40001"));
            }
            return "done";
        })).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void reportsBusyWhenEveryAttemptIsAborted(String state) {
        assertThatThrownBy(() -> transactions.call(() -> {
            throw new IllegalStateException(new SQLException("aborted", state));
        })).isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.BUSY));
    }

    /** The check that the catalog exists and the insertion of a key are two statements. */
    @Test
    void reportsCatalogThatIsDeletedWhileKeyIsCreated() {
        var name = new CatalogName("deleted-" + UUID.randomUUID());
        transactions.call(() -> catalogs.lockOrCreate(name, "Deleted", EN));
        var attempts = new AtomicInteger();
        var types = new Class<?>[] {Catalogs.class};
        var deleting = (Catalogs) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            boolean first = attempts.incrementAndGet() == 1;
            catalogs.requireExists((CatalogName) arguments[0]);
            if (first) {
                transactions.call(() -> {
                    catalogs.delete(name);
                    return name;
                });
            }
            return null;
        });
        var editKeys = new EditKeys(deleting, keys, transactions, accessRegistry, accessHistory, Clock.systemUTC());
        var command = new ApiKey.CreateKeyCommand(name, "ci", Set.of(Scope.READ), AllowedLocales.ALL, Optional.empty());
        assertThatThrownBy(() -> editKeys.create(command, Actor.OPERATOR))
                .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.UNKNOWN_CATALOG));
        assertThat(attempts).hasValue(2);
    }

    @Test
    void reportsUnavailableWhenConnectionBreaksDuringAction() {
        assertThatThrownBy(() -> transactions.call(() -> {
            throw new IllegalStateException(new SQLException("connection failure", "08006"));
        })).isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.DATABASE_UNAVAILABLE));
    }

    @Test
    void reportsUnknownOutcomeWhenConnectionBreaksDuringCommit() throws SQLException {
        onCommit("broken_commit", "perform pg_terminate_backend(pg_backend_pid())");
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> transactions.call(() -> insert("broken_commit", attempts)))
                .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void retriesSerializationFailureOnCommit() throws SQLException {
        execute("create sequence refused_commits");
        onCommit("refused_commit", "if nextval('refused_commits') < 3 then raise 'could not serialize' using errcode = '40001'; end if");
        var attempts = new AtomicInteger();
        assertThat(transactions.<Integer>call(() -> insert("refused_commit", attempts))).isEqualTo(3);
    }

    @Test
    void reportsBusyWhenCatalogIsLocked() throws SQLException {
        try (var writing = database.getConnection(); var statement = writing.createStatement()) {
            writing.setAutoCommit(false);
            statement.execute("select 1 from catalog where name = 'exchange' for update");
            assertThatThrownBy(() -> transactions.call(() -> catalogs.lock(new CatalogName("exchange"))))
                    .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.BUSY));
            assertThat(transactions.call(() -> catalogs.lock(new CatalogName("parlance")))).isPresent();
            writing.rollback();
        }
    }

    @Test
    void publishesReleaseOnceAndSharesBlobs() {
        var name = new CatalogName("cut");
        createCatalog(name);
        transactions.call(() -> {
            messages.findAll(name).stream().filter(it -> it.key().value().equals("second")).findFirst()
                    .ifPresent(it -> texts.add(textWith(name, it.key(), new TextContent(Syntax.PLAIN, "{plain}", ""))));
            return null;
        });
        assertThat(publishFirst(name)).isTrue();
        assertThat(publishFirst(name)).isFalse();
        transactions.call(() -> {
            var release = releases.find(name, channels.find(name, "production").orElseThrow().release()).orElseThrow();
            assertThat(release.number()).isEqualTo(1);
            var bundle = releases.bundles(release.id()).get(0);
            assertThat(new String(blobs.get(bundle.bundle()), StandardCharsets.UTF_8))
                    .contains("\"second\":\"'{'plain'}'\"");
            blobs.add(new CompressedBlob(bundle.bundle(), 1, blobs.encodings(bundle.bundle())));
            assertThatThrownBy(() -> blobs.get(Digest.of(new byte[] {1}))).hasMessageContaining("unknown blob");
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update release set title = 'x'", "delete from release", "truncate release cascade",
        "update release_bundle set changed_in = 9", "delete from release_bundle", "update blob set length = 0", "delete from blob",
        "update blob_encoding set content = ''", "delete from blob_encoding",
        "update change set comment = 'x'", "delete from change", "update channel_move set comment = 'x'", "delete from channel_move"})
    void rejectsChangesToAppendOnlyTables(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into catalog (name, title, source_locale, revision) values ('Upper', '', 'en', 0)",
        "insert into message (catalog, key, position, code, reason, http_status, arguments) values ('exchange', 'x', 0, 'x', 'SUCCESS', 400, '[]')",
        "insert into message (catalog, key, position, code, reason, http_status, arguments) values ('exchange', 'x', 0, 'x', 'x', 400, '[]')",
        "insert into message (catalog, key, position, code, reason, http_status, arguments) values ('exchange', 'x', 0, 'x', 'XX', 400, '{}')",
        "insert into message (catalog, key, position, code, reason, http_status, arguments, tags) values ('exchange', 'x', 0, 'x', 'XX', 400, '[]', '{}')",
        "insert into message_text (catalog, key, locale, syntax, message, description) values ('exchange', '0000', 'sv', 'icu', '', '')"})
    void enforcesDatabaseConstraints(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class);
    }

    /** Uses a pool of one connection, which a leak would exhaust. */
    @Test
    void returnsBrokenListenerConnectionToPool() throws Exception {
        var pool = new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(it -> it.maxSize(1)
                .acquisitionTimeout(Duration.ofSeconds(1)).exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> {
                    factory.jdbcUrl(url).jdbcProperty("ApplicationName", "listening");
                    user.ifPresent(name -> factory.principal(new NamePrincipal(name)));
                    password.ifPresent(secret -> factory.credential(new SimplePassword(secret)));
                    return factory;
                }));
        try (var dataSource = AgroalDataSource.from(pool)) {
            var announcements = new Semaphore(0);
            var listener = new Thread(() -> new PostgresReleaseAnnouncements(dataSource, true).subscribe(announcements::release));
            listener.start();
            for (int i = 0; i < 2; i++) {
                assertThat(announcements.tryAcquire(20, TimeUnit.SECONDS)).as("listening").isTrue();
                execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listening'");
            }
            listener.interrupt();
            listener.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Text", "مرحبا\n😀", "12 a"})
    void computesSameContentHashAsPostgres(String message) {
        var name = new CatalogName("digests-" + UUID.randomUUID());
        var content = new TextContent(Syntax.PRINTF, message, "a description");
        createCatalog(name);
        transactions.call(() -> {
            texts.add(textWith(name, new MessageKey("second"), content));
            return null;
        });
        assertThat(transactions.<Object>call(() -> entities.createNativeQuery(
                "select wording from message_text where catalog = :catalog and key = 'second'").setParameter("catalog", name.value())
                .getSingleResult())).isEqualTo(content.contentHash());
    }

    @Test
    void findsTargetHistoryByIndex() throws SQLException {
        var name = createLongHistory("looked-up");
        for (var target : List.of(ChangeTarget.text(new MessageKey("k5"), EN), ChangeTarget.text(new MessageKey("new"), EN),
                ChangeTarget.message(new MessageKey("new")))) {
            assertThat(countChangesRead(() -> history.lastVersion(name, target))).as("for the last of %s", target).isLessThan(10);
            assertThat(countChangesRead(() -> history.findVersion(name, target, 7))).as("for the seventh of %s", target).isLessThan(10);
        }
        assertThat(transactions.<Integer>call(() -> history.lastVersion(name, ChangeTarget.text(new MessageKey("k5"), EN)))).isEqualTo(1);
        assertThat(transactions.<Integer>call(() -> history.lastVersion(name, ChangeTarget.CATALOG))).isEqualTo(3);
    }

    @Test
    void readsDeepHistoryPageByIndex() throws SQLException {
        var name = createLongHistory("leafed");
        var query = new History.Query(null, null, null, null, 0, new Change.Id(name.value(), 20, 3), null);
        assertThat(countChangesRead(() ->
                assertThat(history.page(name, query, 5)).extracting(it -> it.id().revision() + "." + it.id().ordinal())
                .containsExactly("20.2", "20.1", "19.1", "18.1", "17.1"))).isLessThan(50);
    }

    /** Each revision edits another message, revision 20 three of them; revision 1 changes the catalog. */
    private CatalogName createLongHistory(String name) throws SQLException {
        execute("""
                insert into catalog (name, title, source_locale, revision) values ('%1$s', '', 'en', 20000);
                insert into change (catalog, revision, ordinal, subject, key, locale, version, cause, changed_at, changed_by, comment)
                select '%1$s', i, 1, 'text', 'k' || i, 'en', 1, 'edit', now(), 'somebody', '' from generate_series(2, 20000) i
                union all select '%1$s', 20, i, 'text', 'k20-' || i, 'en', 1, 'edit', now(), 'somebody', '' from generate_series(2, 3) i
                union all select '%1$s', 1, 1, 'catalog', null, null, 3, 'edit', now(), 'somebody', '';
                analyze change""".formatted(name));
        return new CatalogName(name);
    }

    /** Counts the rows of {@code change} that PostgreSQL reads for the action. */
    private long countChangesRead(Runnable action) {
        return transactions.<Long>call(() -> {
            action.run();
            return ((Number) entities.createNativeQuery("""
                    select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'change'""")
                    .getSingleResult()).longValue();
        });
    }

    private void createCatalog(CatalogName name) {
        transactions.call(() -> {
            var catalog = catalogs.lockOrCreate(name, "Made", EN);
            catalog.offerLocale(EN, false);
            catalogs.save(catalog);
            messages.add(new Message(name, new MessageKey("second"),
                    new Message.Definition(1, "2", "SECOND", 400, ArgumentContract.EMPTY)));
            messages.add(new Message(name, new MessageKey("first"), new Message.Definition(0, "1", "FIRST", 400, ArgumentContract.EMPTY)));
            texts.add(textWith(name, new MessageKey("first"), new TextContent(Syntax.ICU, "Text", "مرحبا\n😀")));
            return null;
        });
    }

    private static MessageText textWith(CatalogName name, MessageKey key, TextContent content) {
        var text = new MessageText(name, key, EN, 0);
        text.updateContent(content, TextState.TRANSLATED, null, Confirmations.NONE, "somebody");
        return text;
    }

    private boolean publishFirst(CatalogName name) {
        return transactions.call(() -> publish.publishFirst(catalogs.lockOrCreate(name, "", EN)));
    }

    /** Creates a table whose deferred trigger runs statements at the commit of an insert. */
    private void onCommit(String table, String statements) throws SQLException {
        execute("""
                create table %1$s (n int);
                create function %1$s() returns trigger language plpgsql as $$ begin %2$s; return null; end $$;
                create constraint trigger %1$s after insert on %1$s deferrable initially deferred
                    for each row execute function %1$s()""".formatted(table, statements));
    }

    private int insert(String table, AtomicInteger attempts) {
        try {
            execute("insert into " + table + " values (1)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return attempts.incrementAndGet();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
