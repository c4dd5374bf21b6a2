package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final ResourceLimit LIMIT = ResourceLimit.SLOW_RESPONSES;
    private static final int ALL = (int) LIMIT.value();

    private final ResourceUsage usage = new ResourceUsage();
    private final FairShare share = new FairShare(LIMIT, usage);
    private final List<String> displaced = new ArrayList<>();

    private boolean acquire(String network, String name, long amount) {
        return share.tryAcquire(network, amount, () -> displaced.add(name)).isPresent();
    }

    @Test
    void letsOneNetworkUseWholeLimit() {
        for (int i = 0; i < ALL; i++) {
            assertThat(acquire("a", "a" + i, 1)).isTrue();
        }

        assertThat(displaced).isEmpty();
        assertThat(usage.used(LIMIT)).isEqualTo(ALL);
    }

    @Test
    void displacesOldestHoldingOfLargestShare() {
        acquire("small", "small", 10);
        for (int i = 0; i < ALL - 10; i++) {
            acquire("large", "large" + i, 1);
        }

        assertThat(acquire("new", "new", 2)).isTrue();

        assertThat(displaced).containsExactly("large0", "large1");
        assertThat(usage.used(LIMIT)).isEqualTo(ALL);
        assertThat(usage.rejections(LIMIT)).isEqualTo(2);
    }

    @Test
    void displacesHoldingOfNetworkThatExceedsItsShare() {
        acquire("other", "other", ALL / 4);
        acquire("own", "own1", ALL / 4);
        acquire("own", "own2", ALL / 2);

        assertThat(acquire("own", "own3", ALL / 8)).isTrue();

        assertThat(displaced).containsExactly("own1");
    }

    @Test
    void rejectsAmountThatWouldBeLargestShare() {
        acquire("a", "a", ALL / 2);
        acquire("b", "b", ALL / 2);

        assertThat(acquire("new", "new", ALL / 2 + 1)).isFalse();

        assertThat(displaced).isEmpty();
        assertThat(usage.rejections(LIMIT)).isEqualTo(1);
    }

    @Test
    void rejectsAmountBeyondLimit() {
        acquire("a", "a", 1);

        assertThat(acquire("a", "all", ALL + 1L)).isFalse();

        assertThat(displaced).isEmpty();
    }

    @Test
    void admitsNewcomersWhenManyNetworksHaveOneEach() {
        for (int i = 0; i < ALL; i++) {
            acquire("network" + i, "holding" + i, 1);
        }

        assertThat(acquire("new", "new", 1)).isTrue();

        assertThat(displaced).containsExactly("holding0");
    }

    @Test
    void releasesOnce() {
        var first = share.tryAcquire("a", 5, () -> displaced.add("first")).orElseThrow();
        var second = share.tryAcquire("a", 5, () -> displaced.add("second")).orElseThrow();

        first.release();
        first.release();

        assertThat(usage.used(LIMIT)).isEqualTo(5);
        second.release();
        assertThat(usage.used(LIMIT)).isZero();
    }

    @Test
    void ignoresReleaseAfterDisplacement() {
        var first = share.tryAcquire("a", ALL, () -> displaced.add("first")).orElseThrow();
        acquire("b", "b", 1);

        first.release();

        assertThat(displaced).containsExactly("first");
        assertThat(usage.used(LIMIT)).isEqualTo(1);
    }

    @Test
    void displacesHoldingsBeyondLimit() {
        share.acquire("a", ALL, () -> displaced.add("first"));
        share.acquire("a", ALL, () -> displaced.add("second"));

        assertThat(acquire("b", "b", 1)).isTrue();

        assertThat(displaced).containsExactly("first", "second");
        assertThat(usage.used(LIMIT)).isEqualTo(1);
    }
}
