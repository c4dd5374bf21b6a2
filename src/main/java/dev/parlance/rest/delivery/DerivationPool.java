package dev.parlance.rest.delivery;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread pool for derivations, with a bounded queue in which client addresses take turns.
 *
 * <p>If the queue is full, the newest task of the address with the most waiting tasks is rejected.
 */
final class DerivationPool implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final ResourceLimit queueLimit;
    private final ResourceUsage usage;
    private final Map<String, Deque<Task>> waiting = new LinkedHashMap<>();

    private record Task(Runnable work, Runnable rejection) {
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

    /**
     * Runs the work on a thread of the pool, or instead the rejection on a caller's thread, now or later.
     *
     * @param address the client address
     */
    void submit(String address, Runnable work, Runnable rejection) {
        var task = new Task(work, rejection);
        boolean free;
        Optional<Task> rejected = Optional.empty();
        synchronized (this) {
            free = usage.tryAcquire(queueLimit, 1);
            if (!free) {
                rejected = removeLastOfBusiest(address);
            }
            if (free || rejected.isPresent()) {
                waiting.computeIfAbsent(address, it -> new ArrayDeque<>()).add(task);
            }
        }
        if (free) {
            threads.execute(this::runNext);
        } else {
            rejected.orElse(task).rejection().run();
        }
    }

    /** Makes room for a task. Returns empty if no address has more waiting tasks than this one would have. */
    private Optional<Task> removeLastOfBusiest(String address) {
        var busiest = "";
        int most = waiting.containsKey(address) ? waiting.get(address).size() + 1 : 1;
        for (var entry : waiting.entrySet()) {
            if (entry.getValue().size() > most) {
                busiest = entry.getKey();
                most = entry.getValue().size();
            }
        }
        return Optional.ofNullable(waiting.get(busiest)).map(Deque::removeLast);
    }

    private void runNext() {
        Task task;
        synchronized (this) {
            var address = waiting.keySet().iterator().next();
            var tasks = waiting.remove(address);
            task = tasks.remove();
            if (!tasks.isEmpty()) {
                waiting.put(address, tasks);
            }
            usage.release(queueLimit, 1);
        }
        task.work().run();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
