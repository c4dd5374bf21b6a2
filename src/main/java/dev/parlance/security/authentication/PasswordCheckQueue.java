package dev.parlance.security.authentication;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads that check passwords, and the sign-ins that wait for them.
 *
 * <p>Checks are slow by design, so they have their own threads: a flood of sign-ins does not delay other requests. Networks are served in
 * turn. Sign-ins from known devices have a separate queue and take every second turn.
 */
@Singleton
public final class PasswordCheckQueue {
    private static final int IDLE_SECONDS = 10;

    private final ResourceUsage usage;
    private final Lanes unknownDevices = new Lanes(ResourceLimit.WAITING_SIGN_INS, ResourceLimit.WAITING_SIGN_INS_PER_NETWORK);
    private final Lanes knownDevices = new Lanes(ResourceLimit.WAITING_KNOWN_SIGN_INS, ResourceLimit.WAITING_KNOWN_SIGN_INS_PER_ACCOUNT);
    /** Holds one {@link #runNext} for each waiting check. */
    private final ThreadPoolExecutor threads;
    private boolean knownDevicesNext;

    public PasswordCheckQueue(ResourceUsage usage) {
        this.usage = usage;
        int size = (int) ResourceLimit.PASSWORD_CHECKS.value();
        this.threads = new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                PasswordCheckQueue::createThread);
        threads.allowCoreThreadTimeOut(true);
    }

    private record Lanes(ResourceLimit limit, ResourceLimit laneLimit, FairQueue<Check<?>> queue) {
        Lanes(ResourceLimit limit, ResourceLimit laneLimit) {
            this(limit, laneLimit, new FairQueue<>(limit.value(), laneLimit.value()));
        }
    }

    private record Check<T>(Supplier<T> task, CompletableFuture<T> result) {
        void run() {
            try {
                result.complete(task.get());
            } catch (RuntimeException | StackOverflowError e) {
                result.completeExceptionally(e);
            }
        }

        void reject() {
            result.completeExceptionally(ProblemType.BUSY.with());
        }
    }

    /**
     * Queues a check. It runs when it is the turn of its account or network.
     *
     * @return fails with {@link ProblemType#BUSY} if too many checks wait
     */
    <T> CompletionStage<T> submit(LoginAttempt attempt, Supplier<T> task) {
        var check = new Check<>(task, new CompletableFuture<T>());
        enqueue(attempt.device().isPresent() ? knownDevices : unknownDevices, attempt.device().isPresent() ? attempt.account()
                : attempt.network(), check).ifPresent(Check::reject);
        return check.result();
    }

    private synchronized Optional<Check<?>> enqueue(Lanes lanes, String lane, Check<?> check) {
        var exceeded = lanes.queue().isLaneFull(lane) ? lanes.laneLimit() : lanes.limit();
        var dropped = lanes.queue().offer(lane, check);
        if (dropped.isPresent()) {
            usage.countRejection(exceeded);
        } else {
            usage.tryAcquire(lanes.limit(), 1);
            threads.execute(this::runNext);
        }
        return dropped;
    }

    private void runNext() {
        var next = poll();
        usage.tryAcquire(ResourceLimit.PASSWORD_CHECKS, 1);
        try {
            next.run();
        } finally {
            usage.release(ResourceLimit.PASSWORD_CHECKS, 1);
        }
    }

    private synchronized Check<?> poll() {
        knownDevicesNext = !knownDevicesNext;
        return (knownDevicesNext ? poll(knownDevices).or(() -> poll(unknownDevices)) : poll(unknownDevices).or(() -> poll(knownDevices)))
                .orElseThrow();
    }

    private Optional<Check<?>> poll(Lanes lanes) {
        var check = lanes.queue().poll();
        check.ifPresent(it -> usage.release(lanes.limit(), 1));
        return check;
    }

    private static Thread createThread(Runnable task) {
        var thread = new Thread(task, "password-check");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
