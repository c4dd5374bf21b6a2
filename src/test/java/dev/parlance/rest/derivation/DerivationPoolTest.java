package dev.parlance.rest.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.QueueThreads;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
    private volatile boolean outOfMemory;
    private final DerivationPool pool = new DerivationPool(QUEUE, usage, this::createThread);
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
        assertThat(rejected).singleElement().asString().startsWith("a");
        assertThat(usage.rejections(QUEUE)).isEqualTo(1);
        finish(QUEUE_SIZE);
        assertThat(done).hasSize(QUEUE_SIZE).contains("late");
        assertThat(usage.used(QUEUE)).isZero();
    }

    @Test
    void makesRoomForAnotherAddressWhenOneFillsTheQueue() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            submit("busy", "busy" + i);
        }
        submit("other", "other");
        submit("busy", "again");
        assertThat(rejected).hasSize(2).allMatch(it -> it.startsWith("busy"));
        finish(QUEUE_SIZE);
        assertThat(done).contains("other", "again");
    }

    @Test
    void admitsFurtherAddressWhenEachHasOneTask() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            submit("10." + i + ".0.1", "task" + i);
        }
        submit("192.0.2.1", "last");
        assertThat(rejected).singleElement().asString().startsWith("task");
    }

    @Test
    void displacesTasksOfWideNetworkThatFillsTheQueue() throws InterruptedException {
        occupyThreads();
        submit("192.0.2.1", "other");
        for (int i = 0; i < 2 * QUEUE_SIZE; i++) {
            submit("10.0." + i + ".1", "attacker");
        }
        finish(QUEUE_SIZE);
        assertThat(done.indexOf("other")).isLessThanOrEqualTo(2);
    }

    @Test
    void rejectsTasksWhenNoThreadCanBeStarted() throws InterruptedException {
        outOfMemory = true;
        submit("192.0.2.1", "failed");
        assertThat(rejected).containsExactly("failed");
        assertThat(usage.used(QUEUE)).isZero();
        outOfMemory = false;
        remaining = new CountDownLatch(1);
        submit("192.0.2.1", "next");
        assertThat(remaining.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private Thread createThread(Runnable task) {
        if (outOfMemory) {
            throw new OutOfMemoryError("simulated: cannot create a native thread");
        }
        return QueueThreads.daemons("test", Thread.NORM_PRIORITY).newThread(task);
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
        assertThat(pool.join(shared, ClientNetwork.of("joined"))).isTrue();

        submit("other", "other");

        assertThat(rejected).singleElement().asString().startsWith("busy");
        finish(QUEUE_SIZE);
        assertThat(done).contains("shared", "other");
    }

    @Test
    void movesJoinedTasksToNetworkWithFewerTasks() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            var task = submit("busy", "busy" + i);
            pool.join(task, ClientNetwork.of("joined" + i));
        }
        // After this, each of the joined networks has one task, so any of them may be rejected.
        submit("other", "other");

        assertThat(rejected).hasSize(1);
        finish(QUEUE_SIZE);
        assertThat(done).hasSize(QUEUE_SIZE);
    }

    @Test
    void rejectsTasksThatOnlyBusyNetworksShare() throws InterruptedException {
        occupyThreads();
        for (int i = 0; i < QUEUE_SIZE; i++) {
            pool.join(submit("busy1", "busy" + i), ClientNetwork.of("busy2"));
        }

        submit("other", "other");

        assertThat(rejected).hasSize(1).doesNotContain("other");
        finish(QUEUE_SIZE);
        assertThat(done).contains("other");
    }

    @Test
    void reportsRejectionOfJoinedTask() throws InterruptedException {
        occupyThreads();
        var tasks = new HashMap<String, DerivationPool.Task>();
        for (int i = 0; i <= QUEUE_SIZE; i++) {
            tasks.put("busy" + i, submit("busy", "busy" + i));
        }
        assertThat(rejected).hasSize(1);
        assertThat(tasks).allSatisfy((name, task) ->
                assertThat(pool.join(task, ClientNetwork.of("other"))).isEqualTo(!rejected.contains(name)));
    }

    private void occupyThreads() throws InterruptedException {
        var started = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            pool.submit(new DerivationPool.Task(ClientNetwork.of("occupied"), () -> {
                started.countDown();
                awaitUninterrupted(release);
            }, it -> rejected.add("occupied")));
        }
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        remaining = new CountDownLatch(QUEUE_SIZE);
    }

    private DerivationPool.Task submit(String address, String name) {
        var task = new DerivationPool.Task(ClientNetwork.of(address), () -> {
            done.add(name);
            remaining.countDown();
        }, it -> rejected.add(name));
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
