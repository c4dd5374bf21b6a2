package dev.parlance.publishing;

import dev.parlance.storage.JsonColumn.ArgumentContractColumn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * Measures the cost of publishing one changed text, with two packaged services on one PostgreSQL.
 *
 * <p>A text is edited with SQL. The first service cuts a release and points the channel at it; the second is polled until it serves the
 * change. The property {@code bench.jvm} holds JVM options for the services. Arguments are sizes in codes, each with its number of
 * rounds.
 */
public final class CutBenchmark {
    private static final List<String> SIZES = List.of("1000:30", "10000:30", "100000:100");
    private static final String CATALOG = "/v1/catalogs/" + GeneratedCatalog.NAME;
    private static final String CHANNEL = CATALOG + "/channels/production";
    /** A message without arguments, so that any text is valid. */
    private static final String KEY = "-100049";
    /** The representation of null in COPY. */
    private static final String NULL = "\\N";
    private static final long PAUSE_MILLIS = Long.getLong("bench.pause", 2_000);

    private CutBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("| texts | first cut | first load | cut: median | its CPU | worst | elsewhere: median | its CPU | p99 | cut of other definitions |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (var size : arguments.length > 0 ? List.of(arguments) : SIZES) {
            var parts = size.split(":");
            row(new GeneratedCatalog(Integer.parseInt(parts[0]), false), Integer.parseInt(parts[1]));
        }
    }

    private static void row(GeneratedCatalog catalog, int rounds) throws Exception {
        var folder = Files.createTempDirectory("parlance-cut");
        var options = List.of(System.getProperty("bench.jvm", "-Xmx2g").split(" "));
        try (var postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            try (var first = ReplicaProcess.start(folder.resolve("first"), url, options); var database = DriverManager.getConnection(url)) {
                first.await("/v1/catalogs/parlance", "parlance");
                fill(database, catalog);
                System.out.printf(Locale.ROOT, "| %,d ", catalog.codes() * GeneratedCatalog.locales().size());
                print(seconds(() -> publishAll(first, 1)));
                first.moveChannel(CHANNEL, 0, 1);
                try (var second = ReplicaProcess.start(folder.resolve("second"), url, options)) {
                    print(seconds(() -> second.await(CATALOG + "/messages/" + KEY, KEY)));
                    publish(database, first, second, rounds);
                    print(seconds(() -> {
                        redefine(database);
                        publishAll(first, rounds + 2);
                    }));
                    System.out.println("|");
                    deliver(second);
                }
            }
        }
    }

    /** Cuts a release. A connection is closed after a minute without a byte, but the request is still completed. */
    private static void publishAll(ReplicaProcess replica, int release) throws IOException, InterruptedException {
        try {
            replica.post(CATALOG + "/releases", "{}");
        } catch (IOException e) {
            replica.await(CATALOG + "/releases/" + release, "bundles");
        }
    }

    /** A task to be timed. */
    private interface Task {
        void run() throws Exception;
    }

    private static double seconds(Task work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(double seconds) {
        System.out.printf(Locale.ROOT, "| %.2f s ", seconds);
        System.out.flush();
    }

    private static void publish(Connection database, ReplicaProcess first, ReplicaProcess second, int rounds) throws Exception {
        var locales = GeneratedCatalog.locales();
        var cuts = new double[rounds];
        var cutCpu = new double[rounds];
        var elsewhere = new double[rounds];
        var elsewhereCpu = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            var locale = locales.get(i % locales.size()).value();
            var text = "Changed for the " + i + ". time";
            int release = i + 2;
            edit(database, locale, text);
            double firstBefore = first.cpu();
            cuts[i] = seconds(() -> first.post(CATALOG + "/releases", "{}"));
            cutCpu[i] = first.cpu() - firstBefore;
            int moves = release - 1;
            var pointing = new Thread(() -> point(first, moves, release));
            double secondBefore = second.cpu();
            elsewhere[i] = seconds(() -> {
                pointing.start();
                second.await(CATALOG + "/messages/" + KEY + "?locale=" + locale, text);
            });
            elsewhereCpu[i] = second.cpu() - secondBefore;
            pointing.join();
            if (Boolean.getBoolean("bench.verbose")) {
                System.err.printf("%s %.3f (%.2f) %.3f (%.2f)%n", locale, cuts[i], cutCpu[i], elsewhere[i], elsewhereCpu[i]);
            }
            // Both services save the release to their files in the background, which must not overlap with the next cut.
            Thread.sleep(PAUSE_MILLIS);
        }
        print(at(0.5, cuts));
        print(at(0.5, cutCpu));
        print(at(1, cuts));
        print(at(0.5, elsewhere));
        print(at(0.5, elsewhereCpu));
        print(at(0.99, elsewhere));
    }

    private static double at(double quantile, double[] seconds) {
        return Arrays.stream(seconds).sorted().toArray()[(int) Math.ceil(seconds.length * quantile) - 1];
    }

    private static void point(ReplicaProcess replica, int moves, int release) {
        try {
            replica.moveChannel(CHANNEL, moves, release);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Verifies that every locale can be fetched. */
    private static void deliver(ReplicaProcess replica) throws IOException, InterruptedException {
        for (var locale : GeneratedCatalog.locales()) {
            replica.get(CATALOG + "/bundles/" + locale);
            replica.get(CATALOG + "/messages?limit=100&locale=" + locale);
            replica.get(CATALOG + "/messages/-100000?locale=" + locale + "&arg=x");
        }
    }

    static void fill(Connection database, GeneratedCatalog catalog) throws SQLException, IOException {
        var name = GeneratedCatalog.NAME.value();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("insert into catalog (name, title, source_locale, revision, definitions_revision) values ('" + name + "', '"
                    + name + "', '" + GeneratedCatalog.SOURCE + "', 1, 1)");
            var sources = catalog.draft(GeneratedCatalog.SOURCE).textsIn(GeneratedCatalog.SOURCE);
            var copy = database.unwrap(PGConnection.class).getCopyAPI();
            for (var locale : GeneratedCatalog.locales()) {
                statement.execute("insert into catalog_locale (catalog, locale, revision) values ('" + name + "', '" + locale + "', 1)");
                var draft = catalog.draft(locale);
                if (locale.equals(GeneratedCatalog.locales().get(0))) {
                    var rows = new StringBuilder();
                    draft.messages().forEach((key, it) ->
                            row(rows, name, key.value(), it.position(), it.code(), it.reason(), it.httpStatus(),
                            new ArgumentContractColumn().convertToDatabaseColumn(it.contract())));
                    copy.copyIn("copy message (catalog, key, position, code, reason, http_status, arguments) from stdin",
                            new StringReader(rows.toString()));
                }
                var rows = new StringBuilder();
                boolean source = locale.equals(GeneratedCatalog.SOURCE);
                draft.textsIn(locale)
                        .forEach((key, it) -> row(rows, name, key.value(), locale, it.syntax().label(), it.message(), it.description(),
                        source ? NULL : sources.get(key).contentHash(), 0, 0));
                copy.copyIn("copy message_text (catalog, key, locale, syntax, message, description, source_wording, errors, warnings)"
                        + " from stdin", new StringReader(rows.toString()));
            }
            statement.execute("update catalog set released_messages = " + catalog.codes() + " where name = '" + name + "'");
            statement.execute("update catalog_locale set translated = " + catalog.codes() + " where catalog = '" + name + "'");
        }
        database.commit();
        database.setAutoCommit(true);
        try (var statement = database.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static void row(StringBuilder rows, Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(columns[i] == NULL ? NULL : columns[i].toString().replace("\\", "\\\\"));
        }
        rows.append('\n');
    }

    private static void edit(Connection database, String locale, String text) throws SQLException {
        execute(database, "update catalog set revision = revision + 1 where name = ?", GeneratedCatalog.NAME.value());
        execute(database, "update catalog_locale set revision = (select revision from catalog where name = catalog) where catalog = ? and locale = ?",
                GeneratedCatalog.NAME.value(), locale);
        execute(database, "update message_text set message = ? where catalog = ? and key = ? and locale = ?", text,
                GeneratedCatalog.NAME.value(), KEY, locale);
    }

    /** Changes one HTTP status, which changes the reference documents of all locales. */
    private static void redefine(Connection database) throws SQLException {
        execute(database, "update catalog set revision = revision + 1, definitions_revision = revision + 1 where name = ?",
                GeneratedCatalog.NAME.value());
        execute(database, "update message set http_status = 418 where catalog = ? and key = ?", GeneratedCatalog.NAME.value(), KEY);
    }

    private static void execute(Connection database, String sql, String... parameters) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
