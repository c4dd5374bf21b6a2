package dev.parlance.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Decides when the release is read: at the start, after an event, after each interval, and after failures.
 *
 * <p>One read runs at a time, and every caller gets its result. Intervals are measured by the monotonic clock of the executor, so a
 * change of the system time has no effect.
 */
final class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class.getName());
    private static final int STREAMING_FACTOR = 5;
    private static final double JITTER = 0.2;

    private final ScheduledExecutorService worker;
    private final Refresh refresh;
    private final Duration interval;
    private final BooleanSupplier streaming;
    private final Backoff backoff;
    private final DoubleSupplier random;
    private CompletableFuture<Void> running;
    private boolean again;
    private ScheduledFuture<?> next;

    /** Reads the release and applies it. */
    interface Refresh {
        /** @return whether the client should continue to poll */
        boolean run() throws IOException;
    }

    /**
     * @param interval  the time between two polls; five times as long while events are streamed
     * @param streaming whether events are streamed now
     */
    Follower(ScheduledExecutorService worker, Refresh refresh, Duration interval, BooleanSupplier streaming, Backoff backoff,
            DoubleSupplier random) {
        this.worker = worker;
        this.refresh = refresh;
        this.interval = interval;
        this.streaming = streaming;
        this.backoff = backoff;
        this.random = random;
    }

    /** Reads the release now, or joins the read that is running. */
    synchronized CompletableFuture<Void> refresh() {
        if (running == null) {
            running = new CompletableFuture<>();
            cancelNext();
            try {
                worker.execute(this::run);
            } catch (RejectedExecutionException e) { // closed
                running.completeExceptionally(e);
                CompletableFuture<Void> rejected = running;
                running = null;
                return rejected;
            }
        }
        return running;
    }

    /** Reads the release after an event. A running read may have started before the event, so it is repeated. */
    synchronized void wake() {
        again = running != null;
        refresh();
    }

    private void run() {
        Duration wait = null;
        IOException failure = null;
        try {
            boolean polling = refresh.run();
            backoff.reset();
            wait = polling ? pollInterval() : null;
        } catch (IOException e) {
            failure = e;
            wait = backoff.next();
            if (e instanceof ServiceException && ((ServiceException) e).retryAfter().compareTo(wait) > 0) {
                wait = ((ServiceException) e).retryAfter();
            }
            LOG.log(Level.FINE, e, () -> "The release could not be read.");
        } catch (RuntimeException e) { // for example a response that is JSON of another shape
            failure = new IOException(e);
            wait = backoff.next();
            LOG.log(worker.isShutdown() ? Level.FINE : Level.WARNING, e, () -> "The release could not be read.");
        }
        complete(failure, wait);
    }

    private Duration pollInterval() {
        long millis = interval.toMillis() * (streaming.getAsBoolean() ? STREAMING_FACTOR : 1);
        return Duration.ofMillis((long) (millis * (1 - JITTER / 2 + JITTER * random.getAsDouble())));
    }

    private void complete(IOException failure, Duration wait) {
        CompletableFuture<Void> done;
        synchronized (this) {
            done = running;
            running = null;
            if (again) {
                again = false;
                refresh();
            } else if (wait != null && !worker.isShutdown()) {
                schedule(wait);
            }
        }
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private void schedule(Duration wait) {
        try {
            next = worker.schedule(this::refresh, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) { // closed in between
            next = null;
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
