package dev.parlance.rest.derivation;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.FairQueue;
import dev.parlance.limits.QueueThreads;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The threads for derivations, with a bounded queue in which client networks take turns.
 *
 * <p>A new task displaces a waiting one if the queue is full ({@link FairQueue}). A displaced task that other networks have joined is
 * queued again for one of them.
 */
final class DerivationPool implements AutoCloseable {
    /** Bounds the work of a displacement. The queue is shorter, so at least one of this many networks has no task in it. */
    private static final int MAX_NETWORKS = 32;

    private final QueueThreads threads;
    private final ResourceLimit queueLimit;
    private final ResourceUsage usage;
    private final FairQueue<Task> waiting;

    /** A task that is run once or rejected. The pool guards its state. */
    static final class Task {
        private final Runnable work;
        private final Consumer<Throwable> rejection;
        /** The networks that need the result. The task waits in the lane of the first one, and is rejected when none is left. */
        private final Deque<ClientNetwork> networks = new ArrayDeque<>();

        /**
         * Creates a task.
         *
         * @param network the network of the client that needs the result first
         * @param rejection runs instead of the work if the task is rejected, on the thread of any caller
         */
        Task(ClientNetwork network, Runnable work, Consumer<Throwable> rejection) {
            this.work = work;
            this.rejection = rejection;
            networks.add(network);
        }

        private void reject(Throwable reason) {
            rejection.accept(reason);
        }
    }

    /** @param queueLimit the number of tasks that may wait; others are rejected and counted */
    DerivationPool(ResourceLimit queueLimit, ResourceUsage usage, ThreadFactory threadFactory) {
        this.threads = new QueueThreads(threadFactory, (int) ResourceLimit.DERIVATION_THREADS.value(), () -> poll().map(it -> it.work));
        this.queueLimit = queueLimit;
        this.usage = usage;
        this.waiting = new FairQueue<>(queueLimit.value(), queueLimit.value());
    }

    /** Runs a task on a thread of the pool, or rejects it on a caller's thread, now or later. */
    void submit(Task task) {
        enqueue(task).ifPresent(it -> it.reject(ProblemType.BUSY.with()));
        try {
            threads.wake();
        } catch (RuntimeException | Error e) {
            // No thread can be started, so no waiting task would ever run.
            removeAll().forEach(it -> it.reject(e));
        }
    }

    /** Adds a network that needs the result of a task; returns false if the task was rejected. */
    synchronized boolean join(Task task, ClientNetwork network) {
        if (task.networks.isEmpty()) {
            return false;
        }
        if (task.networks.size() < MAX_NETWORKS && !task.networks.contains(network)) {
            task.networks.add(network);
        }
        return true;
    }

    /** Adds a task; returns the task that is rejected to make room for it. */
    private synchronized Optional<Task> enqueue(Task task) {
        var displaced = waiting.offer(task.networks.element().prefixes(), task);
        if (displaced.isEmpty()) {
            usage.acquire(queueLimit, 1);
            return displaced;
        }
        usage.countRejection(queueLimit);
        // Each turn removes a network from a task, so this loop ends.
        while (displaced.isPresent() && hasFurtherNetwork(displaced.get())) {
            var moved = displaced.get();
            displaced = waiting.offer(moved.networks.element().prefixes(), moved);
        }
        return displaced;
    }

    private static boolean hasFurtherNetwork(Task displaced) {
        displaced.networks.remove();
        return !displaced.networks.isEmpty();
    }

    private synchronized Optional<Task> poll() {
        var task = waiting.poll();
        task.ifPresent(it -> usage.release(queueLimit, 1));
        return task;
    }

    private synchronized List<Task> removeAll() {
        var removed = Stream.generate(this::poll).takeWhile(Optional::isPresent).map(Optional::orElseThrow).toList();
        removed.forEach(it -> it.networks.clear());
        return removed;
    }

    /** Stops the threads and rejects the tasks that wait. */
    @Override
    public void close() {
        threads.close();
        removeAll().forEach(it -> it.reject(ProblemType.BUSY.with()));
    }
}
