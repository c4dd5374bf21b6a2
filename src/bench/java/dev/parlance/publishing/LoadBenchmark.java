package dev.parlance.publishing;

import com.sun.management.OperatingSystemMXBean;
import dev.parlance.publishing.blob.CompressedBlob;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.delivery.CatalogEvents;
import dev.parlance.publishing.delivery.RefreshSnapshots;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.release.FrozenLocale;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseId;
import dev.parlance.storage.JdbcDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures how long a snapshot takes to load from PostgreSQL, and how much heap it occupies.
 *
 * <p>Generated catalogs of growing size are each stored as a release, and then loaded twice by a fresh JVM with the options in the
 * property {@code bench.jvm}.
 */
public final class LoadBenchmark {
    private static final List<Integer> CODES = List.of(1_000, 10_000, 100_000);

    /** A strong reference, because a logger that is garbage-collected loses its level. */
    private static final Logger QUIET = Logger.getLogger("org.hibernate");

    private LoadBenchmark() {
    }

    /** Measures all sizes; with a JDBC URL as argument, the given database only. */
    public static void main(String[] arguments) throws Exception {
        QUIET.setLevel(Level.SEVERE);
        if (arguments.length > 0) {
            measure(arguments[0]);
            return;
        }
        System.out.println("| texts | described | characters | bundle bytes a text | first load (CPU) | second load (CPU) | heap a text |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int codes : CODES) {
            row(new GeneratedCatalog(codes, false));
        }
        row(new GeneratedCatalog(CODES.get(CODES.size() - 1), true));
    }

    private static void row(GeneratedCatalog catalog) throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            double characters = store(catalog, url);
            System.out.printf(Locale.ROOT, "| %,d | %s | %.1f ", catalog.codes() * GeneratedCatalog.locales().size(),
                    catalog.described() ? "yes" : "no", characters);
            System.out.flush();
            var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(List.of(System.getProperty("bench.jvm", "-Xmx1g -XX:+UseSerialGC").split(" ")));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadBenchmark.class.getName(), url));
            var process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("measuring failed");
            }
        }
    }

    /**
     * Stores a catalog as a release.
     *
     * @return the average number of characters in a text
     */
    private static double store(GeneratedCatalog catalog, String url) throws IOException, SQLException {
        migrate(url);
        try (var database = new JdbcDatabase(url)) {
            long characters = 0;
            var release = new ReleaseId(GeneratedCatalog.NAME.value(), 1);
            var bundles = new ArrayList<ReleaseBundle>();
            for (var locale : GeneratedCatalog.locales()) {
                var draft = catalog.draft(locale);
                characters += draft.textsIn(locale).values().stream().mapToInt(it -> it.message().length()).sum();
                var frozen = FrozenLocale.of(draft, locale, 1, null);
                bundles.add(ReleaseBundle.of(release, frozen));
                var packed = CompressedBlob.compressAll(List.of(new CompressedBlob.UncompressedBlob(frozen.bundleDigest(),
                        frozen.bundleBytes(), ContentEncoding.availableEncodings()),
                        new CompressedBlob.UncompressedBlob(frozen.referenceDigest(), frozen.reference(), List.of(ContentEncoding.GZIP))));
                database.transactions().call(() -> {
                    packed.forEach(database.blobs()::add);
                    return null;
                });
            }
            database.transactions().call(() -> {
                var made = database.make(GeneratedCatalog.NAME, GeneratedCatalog.SOURCE);
                database.releases().add(new Release(made, 1, Instant.EPOCH, "", ""), bundles);
                return null;
            });
            return (double) characters / catalog.codes() / GeneratedCatalog.locales().size();
        }
    }

    static void migrate(String url) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement();
             var files = Files.list(Path.of("migrations"))) {
            for (var file : files.sorted().toList()) {
                statement.execute(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }

    private static void measure(String url) throws Exception {
        try (var database = new JdbcDatabase(url)) {
            database.transactions().call(database.channels()::heads);
            var snapshotRegistry = new SnapshotRegistry(Set.of(GeneratedCatalog.NAME));
            long before = used();
            var first = load(database, snapshotRegistry);
            long heap = used() - before;
            var snapshot = snapshotRegistry.get(GeneratedCatalog.NAME);
            long texts = 0;
            long bytes = 0;
            for (var locale : snapshot.offeredLocales().all()) {
                texts += snapshot.locale(locale).messages().size();
                bytes += snapshot.locale(locale).bundle().length;
            }
            var second = load(database, new SnapshotRegistry(Set.of(GeneratedCatalog.NAME)));
            System.out.printf(Locale.ROOT, "| %.0f | %s | %s | %.0f B |%n", (double) bytes / texts, first, second,
                    (double) heap / texts);
        }
    }

    /**
     * Loads the snapshot and returns the elapsed seconds, with the CPU seconds in brackets.
     *
     * <p>Unlike elapsed time, CPU time is not distorted by other load on the machine.
     */
    private static String load(JdbcDatabase database, SnapshotRegistry snapshotRegistry) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        var read = new LoadReleases(database.releases(), database.blobs(), database.transactions());
        new RefreshSnapshots(database.channels(), read, database.transactions(), snapshotRegistry, new CatalogEvents()).refresh();
        return String.format(Locale.ROOT, "%.2f s (%.2f s)", (System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
