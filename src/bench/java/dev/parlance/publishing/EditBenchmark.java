package dev.parlance.publishing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Measures the latencies that translators experience with catalogs of growing size.
 *
 * <p>Runs against a packaged service. Texts are saved 50 times a second in an open loop, and each save is timed from the moment it was
 * due. Afterwards, pages of 200 messages with all findings and the counts of all locales are read. Arguments are sizes in codes; the
 * property {@code bench.jvm} holds JVM options for the service.
 */
public final class EditBenchmark {
    private static final List<String> SIZES = List.of("1000", "10000", "100000");
    private static final String CATALOG = "/v1/catalogs/" + GeneratedCatalog.NAME;
    private static final int WARM_UP = 1_000;
    private static final int EDITS = 3_000;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) / 50;
    private static final int PAGES = 200;
    private static final int CLIENTS = 8;
    /** Coprime to the number of codes. */
    private static final long STRIDE = 37;

    private final ReplicaProcess service;
    private final int codes;
    private final Random random = new Random(1);
    private final HashMap<String, Integer> versions = new HashMap<>();

    private EditBenchmark(ReplicaProcess service, int codes) {
        this.service = service;
        this.codes = codes;
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("| texts | a text saved: median | p99 | worst | 200 messages: median | p99 | counts: median | p99 |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (var size : arguments.length > 0 ? List.of(arguments) : SIZES) {
            row(Integer.parseInt(size));
        }
    }

    private static void row(int codes) throws Exception {
        var options = List.of(System.getProperty("bench.jvm", "-Xmx1g").split(" "));
        try (var postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            try (var service = ReplicaProcess.start(Files.createTempDirectory("parlance-edit"), url,
                    options); var database = DriverManager.getConnection(url)) {
                service.await("/v1/catalogs/parlance", "parlance");
                CutBenchmark.fill(database, new GeneratedCatalog(codes, false));
                var bench = new EditBenchmark(service, codes);
                bench.edits(WARM_UP);
                var edits = bench.edits(EDITS);
                var pages = bench.reads(bench::page);
                var counts = bench.reads(() -> CATALOG + "/draft");
                System.out.printf(Locale.ROOT, "| %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                        codes * GeneratedCatalog.locales().size(), at(0.5, edits), at(0.99, edits), at(1, edits), at(0.5, pages),
                        at(0.99, pages),
                        at(0.5, counts), at(0.99, counts));
            }
        }
    }

    /** Runs an open loop: delays of earlier edits count towards the later ones. */
    private double[] edits(int times) throws Exception {
        var millis = new double[times];
        var failures = new ConcurrentLinkedQueue<Exception>();
        var pool = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            int edit = i;
            long due = start + i * PERIOD_NANOS;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            // Edits no text twice within a thousand edits, so that no version conflict occurs.
            var path = CATALOG + "/messages/-" + (100_000 + edit * STRIDE % codes) + "/texts/" + locale(edit);
            int version = versions.merge(path, 1, Integer::sum);
            pool.execute(() -> {
                try {
                    service.put(path, version, "{\"message\":\"Said for the " + version + ". time\",\"state\":\"draft\"}");
                } catch (Exception e) {
                    failures.add(e);
                }
                millis[edit] = (System.nanoTime() - due) / 1e6;
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES) || !failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " edits failed", failures.peek());
        }
        return millis;
    }

    private static String locale(int edit) {
        return GeneratedCatalog.locales().get(edit % GeneratedCatalog.locales().size()).value();
    }

    /** The source of request paths. */
    private interface RequestCall {
        String path();
    }

    /** Returns the path of the first 200 of a thousand consecutive messages, chosen at random. */
    private String page() {
        return CATALOG + "/draft/messages?limit=200&locale=" + locale(random.nextInt(1000)) + "&prefix=-"
                + (100 + random.nextInt(codes / 1000));
    }

    private double[] reads(RequestCall asking) throws Exception {
        var millis = new double[PAGES];
        for (int i = -PAGES; i < PAGES; i++) {
            var path = asking.path();
            long start = System.nanoTime();
            service.read(path);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return millis;
    }

    private static double at(double quantile, double[] millis) {
        return Arrays.stream(millis).sorted().toArray()[(int) Math.ceil(millis.length * quantile) - 1];
    }
}
