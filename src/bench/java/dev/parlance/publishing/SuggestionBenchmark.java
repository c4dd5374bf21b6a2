package dev.parlance.publishing;

import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.suggestions.TranslationMemory;
import dev.parlance.locales.LocaleTag;
import dev.parlance.storage.JdbcDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Measures the latency of suggestions, and of saving a source text, which keeps them up to date.
 *
 * <p>Runs only the queries, on one connection. All texts of {@link GeneratedCatalog} consist of the same few words, which is the worst
 * case. Arguments are sizes in codes.
 */
public final class SuggestionBenchmark {
    private static final List<String> SIZES = List.of("1000", "10000", "100000");
    private static final LocaleTag GERMAN = LocaleTag.parse("de");
    private static final int WARM_UP = 50;
    private static final int QUESTIONS = 500;
    private static final int MOST = 10;

    private SuggestionBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("| texts | suggestions: median | p99 | worst | a source saved: median | p99 |");
        System.out.println("|---|---|---|---|---|---|");
        for (var size : arguments.length > 0 ? List.of(arguments) : SIZES) {
            row(new GeneratedCatalog(Integer.parseInt(size), false));
        }
    }

    private static void row(GeneratedCatalog catalog) throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            LoadBenchmark.migrate(url);
            try (var connection = DriverManager.getConnection(url); var database = new JdbcDatabase(url)) {
                CutBenchmark.fill(connection, catalog);
                var sources = sources(connection);
                ask(database, sources, WARM_UP);
                var asked = ask(database, sources, QUESTIONS);
                var saved = save(connection, sources);
                System.out.printf(Locale.ROOT, "| %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                        catalog.codes() * GeneratedCatalog.locales().size(), at(0.5, asked), at(0.99, asked), at(1, asked), at(0.5, saved),
                        at(0.99, saved));
            }
        }
    }

    private record Source(String key, String message) {
    }

    private static List<Source> sources(Connection connection) throws SQLException {
        var sources = new ArrayList<Source>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(
                "select key, message from message_text where catalog = '" + GeneratedCatalog.NAME
                        + "' and locale = 'en' order by key limit 20000")) {
            while (rows.next()) {
                sources.add(new Source(rows.getString(1), rows.getString(2)));
            }
        }
        return sources;
    }

    private static double[] ask(JdbcDatabase database, List<Source> sources, int questions) {
        var random = new Random(questions);
        var memory = database.memory();
        var millis = new double[questions];
        for (int i = 0; i < questions; i++) {
            var source = sources.get(random.nextInt(sources.size()));
            var query = new TranslationMemory.Query(source.message(), GeneratedCatalog.SOURCE, GERMAN, Set.of(GeneratedCatalog.NAME),
                    Optional.of(new MessageId(GeneratedCatalog.NAME.value(), source.key())));
            long start = System.nanoTime();
            var found = database.transactions().call(() -> memory.findSimilar(query, MOST));
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (found.isEmpty()) {
                throw new IllegalStateException("nothing like " + source);
            }
        }
        return millis;
    }

    private static double[] save(Connection connection, List<Source> sources) throws SQLException {
        var millis = new double[QUESTIONS];
        try (var update = connection.prepareStatement("update message_text set message = ? where catalog = ? and key = ? and locale = 'en'")) {
            for (int i = 0; i < QUESTIONS; i++) {
                var source = sources.get(i % sources.size());
                update.setString(1, source.message() + " " + i);
                update.setString(2, GeneratedCatalog.NAME.value());
                update.setString(3, source.key());
                long start = System.nanoTime();
                update.executeUpdate();
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return millis;
    }

    private static double at(double quantile, double[] millis) {
        return Arrays.stream(millis).sorted().toArray()[(int) Math.ceil(millis.length * quantile) - 1];
    }
}
