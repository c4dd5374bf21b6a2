package dev.parlance.publishing.seed;

import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The use cases that create and list signing keys. */
@Singleton
public final class ManageSigningKeys {
    private final SigningKeys keys;
    private final Transactions transactions;
    private final Clock clock;

    public ManageSigningKeys(SigningKeys keys, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates the key that signs all later releases.
     *
     * @param revokeEarlier whether the earlier keys are revoked, because a private key may have leaked; the new key then also signs
     *                      the releases that they signed
     */
    public SigningKeyRing.KeyStatus create(boolean revokeEarlier, String createdBy) {
        // The database stores microseconds.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = SigningKey.generate(now, createdBy);
        return transactions.call(() -> {
            if (revokeEarlier) {
                keys.revokeAll(now);
            }
            keys.add(key);
            return keys.all().statuses().stream().filter(it -> it.key().id().equals(key.id())).findFirst().orElseThrow();
        });
    }

    public SigningKeyRing list() {
        return transactions.call(keys::all);
    }
}
