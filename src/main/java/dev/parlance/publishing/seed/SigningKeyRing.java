package dev.parlance.publishing.seed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All signing keys.
 *
 * @param keys oldest first
 */
public record SigningKeyRing(List<SigningKey> keys) {

    public SigningKeyRing {
        keys = keys.stream().sorted(Comparator.comparing(SigningKey::createdAt).thenComparing(SigningKey::id)).toList();
    }

    /** The state of a key. */
    public enum State {
        /** Signs new releases. */
        ACTIVE,
        /** Signs only releases that were created before the next key. */
        RETIRED,
        /** Signs nothing and is not trusted any more. */
        REVOKED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A key with its state.
     *
     * @param retiredAt when the next key was created; empty for the last one
     */
    public record KeyStatus(SigningKey key, State state, Optional<Instant> retiredAt) {
    }

    /** Returns the keys with their states, newest first. */
    public List<KeyStatus> statuses() {
        var newestFirst = Stream.iterate(keys.size() - 1, it -> it >= 0, it -> it - 1);
        return newestFirst.map(this::status).toList();
    }

    private KeyStatus status(int index) {
        var key = keys.get(index);
        boolean isLast = index == keys.size() - 1;
        var state = key.revokedAt().isPresent() ? State.REVOKED : isLast ? State.ACTIVE : State.RETIRED;
        return new KeyStatus(key, state, isLast ? Optional.empty() : Optional.of(keys.get(index + 1).createdAt()));
    }

    /**
     * Returns the key that signs a release: the newest one that existed at the time of the release, or else the oldest later one.
     *
     * @return empty if all keys are revoked, or there is none
     */
    public Optional<SigningKey> keyFor(Instant releasedAt) {
        var usable = keys.stream().filter(it -> it.revokedAt().isEmpty()).toList();
        return usable.stream().filter(it -> !it.createdAt().isAfter(releasedAt)).reduce((first, second) -> second)
                .or(() -> usable.stream().findFirst());
    }
}
