package dev.parlance.rest.delivery;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.FairQueue;
import dev.parlance.limits.QueueThreads;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The threads for derivations, with a bounded queue in which client networks take turns.
 *
 * <p>A full queue displaces tasks that wait, not the newcomer ({@link FairQueue}).
 */
final class DerivationPool implements AutoCloseable {
    private final QueueThreads threads;
    private final ResourceLimit queueLimit;
    private final ResourceUsage usage;
    private final FairQueue<Task> waiting;

    private record Task(Runnable work, Consumer<Throwable> rejection) {
    }

    /** @param queueLimit the number of tasks that may wait; others are rejected and counted */
    DerivationPool(ResourceLimit queueLimit, ResourceUsage usage, ThreadFactory threadFactory) {
        this.threads = new QueueThreads(threadFactory, (int) ResourceLimit.DERIVATION_THREADS.value(), () -> poll().map(Task::work));
        this.queueLimit = queueLimit;
        this.usage = usage;
        this.waiting = new FairQueue<>(queueLimit.value(), queueLimit.value());
    }

    /** Runs the work on a thread of the pool, or instead the rejection on a caller's thread, now or later. */
    void submit(ClientNetwork network, Runnable work, Consumer<Throwable> rejection) {
        enqueue(network, new Task(work, rejection)).ifPresent(it -> it.rejection().accept(ProblemType.BUSY.with()));
        try {
            threads.wake();
        } catch (RuntimeException | Error e) {
            // No thread can be started, so nothing that waits would be derived.
            removeAll().forEach(it -> it.rejection().accept(e));
        }
    }

    private synchronized Optional<Task> enqueue(ClientNetwork network, Task task) {
        var displaced = waiting.offer(network.prefixes(), task);
        if (displaced.isPresent()) {
            usage.countRejection(queueLimit);
        } else {
            usage.acquire(queueLimit, 1);
        }
        return displaced;
    }

    private synchronized Optional<Task> poll() {
        var task = waiting.poll();
        task.ifPresent(it -> usage.release(queueLimit, 1));
        return task;
    }

    private synchronized List<Task> removeAll() {
        return Stream.generate(this::poll).takeWhile(Optional::isPresent).map(Optional::orElseThrow).toList();
    }

    @Override
    public void close() {
        threads.close();
    }
}
