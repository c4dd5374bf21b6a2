package dev.parlance.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundLoopTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(1);

    private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
    private @Nullable BackgroundLoop loop;

    @AfterEach
    void stopLoop() {
        if (loop != null) {
            loop.stop();
        }
    }

    @Test
    void repeatsTask() throws InterruptedException {
        start(() -> NONE, NONE);
        for (int i = 0; i < 3; i++) {
            assertThat(nextRun()).isEqualTo("ran");
        }
    }

    @Test
    void runsTaskOnNamedDaemonThread() throws InterruptedException {
        var threads = new LinkedBlockingQueue<Thread>();
        start(() -> {
            threads.add(Thread.currentThread());
            return LONG;
        }, LONG);
        var thread = threads.take();
        assertThat(thread.getName()).isEqualTo("test-loop");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void wakesFromPause() throws InterruptedException {
        start(() -> LONG, LONG);
        nextRun();
        loop.wake();
        assertThat(nextRun()).isEqualTo("ran");
    }

    @Test
    void skipsOnlyOnePauseForManyWakeUpsDuringARun() throws InterruptedException {
        var started = new CountDownLatch(1);
        var woken = new CountDownLatch(1);
        start(() -> {
            started.countDown();
            awaitUninterruptibly(woken);
            return LONG;
        }, LONG);
        started.await();
        for (int i = 0; i < 5; i++) {
            loop.wake();
        }
        woken.countDown();
        assertThat(nextRun()).isEqualTo("ran");
        assertThat(nextRun()).isEqualTo("ran");
        assertThat(runs.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void reportsOnlyFirstOfSeveralFailuresInARow() throws InterruptedException {
        startWithOutcomes("fail a", "fail b", "ok", "fail c", "fail d", "ok");
        awaitRuns(6);
        assertThat(reported).extracting(Throwable::getMessage).containsExactly("fail a", "fail c");
    }

    @Test
    void reportsFirstFailureOfEachKind() throws InterruptedException {
        var outcomes = new ArrayDeque<>(List.of("fail a", "fail b", "fail a", "fail b", "ok", "fail b", "ok"));
        loop = new BackgroundLoop("test-loop", () -> {
            try {
                return outcome(outcomes);
            } finally {
                runs.add("ran");
            }
        }, NONE, reported::add).distinguishing(Throwable::getMessage);
        loop.start();
        awaitRuns(7);
        assertThat(reported).extracting(Throwable::getMessage).containsExactly("fail a", "fail b", "fail b");
    }

    @Test
    void informsTaskOfRecovery() throws InterruptedException {
        var recovering = new LinkedBlockingQueue<Boolean>();
        var outcomes = new ArrayDeque<>(List.of("ok", "fail", "ok", "ok"));
        start(() -> {
            recovering.add(loop.isRecovering());
            return outcome(outcomes);
        }, NONE);
        awaitRuns(4);
        assertThat(recovering.stream().limit(4)).containsExactly(false, false, true, false);
    }

    @Test
    void survivesStackOverflow() throws InterruptedException {
        var outcomes = new ArrayDeque<>(List.of("overflow", "ok"));
        start(() -> outcome(outcomes), NONE);
        awaitRuns(2);
        assertThat(reported).singleElement().isInstanceOf(StackOverflowError.class);
    }

    @Test
    void survivesErrorsEvenIfTheyCannotBeReported() throws InterruptedException {
        loop = new BackgroundLoop("test-loop", () -> {
            runs.add("ran");
            throw new NoClassDefFoundError("simulated");
        }, NONE, it -> {
            if (reported.size() < 2) {
                reported.add(it);
                throw new OutOfMemoryError("simulated");
            }
            reported.add(it);
        });
        loop.start();
        awaitRuns(5);
        assertThat(reported).hasSize(3).allMatch(NoClassDefFoundError.class::isInstance);
    }

    @Test
    void startsOnce() throws InterruptedException {
        start(() -> LONG, LONG);
        loop.start();
        assertThat(nextRun()).isEqualTo("ran");
        assertThat(runs.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void usesFailurePauseAfterFailure() throws InterruptedException {
        start(() -> {
            throw new IllegalStateException("fail");
        }, LONG);
        nextRun();
        assertThat(runs.poll(100, TimeUnit.MILLISECONDS)).isNull();
        loop.wake();
        assertThat(nextRun()).isEqualTo("ran");
    }

    @Test
    void stopsDuringPause() throws InterruptedException {
        var threads = new LinkedBlockingQueue<Thread>();
        start(() -> {
            threads.add(Thread.currentThread());
            return LONG;
        }, LONG);
        var thread = threads.take();
        loop.stop();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(thread.isAlive()).isFalse();
        assertThat(reported).isEmpty();
    }

    @Test
    void stopsAfterTaskThatWasRunning() throws InterruptedException {
        var threads = new LinkedBlockingQueue<Thread>();
        var release = new CountDownLatch(1);
        start(() -> {
            threads.add(Thread.currentThread());
            awaitUninterruptibly(release);
            return NONE;
        }, NONE);
        var thread = threads.take();
        loop.stop();
        release.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(thread.isAlive()).isFalse();
        assertThat(threads).isEmpty();
    }

    private void startWithOutcomes(String... outcomes) {
        var remaining = new ArrayDeque<>(List.of(outcomes));
        start(() -> outcome(remaining), NONE);
    }

    private void start(Supplier<Duration> task, Duration pauseAfterFailure) {
        loop = new BackgroundLoop("test-loop", () -> {
            try {
                return task.get();
            } finally {
                runs.add("ran");
            }
        }, pauseAfterFailure, reported::add);
        loop.start();
    }

    /** Acts out the next outcome. Pauses for good after the last. */
    private static Duration outcome(Queue<String> remaining) {
        var next = remaining.remove();
        if (next.equals("overflow")) {
            throw new StackOverflowError();
        } else if (next.startsWith("fail")) {
            throw new IllegalStateException(next);
        }
        return remaining.isEmpty() ? LONG : NONE;
    }

    private @Nullable String nextRun() throws InterruptedException {
        return runs.poll(20, TimeUnit.SECONDS);
    }

    private void awaitRuns(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            assertThat(nextRun()).isEqualTo("ran");
        }
    }

    /** Waits even if the thread is interrupted, and keeps the interrupt for later. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
