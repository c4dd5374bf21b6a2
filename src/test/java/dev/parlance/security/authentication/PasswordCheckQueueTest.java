package dev.parlance.security.authentication;

import static dev.parlance.limits.ResourceLimit.PASSWORD_CHECKS;
import static dev.parlance.limits.ResourceLimit.WAITING_KNOWN_SIGN_INS;
import static dev.parlance.limits.ResourceLimit.WAITING_SIGN_INS;
import static dev.parlance.limits.ResourceLimit.WAITING_SIGN_INS_PER_NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
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
    private final PasswordCheckQueue queue = new PasswordCheckQueue(usage);
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
    void rejectsOneNetworkButNotOthers() {
        fillLane("198.51.100.1");
        assertThat(problemOf(submit(newClient("198.51.100.1"), "one more"))).isEqualTo("busy");
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
    void servesKnownDevicesSeparately() {
        for (int i = 0; usage.used(WAITING_SIGN_INS) < WAITING_SIGN_INS.value(); i++) {
            fillLane("198.51.100." + i);
        }
        var known = submit(new LoginAttempt("anna", "198.51.100.0", Optional.of("device")), "known");
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
        return new LoginAttempt("anna", network, Optional.empty());
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
