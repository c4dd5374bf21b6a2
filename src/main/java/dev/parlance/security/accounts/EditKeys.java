package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.AccessHistory;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use cases that create, list and revoke API keys. Changes apply to this replica when a call returns. */
@Singleton
public final class EditKeys {
    private final Catalogs catalogs;
    private final ApiKeys keys;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;
    private final AccessHistory history;
    private final Clock clock;

    public EditKeys(Catalogs catalogs, ApiKeys keys, Transactions transactions, AccessRegistry accessRegistry, AccessHistory history,
            Clock clock) {
        this.catalogs = catalogs;
        this.keys = keys;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.history = history;
        this.clock = clock;
    }

    /** A new key with its text, which is not stored and cannot be shown again. */
    public record CreatedKey(ApiKey key, ApiKeyToken token) {
    }

    /**
     * Creates a key.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}; {@code TOKEN_NOT_ALLOWED} for a personal token, which
     *         always expires and can be revoked: the key would outlive it
     */
    public CreatedKey create(ApiKey.CreateKeyCommand command, Actor creator) {
        if (creator.kind() == Actor.Kind.TOKEN) {
            throw ProblemType.TOKEN_NOT_ALLOWED.with();
        }
        var token = ApiKeyToken.generate();
        var key = new ApiKey(token, command, creator.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.call(() -> {
            catalogs.requireExists(command.catalog());
            keys.add(key);
            history.add(toChange(key, command.catalog(), AccessChange.Action.CREATED, creator, Map.of()));
            return key;
        });
        accessRegistry.refreshAfterCommit();
        return new CreatedKey(key, token);
    }

    public List<ApiKey> page(CatalogName catalog, String after, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return keys.page(catalog, after, limit);
        });
    }

    public ApiKey get(CatalogName catalog, String id) {
        return transactions.call(() -> requireKey(catalog, id));
    }

    /** Revokes a key without a version check: a concurrent change must never prevent a revocation. */
    public void revoke(CatalogName catalog, String id, Actor revoker) {
        transactions.call(() -> {
            var key = requireKey(catalog, id);
            var before = key.state();
            key.revoke(clock.instant());
            if (!key.state().equals(before)) {
                history.add(toChange(key, catalog, AccessChange.Action.REVOKED, revoker, before));
            }
            return key;
        });
        accessRegistry.refreshAfterCommit();
    }

    private AccessChange toChange(ApiKey key, CatalogName catalog, AccessChange.Action action, Actor actor, Map<String, String> before) {
        return new AccessChange(AccessChange.Subject.KEY, key.id(), Optional.of(catalog), action, clock.instant(), actor.name(), before,
                key.state());
    }

    private ApiKey requireKey(CatalogName catalog, String id) {
        catalogs.requireExists(catalog);
        return keys.find(catalog, id).orElseThrow(() -> ProblemType.UNKNOWN_KEY.with(id, catalog.value()));
    }
}
