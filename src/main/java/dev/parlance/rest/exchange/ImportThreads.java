package dev.parlance.rest.exchange;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.FairQueue;
import dev.parlance.limits.QueueThreads;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/** The threads that run imports, with a bounded queue that is fair between client networks. */
@Singleton
class ImportThreads {
    private final ResourceUsage usage;
    private final QueueThreads threads;
    private final FairQueue<Task> waiting =
            new FairQueue<>(ResourceLimit.IMPORT_QUEUE.value(), ResourceLimit.IMPORT_QUEUE.value());

    private record Task(Runnable work, Consumer<Throwable> rejection) {
    }

    ImportThreads(ResourceUsage usage) {
        this.usage = usage;
        this.threads = new QueueThreads(QueueThreads.daemons("import", Thread.NORM_PRIORITY), (int) ResourceLimit.IMPORT_THREADS.value(),
                () -> poll().map(Task::work));
    }

    /**
     * Runs a task. If the queue is full, this task or a waiting task is rejected with {@link ProblemType#BUSY}.
     *
     * @param rejection called instead of the task, on the thread of any caller
     */
    void submit(ClientNetwork network, Runnable work, Consumer<Throwable> rejection) {
        offer(network, new Task(work, rejection)).ifPresent(it -> it.rejection().accept(ProblemType.BUSY.with()));
        threads.wake();
    }

    private synchronized Optional<Task> offer(ClientNetwork network, Task task) {
        var displaced = waiting.offer(network.prefixes(), task);
        if (displaced.isEmpty()) {
            usage.acquire(ResourceLimit.IMPORT_QUEUE, 1);
        } else {
            usage.countRejection(ResourceLimit.IMPORT_QUEUE);
        }
        return displaced;
    }

    private synchronized Optional<Task> poll() {
        var task = waiting.poll();
        task.ifPresent(it -> usage.release(ResourceLimit.IMPORT_QUEUE, 1));
        return task;
    }

    @PreDestroy
    void stop() {
        threads.close();
    }
}
