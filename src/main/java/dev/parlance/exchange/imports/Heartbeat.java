package dev.parlance.exchange.imports;

import dev.parlance.problems.ProblemException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Reports once a second that a run is alive, with its latest progress, until closed.
 *
 * <p>Uses a daemon thread, because an import may wait for a single statement for a long time.
 */
final class Heartbeat implements IntConsumer, AutoCloseable {
    private static final long INTERVAL_SECONDS = 1;

    private final IntConsumer report;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int processed;

    private Heartbeat(IntConsumer report) {
        this.report = report;
    }

    /** @param report receives the number of processed messages */
    static Heartbeat start(String name, IntConsumer report) {
        var heartbeat = new Heartbeat(report);
        var thread = new Thread(heartbeat::repeat, name);
        thread.setDaemon(true);
        thread.start();
        return heartbeat;
    }

    /** Sets the number of messages that were processed so far. */
    @Override
    public void accept(int messages) {
        processed = messages;
    }

    private void repeat() {
        try {
            while (!ended.await(INTERVAL_SECONDS, TimeUnit.SECONDS)) {
                report();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An unavailable database is ignored: either the import fails too, or the database recovers before the run counts as interrupted. */
    private void report() {
        try {
            report.accept(processed);
        } catch (ProblemException unavailable) {
            // The next heartbeat follows in a second.
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
