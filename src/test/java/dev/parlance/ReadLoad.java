package dev.parlance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads messages from several threads until it is closed. Each URI is used once, to bypass caches. */
final class ReadLoad implements AutoCloseable {
    private static final String PATH = "/v1/catalogs/exchange/messages/-1015?locale=de&arg=10s&arg=";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService threads;
    private final String service;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger successes = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private ReadLoad(int port, int threadCount) {
        this.service = "http://127.0.0.1:" + port;
        this.threads = Executors.newFixedThreadPool(threadCount);
    }

    /**
     * Starts to read.
     *
     * @param threads the number of concurrent readers
     * @param pause   of each reader between two requests
     */
    static ReadLoad start(int port, int threads, Duration pause) {
        var load = new ReadLoad(port, threads);
        for (int i = 0; i < threads; i++) {
            load.threads.execute(() -> load.readRepeatedly(pause));
        }
        return load;
    }

    private void readRepeatedly(Duration pause) {
        while (!threads.isShutdown()) {
            read();
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read() {
        var request = HttpRequest.newBuilder(URI.create(service + PATH + sent.incrementAndGet())).timeout(Duration.ofSeconds(20)).build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                successes.incrementAndGet();
            } else {
                failures.add(response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            failures.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int successes() {
        return successes.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Lets the requests in flight finish. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
