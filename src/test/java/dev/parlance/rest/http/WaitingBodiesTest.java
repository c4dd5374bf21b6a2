package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingBodiesTest {
    private static final int BODIES = (int) ResourceLimit.WAITING_BODIES.value();
    private static final int BODIES_PER_ADDRESS = (int) ResourceLimit.WAITING_BODIES_PER_ADDRESS.value();
    private static final Duration OLD = Duration.ofSeconds(3);

    private final ResourceUsage usage = new ResourceUsage();
    private final WaitingBodies bodies = new WaitingBodies(usage);
    private final List<FakeBody> rejected = new ArrayList<>();

    @Test
    void rejectsOldestBodyOfAddressThatSendsTooMany() {
        add("192.0.2.1", 0);
        var oldest = add("198.51.100.1", 0);
        for (int i = 0; i < BODIES_PER_ADDRESS; i++) {
            add("198.51.100.1", 0);
        }
        assertThat(rejected).containsExactly(oldest);
    }

    @Test
    void rejectsBodiesOfWideNetworkThatSendsMost() {
        var slow = add("2001:db8:ffff::1", 0);
        var oldest = add("2001:db8:1::1", 0);
        for (int i = 0; i < BODIES; i++) {
            add(String.format("2001:db8:1:%x::1", i), 0);
        }
        assertThat(rejected).hasSize(2).startsWith(oldest).doesNotContain(slow);
        assertThat(usage.used(ResourceLimit.WAITING_BODIES)).isEqualTo(BODIES);
    }

    @Test
    void releasesMemoryOfWideNetworkThatReservedMost() {
        long all = ResourceLimit.BODY_BYTES.value();
        var slow = add("192.0.2.1", all / 4);
        var oldest = add("10.0.1.1", all / 4);
        add("10.0.2.1", all / 4);
        add("10.0.3.1", all / 4);
        assertThat(bodies.tryReserve(all / 4)).isTrue();
        assertThat(rejected).containsExactly(oldest).doesNotContain(slow);
        assertThat(bodies.tryReserve(all)).isFalse();
    }

    private FakeBody add(String address, long bytes) {
        assertThat(bytes == 0 || bodies.tryReserve(bytes)).isTrue();
        var body = new FakeBody(ClientNetwork.of(address), bytes);
        bodies.add(body);
        return body;
    }

    private final class FakeBody implements WaitingBodies.Body {
        private final ClientNetwork network;
        private long bytes;

        FakeBody(ClientNetwork network, long bytes) {
            this.network = network;
            this.bytes = bytes;
        }

        @Override
        public ClientNetwork network() {
            return network;
        }

        @Override
        public long reservedBytes() {
            return bytes;
        }

        @Override
        public Duration age() {
            return OLD;
        }

        @Override
        public void releaseMemory() {
            usage.release(ResourceLimit.BODY_BYTES, bytes);
            bytes = 0;
        }

        @Override
        public void rejectFromAnyThread(ProblemException problem) {
            rejected.add(this);
        }
    }
}
