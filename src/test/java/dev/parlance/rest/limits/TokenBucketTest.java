package dev.parlance.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.rest.limits.TokenBucket.Status;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final RateQuota SIX_A_MINUTE = new RateQuota(6);

    private final TokenBucket bucket = new TokenBucket();

    @Test
    void servesWholeQuotaAtOnce() {
        for (int i = 5; i >= 0; i--) {
            assertThat(bucket.take(SIX_A_MINUTE, 0)).isEqualTo(new Status(true, i, (6 - i) * 10));
        }
        assertThat(bucket.take(SIX_A_MINUTE, 0)).isEqualTo(new Status(false, 0, 10));
    }

    @Test
    void addsTokensEvenly() {
        IntStream.range(0, 6).forEach(it -> bucket.take(SIX_A_MINUTE, 0));

        assertThat(bucket.take(SIX_A_MINUTE, seconds(9)).taken()).isFalse();
        assertThat(bucket.take(SIX_A_MINUTE, seconds(9)).seconds()).isEqualTo(1);
        assertThat(bucket.take(SIX_A_MINUTE, seconds(10)).taken()).isTrue();
        assertThat(bucket.take(SIX_A_MINUTE, seconds(10)).taken()).isFalse();
    }

    @Test
    void rejectedRequestsCostNothing() {
        IntStream.range(0, 1000).forEach(it -> bucket.take(SIX_A_MINUTE, 0));

        assertThat(bucket.take(SIX_A_MINUTE, seconds(10)).taken()).isTrue();
    }

    @Test
    void holdsNoMoreThanTheQuota() {
        bucket.take(SIX_A_MINUTE, 0);

        assertThat(bucket.take(SIX_A_MINUTE, seconds(100_000))).isEqualTo(new Status(true, 5, 10));
    }

    @Test
    void takesBackTokens() {
        IntStream.range(0, 6).forEach(it -> bucket.take(SIX_A_MINUTE, 0));

        bucket.giveBack(SIX_A_MINUTE);

        assertThat(bucket.take(SIX_A_MINUTE, 0)).isEqualTo(new Status(true, 0, 60));
    }

    /** Without compare-and-set, threads would take more tokens than there are. */
    @Test
    void countsEachTokenOnceAmongThreads() {
        var quota = new RateQuota(10_000);

        long taken = IntStream.range(0, 40_000).parallel().filter(it -> bucket.take(quota, 0).taken()).count();

        assertThat(taken).isEqualTo(10_000);
    }

    @Test
    void acceptsLargestQuotaOnly() {
        assertThat(new TokenBucket().take(new RateQuota(RateQuota.MAX_REQUESTS), 0).remaining()).isEqualTo(999_999_999);
        assertThatIllegalArgumentException().isThrownBy(() -> new RateQuota(RateQuota.MAX_REQUESTS + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateQuota(0));
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
