package dev.parlance.rest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacedWritesTest {
    private static final int SLICE = PacedWrites.SLICE_BYTES;

    private final ResourceUsage usage = new ResourceUsage();
    private final StalledClient client = new StalledClient();
    private final HeldResponses held = new HeldResponses(usage);
    private final EmbeddedChannel channel = new EmbeddedChannel(client, new PacedWrites(usage, held, "client"));

    /** Holds written bytes back until the test reads them. */
    private static final class StalledClient extends ChannelOutboundHandlerAdapter {
        private record Write(ByteBuf bytes, ChannelPromise promise) {
        }

        private final List<Write> writes = new ArrayList<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            writes.add(new Write((ByteBuf) message, promise));
        }

        byte[] readAll() {
            var received = new ByteArrayOutputStream();
            while (!writes.isEmpty()) {
                var write = writes.remove(0);
                var bytes = new byte[write.bytes().readableBytes()];
                write.bytes().readBytes(bytes);
                write.bytes().release();
                received.writeBytes(bytes);
                write.promise().trySuccess();
            }
            return received.toByteArray();
        }

        int heldBytes() {
            return writes.stream().mapToInt(it -> it.bytes().readableBytes()).sum();
        }
    }

    private static byte[] randomBytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void sendsSmallResponsesAtOnce() {
        var bytes = randomBytes(SLICE);

        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));

        assertThat(client.readAll()).isEqualTo(bytes);
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isZero();
    }

    @Test
    void keepsTheOrderOfBytes() {
        var large = randomBytes(10 * SLICE + 7);
        var small = randomBytes(100);

        channel.write(Unpooled.wrappedBuffer(large));
        channel.write(Unpooled.wrappedBuffer(small));
        channel.writeAndFlush(Unpooled.wrappedBuffer(large));

        var expected = new ByteArrayOutputStream();
        expected.writeBytes(large);
        expected.writeBytes(small);
        expected.writeBytes(large);
        assertThat(client.readAll()).isEqualTo(expected.toByteArray());
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isZero();
        assertThat(usage.used(ResourceLimit.SLOW_RESPONSES)).isZero();
    }

    @Test
    void completesThePromiseOnlyWhenEverythingIsSent() {
        var done = channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(3 * SLICE)));
        assertThat(done.isDone()).isFalse();

        client.readAll();

        assertThat(done.isSuccess()).isTrue();
    }

    @Test
    void doesNotCountCachedBundles() {
        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(4 * SLICE)).asReadOnly());

        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isZero();
        assertThat(client.readAll()).isEqualTo(randomBytes(4 * SLICE));
    }

    @Test
    void countsBodyOfSeveralConnectionsOnce() {
        var bytes = randomBytes(4 * SLICE);
        var otherClient = new StalledClient();
        var other = new EmbeddedChannel(otherClient, new PacedWrites(usage, held, "other"));
        for (var it : List.of(channel, other)) {
            it.writeAndFlush(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes)).duplicate());
        }
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isEqualTo(4 * SLICE);

        assertThat(client.readAll()).isEqualTo(bytes);
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isEqualTo(4 * SLICE);
        assertThat(otherClient.readAll()).isEqualTo(bytes);
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isZero();
    }

    @Test
    void countsWholeArrayOfSlice() {
        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(4 * SLICE), 10, 2 * SLICE));

        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isEqualTo(4 * SLICE);
    }

    @Test
    void disconnectsNetworkThatHoldsMostMemory() {
        var reader = new EmbeddedChannel(new StalledClient(), new PacedWrites(usage, held, "reader"));
        reader.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(2 * SLICE)));
        channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[(int) ResourceLimit.RESPONSE_BYTES.value() - 2 * SLICE]));

        var newcomer = new EmbeddedChannel(new StalledClient(), new PacedWrites(usage, held, "newcomer"));
        newcomer.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(2 * SLICE)));

        channel.runPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(reader.isOpen()).isTrue();
        assertThat(newcomer.isOpen()).isTrue();
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isEqualTo(4 * SLICE);
    }

    @Test
    void disconnectsNetworkWithMostSlowConnections() {
        var slow = new ArrayList<EmbeddedChannel>();
        for (int i = 0; i < ResourceLimit.SLOW_RESPONSES.value(); i++) {
            slow.add(new EmbeddedChannel(new StalledClient(), new PacedWrites(usage, held, "slow")));
            slow.get(i).writeAndFlush(Unpooled.wrappedBuffer(new byte[2 * SLICE]).asReadOnly());
        }

        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(2 * SLICE)));

        slow.get(0).runPendingTasks();
        assertThat(channel.isOpen()).isTrue();
        assertThat(slow.get(0).isOpen()).isFalse();
        assertThat(slow.get(1).isOpen()).isTrue();
    }

    @Test
    void closesTheConnectionBeyondTheMemoryForResponses() {
        usage.acquire(ResourceLimit.RESPONSE_BYTES, ResourceLimit.RESPONSE_BYTES.value());

        var done = channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(2 * SLICE)));

        assertThat(done.isSuccess()).isFalse();
        assertThat(channel.isOpen()).isFalse();
        assertThat(usage.rejections(ResourceLimit.RESPONSE_BYTES)).isEqualTo(1);
    }

    @Test
    void keepsOneSliceInDirectMemory() {
        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(50 * SLICE)));

        assertThat(client.heldBytes()).isEqualTo(SLICE);
    }

    @Test
    void tellsWritersToStopUntilTheClientReads() {
        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(50 * SLICE)));
        channel.runPendingTasks();
        assertThat(channel.isWritable()).isFalse();

        client.readAll();
        channel.runPendingTasks();

        assertThat(channel.isWritable()).isTrue();
    }

    @Test
    void disconnectsClientsThatStopReading() {
        channel.freezeTime();
        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(50 * SLICE)));

        channel.advanceTimeBy(30, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();

        assertThat(channel.isOpen()).isFalse();
        assertThat(usage.rejections(ResourceLimit.RECEIVE_RATE)).isEqualTo(1);
    }

    /** A scheduled task would keep its closed connection in memory. */
    @Test
    void cancelsTaskOfClosedConnection() {
        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(10 * SLICE)));
        assertThat(channel.runScheduledPendingTasks()).as("nanoseconds until the next task").isPositive();

        channel.close();

        assertThat(channel.runScheduledPendingTasks()).as("no task").isEqualTo(-1);
    }

    @Test
    void doesNotCountClosedConnectionAsSlow() {
        channel.writeAndFlush(Unpooled.wrappedBuffer(randomBytes(50 * SLICE))).addListener(failed -> channel.flush());

        channel.close();

        assertThat(usage.used(ResourceLimit.SLOW_RESPONSES)).isZero();
    }

    @Test
    void releasesEverythingWhenTheClientDisconnects() {
        var body = Unpooled.wrappedBuffer(randomBytes(50 * SLICE));
        channel.writeAndFlush(body);

        channel.close();

        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isZero();
        assertThat(usage.used(ResourceLimit.SLOW_RESPONSES)).isZero();
        client.writes.forEach(it -> it.bytes().release());
        assertThat(body.refCnt()).isZero();
    }
}
