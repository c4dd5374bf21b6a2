package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueThreadsTest {
    private static final ThreadFactory DAEMONS = QueueThreads.daemons("test", Thread.NORM_PRIORITY);

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(3);
    private volatile boolean outOfMemory;
    private final QueueThreads threads = new QueueThreads(this::createThread, 2, () -> Optional.ofNullable(queue.poll()));

    @AfterEach
    void stop() {
        release.countDown();
        threads.close();
    }

    @Test
    void runsTasksAfterErrors() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            submit(() -> {
                throw new OutOfMemoryError("simulated");
            });
        }
        for (int i = 0; i < 3; i++) {
            submit(done::countDown);
        }
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void boundsNumberOfThreads() throws InterruptedException {
        var started = new CountDownLatch(2);
        var exceeded = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            submit(() -> {
                started.countDown();
                exceeded.countDown();
                awaitRelease();
                done.countDown();
            });
        }
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(exceeded.await(200, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void reportsThreadThatCannotBeStartedOnlyWithoutAnother() throws InterruptedException {
        outOfMemory = true;
        assertThatThrownBy(() -> submit(done::countDown)).isInstanceOf(OutOfMemoryError.class);
        outOfMemory = false;
        submit(() -> {
            awaitRelease();
            done.countDown();
        });
        outOfMemory = true;
        submit(done::countDown);
        release.countDown();
        assertThat(done.await(5, TimeUnit.SECONDS)).as("the first task runs with the others").isTrue();
    }

    private void submit(Runnable task) {
        queue.add(task);
        threads.wake();
    }

    private Thread createThread(Runnable task) {
        if (outOfMemory) {
            throw new OutOfMemoryError("simulated: cannot create a native thread");
        }
        return DAEMONS.newThread(task);
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
