package dev.parlance.rest.connection;

import dev.parlance.limits.FairShare;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.limits.SharedMemory;
import io.netty.buffer.ByteBuf;
import jakarta.inject.Singleton;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds the responses that wait to be sent. At a limit, the oldest response of the network with the largest share is disconnected.
 *
 * <p>Read-only buffers are not counted, because they are views of published bundles that are in memory anyway. A body that several
 * connections send, such as a cached bundle in a client format, is counted once.
 */
@Singleton
class HeldResponses {
    private static final Runnable NOTHING_HELD = () -> {
    };

    private final FairShare bodies;
    private final FairShare slowResponses;
    private final Map<byte[], SharedBody> sharedBodies = new IdentityHashMap<>();

    /** A body that is held, and by how many connections. */
    private static final class SharedBody {
        private final SharedMemory memory;
        private int holders;

        private SharedBody(SharedMemory memory) {
            this.memory = memory;
        }
    }

    HeldResponses(ResourceUsage usage) {
        this.bodies = new FairShare(ResourceLimit.RESPONSE_BYTES, usage);
        this.slowResponses = new FairShare(ResourceLimit.SLOW_RESPONSES, usage);
    }

    /**
     * Reserves the memory of a message that waits to be sent.
     *
     * @param disconnect closes the connection
     * @return an action that releases the memory; empty if there is none
     */
    Optional<Runnable> tryHold(String network, Object message, Runnable disconnect) {
        if (!(message instanceof ByteBuf bytes) || bytes.isReadOnly()) {
            return Optional.of(NOTHING_HELD);
        }
        return bytes.hasArray() ? tryHold(network, bytes.array(), disconnect)
                : bodies.tryAcquire(network, bytes.capacity(), disconnect).map(it -> it::release);
    }

    /** Counts the whole array, whatever part of it is sent. */
    private Optional<Runnable> tryHold(String network, byte[] array, Runnable disconnect) {
        synchronized (bodies) {
            var body = sharedBodies.computeIfAbsent(array, it -> new SharedBody(new SharedMemory(bodies, it.length)));
            var use = body.memory.tryUse(network, disconnect);
            body.holders += use.isPresent() ? 1 : 0;
            removeIfUnused(array, body);
            return use.map(end -> () -> release(array, body, end));
        }
    }

    private void release(byte[] array, SharedBody body, Runnable end) {
        synchronized (bodies) {
            end.run();
            body.holders--;
            removeIfUnused(array, body);
        }
    }

    private void removeIfUnused(byte[] array, SharedBody body) {
        if (body.holders == 0) {
            sharedBodies.remove(array);
        }
    }

    /** Counts a connection whose client reads slowly; returns empty if there are too many. */
    Optional<FairShare.Holding> trySendSlowly(String network, Runnable disconnect) {
        return slowResponses.tryAcquire(network, 1, disconnect);
    }
}
