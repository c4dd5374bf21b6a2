package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourceUsageTest {
    private static final ResourceLimit LIMIT = ResourceLimit.REQUEST_BODY;

    private final ResourceUsage usage = new ResourceUsage();

    @Test
    void grantsUpToTheLimit() {
        assertThat(usage.tryAcquire(LIMIT, LIMIT.value())).isTrue();
        assertThat(usage.used(LIMIT)).isEqualTo(LIMIT.value());
        assertThat(usage.rejections(LIMIT)).isZero();
    }

    @Test
    void countsRejectionsAndReservesNothingForThem() {
        usage.tryAcquire(LIMIT, LIMIT.value() - 1);

        assertThat(usage.tryAcquire(LIMIT, 2)).isFalse();

        assertThat(usage.used(LIMIT)).isEqualTo(LIMIT.value() - 1);
        assertThat(usage.rejections(LIMIT)).isEqualTo(1);
        assertThat(usage.tryAcquire(LIMIT, 1)).isTrue();
    }

    @Test
    void grantsReleasedAmountAgain() {
        usage.tryAcquire(LIMIT, LIMIT.value());
        usage.release(LIMIT, 10);

        assertThat(usage.tryAcquire(LIMIT, 10)).isTrue();
    }
}
