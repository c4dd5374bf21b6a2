package dev.parlance.publishing.blob;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Runs independent tasks in parallel, as many at a time as there are processors. */
public final class Parallel {

    private Parallel() {
    }

    /** Returns the results in task order. Rethrows the exception of the first failed task in that order. */
    public static <T> List<T> runAll(List<Callable<T>> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var workers = Executors.newFixedThreadPool(Math.min(tasks.size(), Runtime.getRuntime().availableProcessors()));
        try {
            return workers.invokeAll(tasks).stream().map(it -> {
                try {
                    return it.get();
                } catch (InterruptedException e) {
                    throw asInterruption(e);
                } catch (ExecutionException e) {
                    throw unwrap(e);
                }
            }).toList();
        } catch (InterruptedException e) {
            throw asInterruption(e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static RuntimeException asInterruption(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for parallel tasks", e);
    }

    /** Callers expect the original exception, not the one that says it occurred on another thread. */
    private static RuntimeException unwrap(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
