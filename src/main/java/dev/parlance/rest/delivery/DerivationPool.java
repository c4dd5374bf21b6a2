package dev.parlance.rest.delivery;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread pool for derivations, with a bounded queue in which the networks of clients take turns.
 *
 * <p>If the queue is full, the network with the most waiting tasks loses its newest one. A task that other networks have joined moves to
 * one of them with fewer tasks instead.
 */
final class DerivationPool implements AutoCloseable {
    /** The queue has fewer tasks, so that one of this many networks has none. */
    private static final int MAX_NETWORKS = 32;

    private final ThreadPoolExecutor threads;
    private final ResourceLimit queueLimit;
    private final ResourceUsage usage;
    private final Map<String, Deque<Task>> waiting = new LinkedHashMap<>();

    /** A task that is run once or rejected. The pool guards its state. */
    static final class Task {
        private final Runnable work;
        private final Runnable rejection;
        private final Set<String> networks = new LinkedHashSet<>();
        private boolean rejected;

        /**
         * Creates a task.
         *
         * @param network the network of the client that needs the result first
         * @param rejection runs instead of the work if the task is rejected, on the thread of any caller
         */
        Task(String network, Runnable work, Runnable rejection) {
            this.work = work;
            this.rejection = rejection;
            networks.add(network);
        }
    }

    /** @param queueLimit the number of tasks that may wait; others are rejected and counted */
    DerivationPool(String name, ResourceLimit queueLimit, ResourceUsage usage) {
        int size = (int) ResourceLimit.DERIVATION_THREADS.value();
        var number = new AtomicInteger();
        // This queue is unbounded, but has only one element for each task in "waiting", which is bounded.
        this.threads = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(DerivationPool.class.getClassLoader());
            return thread;
        });
        this.queueLimit = queueLimit;
        this.usage = usage;
    }

    /** Runs a task on a thread of the pool, or rejects it, now or later. */
    void submit(Task task) {
        boolean free;
        Optional<Task> rejected = Optional.empty();
        synchronized (this) {
            var network = task.networks.iterator().next();
            free = usage.tryAcquire(queueLimit, 1);
            if (!free) {
                rejected = Optional.of(removeLastOfBusiest(network).orElse(task));
                rejected.get().rejected = true;
            }
            if (!task.rejected) {
                waiting.computeIfAbsent(network, it -> new ArrayDeque<>()).add(task);
            }
        }
        if (free) {
            threads.execute(this::runNext);
        }
        rejected.ifPresent(it -> it.rejection.run());
    }

    /** Adds a network that needs the result of a task; returns false if the task was rejected. */
    synchronized boolean join(Task task, String network) {
        if (task.networks.size() < MAX_NETWORKS) {
            task.networks.add(network);
        }
        return !task.rejected;
    }

    /** Makes room for a task. Returns empty if no network has more waiting tasks than this one would have. */
    private Optional<Task> removeLastOfBusiest(String network) {
        while (true) {
            var busiest = waiting.entrySet().stream().max(Comparator.comparingInt(it -> it.getValue().size())).orElseThrow();
            if (busiest.getValue().size() <= taskCount(network) + 1) {
                return Optional.empty();
            }
            var removed = findRemovable(busiest.getValue());
            if (removed.isPresent()) {
                busiest.getValue().removeLastOccurrence(removed.get());
                return removed;
            }
            // Each move makes the numbers of tasks more equal, so this loop ends.
            var moved = busiest.getValue().removeLast();
            waiting.computeIfAbsent(leastBusy(moved), it -> new ArrayDeque<>()).add(moved);
        }
    }

    /** Returns the newest task of a network that no network with fewer tasks needs. */
    private Optional<Task> findRemovable(Deque<Task> tasks) {
        for (var it = tasks.descendingIterator(); it.hasNext();) {
            var task = it.next();
            if (taskCount(leastBusy(task)) + 1 >= tasks.size()) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    private String leastBusy(Task task) {
        return task.networks.stream().min(Comparator.comparingInt(this::taskCount)).orElseThrow();
    }

    private int taskCount(String network) {
        var tasks = waiting.get(network);
        return tasks == null ? 0 : tasks.size();
    }

    private void runNext() {
        Task task;
        synchronized (this) {
            var network = waiting.keySet().iterator().next();
            var tasks = waiting.remove(network);
            task = tasks.remove();
            if (!tasks.isEmpty()) {
                waiting.put(network, tasks);
            }
            usage.release(queueLimit, 1);
        }
        task.work.run();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
