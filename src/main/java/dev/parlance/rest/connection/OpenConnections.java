package dev.parlance.rest.connection;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections. At the limit, the connections that have been idle longest are closed.
 *
 * <p>Connections are not limited by address, because behind a proxy all of them have the same one.
 */
@Singleton
class OpenConnections {
    /** One in this many connections is closed at a time, so that a flood does not sort them each time. */
    private static final int EVICTED_SHARE = 20;

    private final Set<ConnectionState> connections = ConcurrentHashMap.newKeySet();
    private final ResourceUsage usage;

    OpenConnections(ResourceUsage usage) {
        this.usage = usage;
    }

    /** Admits a connection; returns false if the limit is reached and no other connection is idle. */
    boolean add(ConnectionState connection) {
        if (!usage.tryAcquire(ResourceLimit.CONNECTIONS, 1)) {
            var idle = findLongestIdle();
            idle.forEach(ConnectionState::close);
            if (idle.isEmpty()) {
                return false;
            }
            usage.acquire(ResourceLimit.CONNECTIONS, 1);
        }
        connections.add(connection);
        return true;
    }

    void remove(ConnectionState connection) {
        if (connections.remove(connection)) {
            usage.release(ResourceLimit.CONNECTIONS, 1);
        }
    }

    private List<ConnectionState> findLongestIdle() {
        return connections.stream().filter(it -> !it.isServing() && !it.isClosing())
                .sorted(Comparator.comparingLong(ConnectionState::idleSince))
                .limit(Math.max(1, ResourceLimit.CONNECTIONS.value() / EVICTED_SHARE)).toList();
    }
}
