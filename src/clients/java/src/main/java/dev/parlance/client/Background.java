package dev.parlance.client;

import dev.parlance.client.http.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** The background work of a client, on three daemon threads: reading releases, limiting requests, and the event stream. */
final class Background implements Parlance.Following {
    private static final Duration MAX_RETRY_INTERVAL = Duration.ofMinutes(5);
    private static final DoubleSupplier RANDOM = () -> ThreadLocalRandom.current().nextDouble();

    private final Parlance client;
    private final DiskCache cache;
    private final int knownSeed;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(daemon("parlance-release"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemon("parlance-timeout"));
    private Follower follower;
    private EventStream stream;

    /**
     * @param cache     null if nothing is stored
     * @param knownSeed the release of the seed, or 0
     */
    Background(Parlance client, DiskCache cache, int knownSeed) {
        this.client = client;
        this.cache = cache;
        this.knownSeed = knownSeed;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    CatalogApi api(String url, String catalog, Map<String, String> headers, Transport transport, Duration timeout) {
        return new CatalogApi(url, catalog, headers, transport, timeout, timer);
    }

    /**
     * @param pinned  the only release, or null
     * @param channel the channel whose events are followed, or null
     */
    void start(CatalogApi api, ReleaseFetcher fetcher, Integer pinned, String channel, Duration pollInterval, Duration retryInterval) {
        if (channel != null && pinned == null) {
            stream = new EventStream(api, channel, this::onMove, new Backoff(retryInterval, MAX_RETRY_INTERVAL, RANDOM));
        }
        follower = new Follower(worker, () -> read(fetcher, pinned), pollInterval, () -> stream != null && stream.isConnected(),
                new Backoff(retryInterval, MAX_RETRY_INTERVAL, RANDOM), RANDOM);
        follower.refresh();
        if (stream != null) {
            daemon("parlance-events").newThread(stream).start();
        }
    }

    private boolean read(ReleaseFetcher fetcher, Integer pinned) throws IOException {
        Release current = client.current();
        if (pinned == null) {
            accept(fetcher.fetchChannel(current), current);
            return true;
        }
        if (current == null) {
            accept(fetcher.fetchPinned(pinned), null);
        }
        return false;
    }

    private void accept(Release next, Release current) {
        if (!next.hasSameContent(current)) {
            client.replace(next);
            if (cache != null) {
                cache.write(next, knownSeed);
            }
        }
    }

    private void onMove(int release) {
        Release current = client.current();
        if (current == null || current.number() != release) {
            follower.wake();
        }
    }

    @Override
    public CompletableFuture<Void> refresh() {
        return follower.refresh();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
        worker.shutdownNow();
        timer.shutdownNow();
    }
}
