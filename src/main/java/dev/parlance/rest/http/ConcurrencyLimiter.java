package dev.parlance.rest.http;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Bounds how many expensive requests run at a time, so that worker threads remain for others. */
@Singleton
public final class ConcurrencyLimiter {
    private final ResourceUsage usage;

    ConcurrencyLimiter(ResourceUsage usage) {
        this.usage = usage;
    }

    /**
     * Runs the work on the calling thread.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#BUSY} if the limit is reached
     */
    public <T> T run(ResourceLimit limit, Supplier<T> work) {
        if (!usage.tryAcquire(limit, 1)) {
            throw ProblemType.BUSY.with();
        }
        try {
            return work.get();
        } finally {
            usage.release(limit, 1);
        }
    }
}
