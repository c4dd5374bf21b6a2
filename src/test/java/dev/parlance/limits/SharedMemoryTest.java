package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
    private static final ResourceLimit LIMIT = ResourceLimit.DERIVED_RESPONSES;
    private static final long HALF = LIMIT.value() / 2;

    private final ResourceUsage usage = new ResourceUsage();
    private final FairShare share = new FairShare(LIMIT, usage);
    private final SharedMemory memory = new SharedMemory(share, HALF);
    private final List<String> disconnected = new ArrayList<>();

    private Runnable use(SharedMemory used, String network) {
        return used.tryUse(network, () -> disconnected.add(network)).orElseThrow();
    }

    @Test
    void countsOnceForAllResponses() {
        var first = use(memory, "a");
        var second = use(memory, "b");
        assertThat(usage.used(LIMIT)).isEqualTo(HALF);

        first.run();
        assertThat(usage.used(LIMIT)).isEqualTo(HALF);
        second.run();

        assertThat(usage.used(LIMIT)).isZero();
    }

    @Test
    void disconnectsOnlyDisplacedNetwork() {
        use(memory, "attacker");
        use(memory, "attacker");
        use(memory, "reader");
        use(new SharedMemory(share, HALF), "attacker");

        use(new SharedMemory(share, 10), "new");

        assertThat(disconnected).containsExactly("attacker", "attacker");
        assertThat(usage.used(LIMIT)).isEqualTo(2 * HALF + 10);
        use(new SharedMemory(share, 10), "new");
        assertThat(disconnected).containsExactly("attacker", "attacker", "attacker");
        assertThat(usage.used(LIMIT)).isEqualTo(HALF + 20);
    }

    @Test
    void countsForRemainingNetworkAfterFirstOneEnds() {
        var first = use(memory, "a");
        use(memory, "b");
        first.run();
        use(new SharedMemory(share, HALF - 1), "c");

        use(new SharedMemory(share, HALF / 2), "a");

        assertThat(disconnected).containsExactly("b");
    }

    @Test
    void ignoresEndOfDisconnectedResponse() {
        var first = use(memory, "a");
        use(new SharedMemory(share, HALF + 1), "a");
        assertThat(disconnected).containsExactly("a");

        first.run();

        assertThat(usage.used(LIMIT)).isEqualTo(HALF + 1);
    }
}
