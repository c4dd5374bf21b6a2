package dev.parlance.usage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The unknown names that are counted separately today. Clients choose them, so their number is limited. Thread-safe. */
final class UnknownNames {
    /** The maximum length of a key. Longer codes are not used. */
    private static final int MAX_LENGTH = 128;

    private final ResourceUsage usage;
    private final Map<CatalogName, Set<UnknownName>> byCatalog = new ConcurrentHashMap<>();

    private record UnknownName(UsageKind kind, String name) {
    }

    UnknownNames(ResourceUsage usage) {
        this.usage = usage;
    }

    /** Returns whether the name is counted separately: it was admitted earlier, or the limits permit one more. */
    boolean admit(UsageCell cell) {
        var names = byCatalog.computeIfAbsent(cell.catalog(), it -> ConcurrentHashMap.newKeySet());
        var name = new UnknownName(cell.kind(), cell.name());
        if (names.contains(name)) {
            return true;
        }
        if (cell.name().length() > MAX_LENGTH) {
            return false;
        }
        if (names.size() >= ResourceLimit.UNKNOWN_NAMES_PER_CATALOG.value()) {
            usage.countRejection(ResourceLimit.UNKNOWN_NAMES_PER_CATALOG);
            return false;
        }
        if (!usage.tryAcquire(ResourceLimit.UNKNOWN_NAMES, 1)) {
            return false;
        }
        if (!names.add(name)) {
            usage.release(ResourceLimit.UNKNOWN_NAMES, 1);
        }
        return true;
    }

    /** Forgets all names. A name that is admitted meanwhile is kept. */
    void clear() {
        byCatalog.values().forEach(names -> names.removeIf(it -> {
            usage.release(ResourceLimit.UNKNOWN_NAMES, 1);
            return true;
        }));
    }
}
