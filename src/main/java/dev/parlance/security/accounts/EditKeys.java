package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.Actor;
import dev.parlance.security.CurrentAccess;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The keys of a catalog, made, shown and revoked. What is changed holds on this replica when a call returns. */
@Singleton
public final class EditKeys {
    private final Catalogs catalogs;
    private final ApiKeys keys;
    private final Transactions transactions;
    private final CurrentAccess access;
    private final Clock clock;

    public EditKeys(Catalogs catalogs, ApiKeys keys, Transactions transactions, CurrentAccess access, Clock clock) {
        this.catalogs = catalogs;
        this.keys = keys;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** A new key; its text is known nowhere else from now on. */
    public record CreatedKey(ApiKey key, KeyText text) {
    }

    public CreatedKey create(ApiKey.CreateKeyCommand wanted, Actor by) {
        var text = KeyText.random();
        var key = new ApiKey(text, wanted, by.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.call(() -> {
            catalogs.requireExists(wanted.catalog());
            keys.add(key);
            return key;
        });
        access.refreshQuietly();
        return new CreatedKey(key, text);
    }

    public List<ApiKey> page(CatalogName catalog, String after, int most) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return keys.page(catalog, after, most);
        });
    }

    public ApiKey get(CatalogName catalog, String id) {
        return transactions.call(() -> found(catalog, id));
    }

    /** Whatever it was before: to revoke must never fail because somebody else changed something. */
    public void revoke(CatalogName catalog, String id) {
        transactions.call(() -> {
            var key = found(catalog, id);
            key.revoke(clock.instant());
            return key;
        });
        access.refreshQuietly();
    }

    private ApiKey found(CatalogName catalog, String id) {
        catalogs.requireExists(catalog);
        return keys.find(catalog, id).orElseThrow(() -> ProblemType.UNKNOWN_KEY.with(id, catalog.value()));
    }
}
