package dev.parlance.rest.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DerivationsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int THREADS = (int) ResourceLimit.DERIVATION_THREADS.value();
    private static final int QUEUE_SIZE = (int) ResourceLimit.DERIVATION_QUEUE.value();

    private final Derivations derivations = new Derivations(new ResourceUsage());
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch occupied = new CountDownLatch(THREADS);

    @AfterEach
    void stop() {
        release.countDown();
        derivations.stop();
    }

    private UniAssertSubscriber<String> request(String network, String key) {
        return derivations.run(key, Derivations.Source.MEMORY, ClientNetwork.of(network), () -> {
            try {
                occupied.countDown();
                release.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
                return key;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    /** Occupies all threads before it fills the queue. Otherwise, the tasks that occupy them would displace others from the queue. */
    private List<UniAssertSubscriber<String>> fillQueue(String network) throws InterruptedException {
        for (int i = 0; i < THREADS; i++) {
            request("running", "running" + i);
        }
        assertThat(occupied.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return IntStream.range(0, QUEUE_SIZE).mapToObj(it -> request(network, "key" + it)).toList();
    }

    @Test
    void servesJoinedRequestsAfterDisplacementOfFirst() throws InterruptedException {
        fillQueue("busy");
        var joined = request("reader", "key" + (QUEUE_SIZE - 1));

        for (int i = 0; i < QUEUE_SIZE / 2 - 2; i++) {
            request("new", "new" + i);
        }

        release.countDown();
        assertThat(joined.awaitItem(TIMEOUT).getItem()).isEqualTo("key" + (QUEUE_SIZE - 1));
    }

    @Test
    void startsAgainAfterRejection() throws InterruptedException {
        var busy = fillQueue("busy");
        request("other", "other");
        var rejected = IntStream.range(0, QUEUE_SIZE).filter(it -> busy.get(it).getFailure() != null).boxed().toList();
        assertThat(rejected).hasSize(1);
        assertThat(busy.get(rejected.get(0)).getFailure()).isInstanceOfSatisfying(ProblemException.class,
                it -> assertThat(it.type()).isEqualTo(ProblemType.BUSY));

        var accepted = request("another", "key" + rejected.get(0));

        release.countDown();
        assertThat(accepted.awaitItem(TIMEOUT).getItem()).isEqualTo("key" + rejected.get(0));
    }
}
