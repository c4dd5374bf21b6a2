package dev.parlance.usage;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;

/**
 * The counts since the last flush, in memory. Thread-safe; counting a known cell takes no lock.
 *
 * <p>A drain closes each counter while it reads it. A thread that finds its counter closed counts again in a new one, so no count is lost
 * and none is read twice.
 */
@Singleton
public final class UsageCounter {
    /** The value of a closed counter. Increments leave it negative. */
    private static final long CLOSED = Long.MIN_VALUE;

    private final ResourceUsage usage;
    private final UnknownNames unknownNames;
    private final Map<UsageCell, AtomicLong> counters = new ConcurrentHashMap<>();
    private final Set<CountSource> sources = ConcurrentHashMap.newKeySet();

    /** Counts that are kept elsewhere. Equal sources must share their counts, because only one of them is drained. */
    public interface CountSource {
        /** Resets the counts and passes on those that were not zero. */
        void take(ObjLongConsumer<UsageCell> consumer);
    }

    public UsageCounter(ResourceUsage usage) {
        this.usage = usage;
        this.unknownNames = new UnknownNames(usage);
    }

    /** Counts one occurrence. */
    public void count(UsageCell cell) {
        var counter = counters.get(cell);
        if (counter == null || counter.incrementAndGet() < 0) {
            countNew(limited(cell));
        }
    }

    /** Adds a source for the next drain only: a source that counts again must be added again. */
    public void addSource(CountSource source) {
        sources.add(source);
    }

    private void countNew(UsageCell cell) {
        for (var counter = open(cell); counter.incrementAndGet() < 0; counter = open(cell)) {
            counters.remove(cell, counter);
        }
    }

    private AtomicLong open(UsageCell cell) {
        return counters.computeIfAbsent(cell, it -> new AtomicLong());
    }

    private UsageCell limited(UsageCell cell) {
        if (cell.kind().hasUnknownNames() && !unknownNames.admit(cell)) {
            return cell.others();
        }
        if (counters.size() >= ResourceLimit.USAGE_COUNTS.value()) {
            usage.countRejection(ResourceLimit.USAGE_COUNTS);
            return cell.others();
        }
        return cell;
    }

    /** Takes all counts. A cell may be passed more than once. */
    void drain(ObjLongConsumer<UsageCell> consumer) {
        counters.forEach((cell, counter) -> {
            long count = counter.getAndSet(CLOSED);
            counters.remove(cell, counter);
            // A counter may be new, or closed already by another drain.
            if (count > 0) {
                consumer.accept(cell, count);
            }
        });
        // Removed first: a source that counts meanwhile is added again.
        for (var source : sources) {
            sources.remove(source);
            source.take(consumer);
        }
    }

    /** Forgets the unknown names of the previous day. */
    void startDay() {
        unknownNames.clear();
    }
}
