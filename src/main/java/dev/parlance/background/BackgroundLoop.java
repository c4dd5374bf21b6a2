package dev.parlance.background;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A daemon thread that repeats a task until it is stopped.
 *
 * <p>A task that fails is repeated, even after an {@link Error}: without its thread, the replica would serve outdated data. Only the first
 * of several consecutive failures of a kind is reported, so a long outage is one log line. Pauses vary by 20 %, so that replicas started
 * together do not query the database together.
 */
final class BackgroundLoop {
    private static final double JITTER = 0.2;

    private final Supplier<Duration> task;
    private final Duration pauseAfterFailure;
    private final Consumer<Throwable> onFirstFailure;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    /** The kinds of the failures that were reported since the last success. */
    private final Set<Object> reported = new HashSet<>();
    private Function<Throwable, ?> kindOf = it -> "";

    /**
     * @param name              of the thread
     * @param task              runs once and returns the pause before its next run
     * @param pauseAfterFailure replaces the pause of a task that threw
     * @param onFirstFailure    receives the first of several failures in a row, which are of one kind by default
     */
    BackgroundLoop(String name, Supplier<Duration> task, Duration pauseAfterFailure, Consumer<Throwable> onFirstFailure) {
        this.task = task;
        this.pauseAfterFailure = pauseAfterFailure;
        this.onFirstFailure = onFirstFailure;
        this.thread = new Thread(this::repeat, name);
        this.thread.setDaemon(true);
    }

    /** Distinguishes failures before the start: one that follows failures of other kinds is reported too. */
    BackgroundLoop distinguishing(Function<Throwable, ?> kind) {
        this.kindOf = kind;
        return this;
    }

    /** Starts the thread, unless it is started already. */
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    void stop() {
        thread.interrupt();
    }

    /** Ends the current pause, or skips the next one. */
    void wake() {
        wakeUps.release();
    }

    /** Returns whether the previous run failed; to be called by the task. */
    boolean isRecovering() {
        return !reported.isEmpty();
    }

    private void repeat() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                pause(runOnce());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration runOnce() {
        try {
            var pause = task.get();
            reported.clear();
            return pause;
        } catch (RuntimeException | Error e) {
            report(e);
            return pauseAfterFailure;
        }
    }

    /** Reports a failure of a new kind. Reporting may fail for lack of memory; then the next failure is reported. */
    private void report(Throwable failure) {
        try {
            var kind = kindOf.apply(failure);
            if (!reported.contains(kind)) {
                onFirstFailure.accept(failure);
                reported.add(kind);
            }
        } catch (RuntimeException | Error e) {
            // The next failure is reported.
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        double factor = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        wakeUps.tryAcquire(Math.round(pause.toMillis() * factor), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
    }
}
