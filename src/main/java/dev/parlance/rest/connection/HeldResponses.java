package dev.parlance.rest.connection;

import dev.parlance.limits.FairShare;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.netty.buffer.ByteBuf;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Bounds the responses that wait to be sent. At a limit, the oldest response of the network with the largest share is disconnected.
 *
 * <p>Read-only buffers are not counted, because they are views of bundles that are in memory anyway.
 */
@Singleton
class HeldResponses {
    private static final Runnable NOTHING_HELD = () -> {
    };

    private final FairShare bodies;
    private final FairShare slowResponses;

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
        return bodies.tryAcquire(network, sizeOf(bytes), disconnect).map(it -> it::release);
    }

    /** Counts a connection whose client reads slowly; returns empty if there are too many. */
    Optional<FairShare.Holding> trySendSlowly(String network, Runnable disconnect) {
        return slowResponses.tryAcquire(network, 1, disconnect);
    }

    /** Returns the size of the whole array, whatever part of it is sent. */
    private static int sizeOf(ByteBuf bytes) {
        return bytes.hasArray() ? bytes.array().length : bytes.capacity();
    }
}
