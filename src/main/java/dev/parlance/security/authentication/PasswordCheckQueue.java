package dev.parlance.security.authentication;

import dev.parlance.limits.FairQueue;
import dev.parlance.limits.QueueThreads;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The threads that check passwords, and the sign-ins that wait for them.
 *
 * <p>Checks are slow by design, so they have their own threads: a flood of sign-ins does not delay other requests. Networks are served in
 * turn. Sign-ins from known devices have a separate queue and take every second turn. A new sign-in displaces a waiting one if the queue is
 * full ({@link FairQueue}).
 */
@Singleton
public final class PasswordCheckQueue {
    private final ResourceUsage usage;
    private final Lanes unknownDevices = new Lanes(ResourceLimit.WAITING_SIGN_INS, ResourceLimit.WAITING_SIGN_INS_PER_NETWORK);
    private final Lanes knownDevices = new Lanes(ResourceLimit.WAITING_KNOWN_SIGN_INS, ResourceLimit.WAITING_KNOWN_SIGN_INS_PER_ACCOUNT);
    private final QueueThreads threads;
    private boolean knownDevicesNext;

    @Inject
    public PasswordCheckQueue(ResourceUsage usage) {
        this(usage, QueueThreads.daemons("password-check", Thread.MIN_PRIORITY));
    }

    PasswordCheckQueue(ResourceUsage usage, ThreadFactory threadFactory) {
        this.usage = usage;
        this.threads = new QueueThreads(threadFactory, (int) ResourceLimit.PASSWORD_CHECKS.value(), this::poll);
    }

    private record Lanes(ResourceLimit limit, ResourceLimit laneLimit, FairQueue<Check<?>> queue) {
        Lanes(ResourceLimit limit, ResourceLimit laneLimit) {
            this(limit, laneLimit, new FairQueue<>(limit.value(), laneLimit.value()));
        }
    }

    private record Check<T>(Supplier<T> task, CompletableFuture<T> result) {
        /** Completes with the result or the failure. Catches errors too, because a request waits for the result. */
        void run() {
            try {
                result.complete(task.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        }

        void reject(Throwable reason) {
            result.completeExceptionally(reason);
        }
    }

    /**
     * Queues a check. It runs when it is the turn of its account or network.
     *
     * @return fails with {@link ProblemType#BUSY} if too many checks wait and another one displaces this one
     */
    <T> CompletionStage<T> submit(LoginAttempt attempt, Supplier<T> task) {
        var check = new Check<>(task, new CompletableFuture<T>());
        var displaced = attempt.device().isPresent() ? enqueue(knownDevices, List.of(attempt.account()), check)
                : enqueue(unknownDevices, attempt.network().prefixes(), check);
        displaced.ifPresent(it -> it.reject(ProblemType.BUSY.with()));
        try {
            threads.wake();
        } catch (RuntimeException | Error e) {
            // No thread can be started, so no waiting check would ever run.
            removeAll().forEach(it -> it.reject(e));
        }
        return check.result();
    }

    private synchronized Optional<Check<?>> enqueue(Lanes lanes, List<String> lane, Check<?> check) {
        var exceeded = lanes.queue().isLaneFull(lane) ? lanes.laneLimit() : lanes.limit();
        var displaced = lanes.queue().offer(lane, check);
        if (displaced.isPresent()) {
            usage.countRejection(exceeded);
        } else {
            usage.acquire(lanes.limit(), 1);
        }
        return displaced;
    }

    private synchronized Optional<Runnable> poll() {
        knownDevicesNext = !knownDevicesNext;
        var next = knownDevicesNext ? poll(knownDevices).or(() -> poll(unknownDevices))
                : poll(unknownDevices).or(() -> poll(knownDevices));
        return next.map(it -> () -> run(it));
    }

    private void run(Check<?> check) {
        usage.acquire(ResourceLimit.PASSWORD_CHECKS, 1);
        try {
            check.run();
        } finally {
            usage.release(ResourceLimit.PASSWORD_CHECKS, 1);
        }
    }

    private synchronized List<Check<?>> removeAll() {
        return Stream.of(knownDevices, unknownDevices)
                .<Check<?>>flatMap(it -> Stream.generate(() -> poll(it)).takeWhile(Optional::isPresent).map(Optional::orElseThrow))
                .toList();
    }

    private Optional<Check<?>> poll(Lanes lanes) {
        var check = lanes.queue().poll();
        check.ifPresent(it -> usage.release(lanes.limit(), 1));
        return check;
    }
}
