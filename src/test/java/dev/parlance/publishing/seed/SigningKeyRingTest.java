package dev.parlance.publishing.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningKeyRingTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private final SigningKey first = SigningKey.generate(JANUARY, "ann");
    private final SigningKey second = SigningKey.generate(MAY, "ann");
    private final SigningKeyRing ring = new SigningKeyRing(List.of(second, first));

    @Test
    void signsReleaseWithNewestKeyOfItsTime() {
        assertThat(ring.keyFor(MARCH)).contains(first);
        assertThat(ring.keyFor(JANUARY)).contains(first);
        assertThat(ring.keyFor(MAY.minusNanos(1000))).contains(first);
        assertThat(ring.keyFor(MAY)).contains(second);
        assertThat(ring.keyFor(MAY.plusSeconds(1))).contains(second);
    }

    @Test
    void signsEarlierReleasesWithFirstKey() {
        assertThat(ring.keyFor(JANUARY.minusSeconds(1))).contains(first);
    }

    @Test
    void signsWithLaterKeyIfKeyOfItsTimeIsRevoked() {
        assertThat(new SigningKeyRing(List.of(revoked(first), second)).keyFor(MARCH)).contains(second);
        assertThat(new SigningKeyRing(List.of(first, revoked(second))).keyFor(MAY)).contains(first);
    }

    @Test
    void signsNothingWithoutUsableKey() {
        assertThat(new SigningKeyRing(List.of()).keyFor(MAY)).isEmpty();
        assertThat(new SigningKeyRing(List.of(revoked(first))).keyFor(MAY)).isEmpty();
    }

    @Test
    void listsNewestKeyFirst() {
        assertThat(ring.statuses()).containsExactly(
                new SigningKeyRing.KeyStatus(second, SigningKeyRing.State.ACTIVE, Optional.empty()),
                new SigningKeyRing.KeyStatus(first, SigningKeyRing.State.RETIRED, Optional.of(MAY)));
        assertThat(new SigningKeyRing(List.of(revoked(first), second)).statuses().get(1).state()).isEqualTo(SigningKeyRing.State.REVOKED);
    }

    @Test
    void keepsPrivateKeyOutOfLogs() {
        assertThat(first.toString()).isEqualTo(first.id());
    }

    @Test
    void revokedKeySignsNothing() {
        var key = revoked(first);
        assertThatThrownBy(() -> key.sign(new byte[1])).isInstanceOf(IllegalStateException.class).hasMessageContaining("revoked");
    }

    private static SigningKey revoked(SigningKey key) {
        return new SigningKey(key.id(), key.publicKey(), Optional.empty(), key.createdAt(), key.createdBy(), Optional.of(MAY));
    }
}
