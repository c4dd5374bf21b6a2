package dev.parlance.rest.delivery;

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
class Derivations {
    private final DerivationPool memoryPool;
    private final DerivationPool databasePool;
    private final Map<String, CompletableFuture<?>> running = new ConcurrentHashMap<>();

    /** The source of a derivation. Each has its own threads, so that an unavailable database delays no derivation from memory. */
    enum Source {
        MEMORY, DATABASE
    }

    Derivations(ResourceUsage usage) {
        this.memoryPool = new DerivationPool("derivation", ResourceLimit.DERIVATION_QUEUE, usage);
        this.databasePool = new DerivationPool("stored-bundle", ResourceLimit.STORED_BUNDLE_QUEUE, usage);
    }

    /**
     * Runs a derivation, or joins a running one with the same key. Fails with {@link ProblemType#BUSY} if too many are waiting.
     *
     * @param key     identifies the result and its type
     * @param address the client address
     */
    @SuppressWarnings("unchecked")
    <T> Uni<T> run(String key, Source source, String address, Supplier<T> derivation) {
        var created = new CompletableFuture<T>();
        var shared = (CompletableFuture<T>) running.putIfAbsent(key, created);
        if (shared == null) {
            shared = created;
            var pool = source == Source.MEMORY ? memoryPool : databasePool;
            pool.submit(address, () -> complete(key, created, derivation), () -> {
                running.remove(key, created);
                created.completeExceptionally(ProblemType.BUSY.with());
            });
        }
        var result = shared;
        // A client that disconnects cancels its own subscription only.
        return Uni.createFrom().emitter(emitter -> result.whenComplete((value, failure) -> {
            if (failure == null) {
                emitter.complete(value);
            } else {
                emitter.fail(failure);
            }
        }));
    }

    /** Completes with the result or the failure. Catches errors too, because requests wait for the future. */
    private <T> void complete(String key, CompletableFuture<T> future, Supplier<T> derivation) {
        try {
            var value = derivation.get();
            running.remove(key, future);
            future.complete(value);
        } catch (RuntimeException | Error e) {
            running.remove(key, future);
            future.completeExceptionally(e);
        }
    }

    @PreDestroy
    void stop() {
        memoryPool.close();
        databasePool.close();
    }
}
