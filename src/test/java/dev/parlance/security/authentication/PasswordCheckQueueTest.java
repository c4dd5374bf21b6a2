package dev.parlance.security.authentication;

import static dev.parlance.limits.ResourceLimit.PASSWORD_CHECKS;
import static dev.parlance.limits.ResourceLimit.WAITING_KNOWN_SIGN_INS;
import static dev.parlance.limits.ResourceLimit.WAITING_SIGN_INS;
import static dev.parlance.limits.ResourceLimit.WAITING_SIGN_INS_PER_NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.ServiceProcess;
import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.QueueThreads;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordCheckQueueTest {
    private final ResourceUsage usage = new ResourceUsage();
    private volatile boolean outOfMemory;
    private final PasswordCheckQueue queue = new PasswordCheckQueue(usage, this::createThread);
    private final CountDownLatch running = new CountDownLatch((int) PASSWORD_CHECKS.value());
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<CompletionStage<?>> submitted = new ArrayList<>();
    private final List<String> finished = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void occupyAllThreads() throws InterruptedException {
        for (int i = 0; i < PASSWORD_CHECKS.value(); i++) {
            submitted.add(queue.submit(newClient("192.0.2." + i), () -> {
                running.countDown();
                await(release);
                return "";
            }));
        }
        running.await();
    }

    @AfterEach
    void releaseThreads() {
        release.countDown();
    }

    @Test
    void displacesCheckOfSameNetworkButNotOfOthers() {
        fillLane("198.51.100.1");
        submit(newClient("198.51.100.1"), "one more");
        assertThat(submitted.stream().filter(it -> it.toCompletableFuture().isDone()).map(PasswordCheckQueueTest::problemOf))
                .containsExactly("busy");
        assertThat(usage.rejections(WAITING_SIGN_INS_PER_NETWORK)).isOne();
        var other = submit(newClient("198.51.100.2"), "other");
        release.countDown();
        other.toCompletableFuture().join();
        assertThat(finished.indexOf("other")).as("served in turn").isLessThanOrEqualTo(3);
    }

    @Test
    void dropsChecksOfBusyNetworksWhenFull() {
        for (int i = 0; usage.used(WAITING_SIGN_INS) < WAITING_SIGN_INS.value(); i++) {
            fillLane("198.51.100." + i);
        }
        var other = submit(newClient("203.0.113.1"), "other");
        assertThat(usage.used(WAITING_SIGN_INS)).isEqualTo(WAITING_SIGN_INS.value());
        assertThat(usage.rejections(WAITING_SIGN_INS)).isOne();
        release.countDown();
        assertThat(other.toCompletableFuture().join()).isEqualTo("other");
        assertThat(submitted.stream().filter(it -> problemOf(it).equals("busy"))).hasSize(1);
        assertThat(usage.used(WAITING_SIGN_INS)).isZero();
    }

    @Test
    void servesNewDeviceWhileManyNetworksHoldAllPlaces() {
        for (int i = 0; usage.used(WAITING_SIGN_INS) < WAITING_SIGN_INS.value(); i++) {
            submit(newClient("127.1.0." + i), "attacker");
        }
        var other = submit(newClient("127.2.0.1"), "other");
        for (int i = 0; i < 80; i++) {
            submit(newClient("127.1.0." + i), "attacker");
        }
        assertThat(usage.used(WAITING_SIGN_INS)).isEqualTo(WAITING_SIGN_INS.value());
        release.countDown();
        assertThat(other.toCompletableFuture().join()).isEqualTo("other");
        assertThat(finished.indexOf("other")).isLessThanOrEqualTo(3);
    }

    @Test
    void answersAndContinuesAfterErrors() {
        var failed = new ArrayList<CompletionStage<String>>();
        for (int i = 0; i < 2 * PASSWORD_CHECKS.value(); i++) {
            var error = i % 2 == 0 ? new OutOfMemoryError("simulated") : new NoClassDefFoundError("simulated");
            failed.add(queue.submit(newClient("198.51.100." + i), () -> {
                throw error;
            }));
        }
        var next = submit(newClient("203.0.113.1"), "next");
        release.countDown();
        failed.forEach(it -> assertThatThrownBy(() -> it.toCompletableFuture().join()).hasRootCauseInstanceOf(Error.class));
        assertThat(next.toCompletableFuture().join()).isEqualTo("next");
        submitted.forEach(it -> it.toCompletableFuture().join());
        assertThat(usage.used(WAITING_SIGN_INS)).isZero();
        ServiceProcess.await("the end of the checks", Duration.ofSeconds(5), () -> usage.used(PASSWORD_CHECKS) == 0);
    }

    @Test
    void answersWhenNoThreadCanBeStarted() {
        outOfMemory = true;
        var idle = new PasswordCheckQueue(usage, this::createThread);
        var failed = idle.submit(newClient("198.51.100.1"), () -> "failed");
        assertThatThrownBy(() -> failed.toCompletableFuture().join()).hasRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(usage.used(WAITING_SIGN_INS)).isZero();
        outOfMemory = false;
        assertThat(idle.submit(newClient("198.51.100.1"), () -> "checked").toCompletableFuture().join()).isEqualTo("checked");
    }

    @Test
    void servesKnownDevicesSeparately() {
        for (int i = 0; usage.used(WAITING_SIGN_INS) < WAITING_SIGN_INS.value(); i++) {
            fillLane("198.51.100." + i);
        }
        var known = submit(new LoginAttempt("anna", ClientNetwork.of("198.51.100.0"), Optional.of("device")), "known");
        assertThat(usage.used(WAITING_KNOWN_SIGN_INS)).isOne();
        release.countDown();
        known.toCompletableFuture().join();
        assertThat(finished.indexOf("known")).isLessThanOrEqualTo(3);
    }

    private void fillLane(String network) {
        for (int i = 0; i < WAITING_SIGN_INS_PER_NETWORK.value(); i++) {
            submit(newClient(network), network);
        }
    }

    private CompletionStage<String> submit(LoginAttempt attempt, String label) {
        var result = queue.submit(attempt, () -> {
            finished.add(label);
            return label;
        });
        submitted.add(result);
        return result;
    }

    private static LoginAttempt newClient(String network) {
        return new LoginAttempt("anna", ClientNetwork.of(network), Optional.empty());
    }

    private Thread createThread(Runnable task) {
        if (outOfMemory) {
            throw new OutOfMemoryError("simulated: cannot create a native thread");
        }
        return QueueThreads.daemons("test-check", Thread.NORM_PRIORITY).newThread(task);
    }

    /** Waits for the result. */
    private static String problemOf(CompletionStage<?> stage) {
        try {
            ((CompletableFuture<?>) stage).join();
            return "";
        } catch (CompletionException e) {
            return ((ProblemException) e.getCause()).type().key();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
