package dev.parlance.rest.connection;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.netty.buffer.ByteBuf;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bounds the bodies that wait to be sent. An array that several connections send counts once. */
@Singleton
class HeldResponses {
    private final Map<ArrayIdentity, Integer> holders = new ConcurrentHashMap<>();
    private final ResourceUsage usage;

    HeldResponses(ResourceUsage usage) {
        this.usage = usage;
    }

    private record ArrayIdentity(Object array) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ArrayIdentity identity && identity.array == array;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(array);
        }
    }

    /** Counts a message as held until {@link #release}; returns false if the limit is reached. */
    boolean tryHold(Object message) {
        return !(message instanceof ByteBuf bytes) || holders.compute(identityOf(bytes), (array, count) -> {
            if (count == null) {
                return usage.tryAcquire(ResourceLimit.RESPONSE_BYTES, sizeOf(bytes)) ? 1 : null;
            }
            return count + 1;
        }) != null;
    }

    void release(Object message) {
        if (message instanceof ByteBuf bytes) {
            holders.compute(identityOf(bytes), (array, count) -> {
                if (count == null || count > 1) {
                    return count == null ? null : count - 1;
                }
                usage.release(ResourceLimit.RESPONSE_BYTES, sizeOf(bytes));
                return null;
            });
        }
    }

    private static ArrayIdentity identityOf(ByteBuf bytes) {
        return new ArrayIdentity(bytes.hasArray() ? bytes.array() : bytes);
    }

    /** Returns the size of the whole array, whatever part of it is sent. */
    private static int sizeOf(ByteBuf bytes) {
        return bytes.hasArray() ? bytes.array().length : bytes.capacity();
    }
}
