package dev.parlance.rest.derivation;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.QueueThreads;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Runs derivations on dedicated threads.
 *
 * <p>Requests that need no derivation do not wait for them. Simultaneous requests for the same result share one derivation.
 */
@Singleton
public class Derivations {
    private final DerivationPool memoryPool;
    private final DerivationPool databasePool;
    private final Map<String, SharedDerivation> running = new ConcurrentHashMap<>();

    private record SharedDerivation(CompletableFuture<?> result, DerivationPool.Task task) {
    }

    /** The source of a derivation. Each has its own threads, so that an unavailable database delays no derivation from memory. */
    public enum Source {
        MEMORY, DATABASE
    }

    Derivations(ResourceUsage usage) {
        this.memoryPool = new DerivationPool(ResourceLimit.DERIVATION_QUEUE, usage,
                QueueThreads.daemons("derivation", Thread.NORM_PRIORITY));
        this.databasePool = new DerivationPool(ResourceLimit.STORED_BUNDLE_QUEUE, usage,
                QueueThreads.daemons("stored-bundle", Thread.NORM_PRIORITY));
    }

    /**
     * Runs a derivation, or joins a running one with the same key. Fails with {@link ProblemType#BUSY} if too many are waiting.
     *
     * @param key     identifies the result and its type
     * @param network the network of the client
     */
    public <T> Uni<T> run(String key, Source source, ClientNetwork network, Supplier<T> derivation) {
        var result = this.<T>start(key, source == Source.MEMORY ? memoryPool : databasePool, network, derivation);
        // A client that disconnects cancels its own subscription only.
        return Uni.createFrom().emitter(emitter -> result.whenComplete((value, failure) -> {
            if (failure == null) {
                emitter.complete(value);
            } else {
                emitter.fail(failure);
            }
        }));
    }

    @SuppressWarnings("unchecked")
    private <T> CompletableFuture<T> start(String key, DerivationPool pool, ClientNetwork network, Supplier<T> derivation) {
        var result = new CompletableFuture<T>();
        var task = new DerivationPool.Task(network, () -> complete(key, result, derivation), failure -> {
            remove(key, result);
            result.completeExceptionally(failure);
        });
        while (true) {
            var shared = running.putIfAbsent(key, new SharedDerivation(result, task));
            if (shared == null) {
                pool.submit(task);
                return result;
            } else if (pool.join(shared.task(), network)) {
                return (CompletableFuture<T>) shared.result();
            }
            // The other derivation was rejected, and this one takes its place.
            running.remove(key, shared);
        }
    }

    /** Completes with the result or the failure. Catches errors too, because requests wait for the future. */
    private <T> void complete(String key, CompletableFuture<T> future, Supplier<T> derivation) {
        try {
            var value = derivation.get();
            remove(key, future);
            future.complete(value);
        } catch (RuntimeException | Error e) {
            remove(key, future);
            future.completeExceptionally(e);
        }
    }

    private void remove(String key, CompletableFuture<?> result) {
        running.computeIfPresent(key, (it, shared) -> shared.result() == result ? null : shared);
    }

    @PreDestroy
    void stop() {
        memoryPool.close();
        databasePool.close();
    }
}
