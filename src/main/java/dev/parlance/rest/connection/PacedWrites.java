package dev.parlance.rest.connection;

import dev.parlance.limits.FairShare;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends large responses in slices, as fast as the client reads them.
 *
 * <p>Netty copies every buffer to direct memory when it is written, not when it can be sent. Writing one slice at a time bounds
 * the direct memory of a connection. The rest of a body waits on the heap, where published bundles are kept anyway.
 */
final class PacedWrites extends ChannelDuplexHandler {
    static final int SLICE_BYTES = 32 * 1024;
    private static final int WRITABILITY_FLAG = 1;
    private static final int CHECK_SECONDS = 30;

    private final ResourceUsage usage;
    private final HeldResponses heldResponses;
    private final String network;
    private final Queue<PendingWrite> pending = new ArrayDeque<>();
    private FairShare.@Nullable Holding slow;
    private @Nullable ScheduledFuture<?> nextCheck;
    private long unsentBytes;
    private long writtenBytes;
    private long sentAtLastCheck;

    private record PendingWrite(Object message, ChannelPromise promise, Runnable release) {
    }

    /** @param network the network of the client */
    PacedWrites(ResourceUsage usage, HeldResponses heldResponses, String network) {
        this.usage = usage;
        this.heldResponses = heldResponses;
        this.network = network;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().config().setWriteBufferWaterMark(new WriteBufferWaterMark(SLICE_BYTES / 2, SLICE_BYTES));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (pending.isEmpty() && sizeOf(message) <= SLICE_BYTES) {
            writtenBytes += sizeOf(message);
            context.write(message, promise);
            return;
        }
        heldResponses.tryHold(network, message, () -> closeLater(context)).ifPresentOrElse(release -> {
            pending.add(new PendingWrite(message, promise, release));
            setWritable(context, false);
        }, () -> {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            context.close();
        });
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        sendPending(context);
        context.flush();
        updateProgressCheck(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        updateProgressCheck(context);
        context.fireChannelWritabilityChanged();
    }

    private void updateProgressCheck(ChannelHandlerContext context) {
        // A closed channel is not writable, and writers may still flush it after their write has failed.
        boolean unsent = context.channel().isActive() && (!pending.isEmpty() || !context.channel().isWritable());
        if (unsent && slow == null) {
            startProgressCheck(context);
        } else if (!unsent) {
            endProgressCheck();
        }
    }

    /** Writes the next slices. The completion of each write calls this method again. */
    private void sendPending(ChannelHandlerContext context) {
        if (pending.isEmpty()) {
            return;
        }
        while (!pending.isEmpty() && unsentBytes < SLICE_BYTES) {
            var next = pending.element();
            int size = Math.min(sizeOf(next.message()), SLICE_BYTES);
            unsentBytes += size;
            writtenBytes += size;
            write(context, next).addListener(sent -> continueSending(context, size, sent.isSuccess()));
        }
        if (pending.isEmpty()) {
            endProgressCheck();
            setWritable(context, true);
        }
    }

    /** Writes a slice of a large message, or a small one whole. */
    private ChannelFuture write(ChannelHandlerContext context, PendingWrite next) {
        if (sizeOf(next.message()) > SLICE_BYTES) {
            return context.write(((ByteBuf) next.message()).readRetainedSlice(SLICE_BYTES));
        }
        pending.remove();
        next.release().run();
        return context.write(next.message(), next.promise().unvoid());
    }

    private void continueSending(ChannelHandlerContext context, int size, boolean sent) {
        unsentBytes -= size;
        if (sent && !pending.isEmpty()) {
            sendPending(context);
            context.flush();
        }
    }

    /** Closes the connection if the client does not keep reading. The number of such connections is limited too. */
    private void startProgressCheck(ChannelHandlerContext context) {
        slow = heldResponses.trySendSlowly(network, () -> closeLater(context)).orElse(null);
        if (slow == null) {
            context.close();
            return;
        }
        sentAtLastCheck = sentBytes(context);
        if (nextCheck == null) {
            scheduleProgressCheck(context);
        }
    }

    private void scheduleProgressCheck(ChannelHandlerContext context) {
        nextCheck = context.executor().schedule(() -> checkProgress(context), CHECK_SECONDS, TimeUnit.SECONDS);
    }

    private void checkProgress(ChannelHandlerContext context) {
        if (slow == null) {
            nextCheck = null;
        } else if (sentBytes(context) - sentAtLastCheck < ResourceLimit.RECEIVE_RATE.value() * CHECK_SECONDS) {
            usage.countRejection(ResourceLimit.RECEIVE_RATE);
            context.close();
        } else {
            sentAtLastCheck = sentBytes(context);
            scheduleProgressCheck(context);
        }
    }

    /**
     * Closes the connection in a later task of its event loop, because it may be called from any thread and while a message is being added.
     */
    private static void closeLater(ChannelHandlerContext context) {
        context.executor().execute(context::close);
    }

    private void endProgressCheck() {
        if (slow != null) {
            slow.release();
            slow = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        endProgressCheck();
        if (nextCheck != null) {
            // Until its time, the task would keep the closed connection in memory.
            nextCheck.cancel(false);
            nextCheck = null;
        }
        for (var it = pending.poll(); it != null; it = pending.poll()) {
            it.release().run();
            ReferenceCountUtil.release(it.message());
            it.promise().tryFailure(new ClosedChannelException());
        }
        context.fireChannelInactive();
    }

    /** Returns the bytes that the operating system has taken. A buffer counts when it is sent completely. */
    private long sentBytes(ChannelHandlerContext context) {
        var buffer = context.channel().unsafe().outboundBuffer();
        return writtenBytes - unsentBytes - (buffer == null ? 0 : Math.max(0, buffer.totalPendingWriteBytes() - unsentBytes));
    }

    private static int sizeOf(Object message) {
        return message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
    }

    /** Marks the channel as writable or full, which tells Vert.x to continue or to stop writing. */
    private static void setWritable(ChannelHandlerContext context, boolean writable) {
        var buffer = context.channel().unsafe().outboundBuffer();
        if (buffer != null) {
            buffer.setUserDefinedWritability(WRITABILITY_FLAG, writable);
        }
    }
}
