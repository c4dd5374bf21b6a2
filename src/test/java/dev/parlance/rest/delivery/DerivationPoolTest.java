package dev.parlance.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DerivationPoolTest {
    private static final ResourceLimit QUEUE = ResourceLimit.DERIVATION_QUEUE;
    private static final int QUEUE_SIZE = (int) QUEUE.value();
    private static final int THREADS = (int) ResourceLimit.DERIVATION_THREADS.value();

    private final ResourceUsage usage = new ResourceUsage();
    private final DerivationPool pool = new DerivationPool("test", QUEUE, usage);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<String> rejected = new ArrayList<>();
    private CountDownLatch remaining = new CountDownLatch(0);

    @AfterEach
    void stop() {
        release.countDown();
        pool.close();
    }

    @Test
    void rejectsAtOnceWhenQueueIsFull() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            submit("a", "a" + i);
        }
        assertThat(usage.used(QUEUE)).isEqualTo(QUEUE_SIZE);
        submit("a", "late");
        assertThat(rejected).containsExactly("late");
        assertThat(usage.rejections(QUEUE)).isEqualTo(1);
        finish(QUEUE_SIZE);
        assertThat(done).hasSize(QUEUE_SIZE).doesNotContain("late");
        assertThat(usage.used(QUEUE)).isZero();
    }

    @Test
    void makesRoomForAnotherAddressWhenOneFillsTheQueue() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            submit("busy", "busy" + i);
        }
        submit("other", "other");
        assertThat(rejected).containsExactly("busy" + (QUEUE_SIZE - 1));
        submit("busy", "again");
        assertThat(rejected).contains("again");
        finish(QUEUE_SIZE);
        assertThat(done).contains("other", "busy0").doesNotContain("again");
    }

    @Test
    void rejectsFurtherAddressesWhenEachHasOneTask() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            submit("address" + i, "task" + i);
        }
        submit("last", "last");
        assertThat(rejected).containsExactly("last");
    }

    @Test
    void letsAddressesTakeTurns() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < 6; i++) {
            submit("busy", "busy" + i);
        }
        submit("other", "other");
        finish(7);
        assertThat(done.indexOf("other")).isLessThan(done.indexOf("busy4"));
    }

    @Test
    void keepsTasksThatOtherNetworksJoined() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE - 1; i++) {
            submit("busy", "busy" + i);
        }
        var shared = submit("busy", "shared");
        assertThat(pool.join(shared, "joined")).isTrue();

        submit("other", "other");

        assertThat(rejected).containsExactly("busy" + (QUEUE_SIZE - 2));
        finish(QUEUE_SIZE);
        assertThat(done).contains("shared", "other");
    }

    @Test
    void movesJoinedTasksToTheNetworkWithFewerTasks() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            var task = submit("busy", "busy" + i);
            pool.join(task, "joined" + i);
        }
        // Each of the joined networks has one task after this, so no network has more than another.
        submit("other", "other");

        assertThat(rejected).containsExactly("other");
        finish(QUEUE_SIZE);
        assertThat(done).hasSize(QUEUE_SIZE);
    }

    @Test
    void rejectsTasksThatOnlyBusyNetworksShare() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            pool.join(submit("busy1", "busy" + i), "busy2");
        }

        submit("other", "other");

        assertThat(rejected).hasSize(1).doesNotContain("other");
        finish(QUEUE_SIZE);
        assertThat(done).contains("other");
    }

    @Test
    void reportsThatAJoinedTaskWasRejected() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            submit("busy", "busy" + i);
        }
        var late = submit("busy", "late");

        assertThat(pool.join(late, "other")).isFalse();
    }

    private void occupyThreads() throws InterruptedException {
        var started = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            pool.submit(new DerivationPool.Task("occupied", () -> {
                started.countDown();
                awaitUninterrupted(release);
            }, () -> rejected.add("occupied")));
        }
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        remaining = new CountDownLatch(QUEUE_SIZE);
    }

    private DerivationPool.Task submit(String address, String name) {
        var task = new DerivationPool.Task(address, () -> {
            done.add(name);
            remaining.countDown();
        }, () -> rejected.add(name));
        pool.submit(task);
        return task;
    }

    private void finish(int expected) throws InterruptedException {
        for (int i = expected; i < QUEUE_SIZE; i++) {
            remaining.countDown();
        }
        release.countDown();
        assertThat(remaining.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
