package dev.parlance.limits;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A bounded number of threads that run the tasks of a queue until it is empty.
 *
 * <p>A task that throws, even an {@link Error}, does not reduce the number of threads for later tasks.
 */
public final class QueueThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final Supplier<Optional<Runnable>> poll;
    private final int maximum;
    private int running;

    /**
     * @param factory creates the threads
     * @param maximum the number of threads
     * @param poll    removes the next task from the queue; thread-safe
     */
    public QueueThreads(ThreadFactory factory, int maximum, Supplier<Optional<Runnable>> poll) {
        this.threads = new ThreadPoolExecutor(maximum, maximum, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
        this.maximum = maximum;
        this.poll = poll;
    }

    /** Returns a factory of daemon threads. */
    public static ThreadFactory daemons(String name, int priority) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(priority);
            thread.setContextClassLoader(QueueThreads.class.getClassLoader());
            return thread;
        };
    }

    /**
     * Ensures that a task that was added to the queue is run.
     *
     * <p>Throws the exception or {@link Error} of a thread that cannot be started, if no other thread runs the tasks.
     */
    public void wake() {
        if (!tryReserve()) {
            return;
        }
        try {
            threads.execute(this::runAll);
        } catch (RuntimeException | Error e) {
            if (release() == 0) {
                throw e;
            }
        }
    }

    private synchronized boolean tryReserve() {
        if (running == maximum) {
            return false;
        }
        running++;
        return true;
    }

    private synchronized int release() {
        running--;
        return running;
    }

    private void runAll() {
        boolean ended = false;
        try {
            for (var next = pollOrEnd(); next.isPresent(); next = pollOrEnd()) {
                next.get().run();
            }
            ended = true;
        } finally {
            if (!ended) {
                release();
                wake();
            }
        }
    }

    /** Polls and ends under the same lock, so that a task added in between is not left without a thread. */
    private synchronized Optional<Runnable> pollOrEnd() {
        var next = poll.get();
        if (next.isEmpty()) {
            running--;
        }
        return next;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
