package dev.parlance.limits;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts, for each {@link ResourceLimit}, what is in use and how often it rejected something. Thread-safe. */
@Singleton
public final class ResourceUsage {
    private final AtomicLongArray used = new AtomicLongArray(ResourceLimit.values().length);
    private final AtomicLongArray rejections = new AtomicLongArray(ResourceLimit.values().length);

    /**
     * Reserves an amount, which the caller releases later. Counts a rejection if the limit would be exceeded.
     *
     * @return whether the amount was reserved
     */
    public boolean tryAcquire(ResourceLimit limit, long amount) {
        int index = limit.ordinal();
        if (used.addAndGet(index, amount) <= limit.value()) {
            return true;
        }
        used.addAndGet(index, -amount);
        countRejection(limit);
        return false;
    }

    /** Reserves an amount, even beyond the limit. Callers first make others release theirs. */
    public void acquire(ResourceLimit limit, long amount) {
        used.addAndGet(limit.ordinal(), amount);
    }

    /** Returns an amount that {@link #tryAcquire} has reserved. */
    public void release(ResourceLimit limit, long amount) {
        used.addAndGet(limit.ordinal(), -amount);
    }

    /** Counts a rejection by a limit that is not reserved here, such as the length of a URI. */
    public void countRejection(ResourceLimit limit) {
        rejections.incrementAndGet(limit.ordinal());
    }

    /** Returns the amount in use, in the unit of the limit. */
    public long used(ResourceLimit limit) {
        return used.get(limit.ordinal());
    }

    public long rejections(ResourceLimit limit) {
        return rejections.get(limit.ordinal());
    }
}
