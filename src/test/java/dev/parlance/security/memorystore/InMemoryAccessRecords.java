package dev.parlance.security.memorystore;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRecords;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.AccessSnapshot.AccountEntry;
import dev.parlance.security.AccessSnapshot.KeyEntry;
import dev.parlance.security.Grant;
import dev.parlance.security.PersonName;
import dev.parlance.security.ProviderIdentity;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Access records in memory. Tests edit keys, accounts and grants directly, and then call {@link #touch}. */
public final class InMemoryAccessRecords implements AccessRecords {
    public final Map<String, KeyEntry> keys = new HashMap<>();
    public final Map<String, AccessSnapshot.TokenEntry> tokens = new HashMap<>();
    public final Map<String, AccountEntry> accounts = new HashMap<>();
    public final Map<String, Map<CatalogName, Grant>> grants = new HashMap<>();
    public final Map<CatalogName, Boolean> publicByCatalog = new HashMap<>();
    public final Set<String> endedSessions = new HashSet<>();
    public final Map<String, Instant> lastUsedByKey = new HashMap<>();
    public final Map<ProviderIdentity, String> personByIdentity = new HashMap<>();
    public final Set<String> providerNames = new HashSet<>();
    private final Map<String, Instant> expiryBySetupToken = new HashMap<>();
    private boolean available = true;
    private long revision = 1;

    /** Increments the revision, as triggers of the database do. */
    public void touch() {
        revision++;
    }

    /** Makes every method report {@link ProblemType#DATABASE_UNAVAILABLE} until the next call. */
    public void setAvailable(boolean available) {
        this.available = available;
    }

    @Override
    public long revision() {
        requireAvailable();
        return revision;
    }

    @Override
    public AccessSnapshot load(long revision) {
        requireAvailable();
        return new AccessSnapshot(revision, Map.copyOf(publicByCatalog), Map.copyOf(keys), Map.copyOf(accounts), Map.copyOf(grants),
                Set.copyOf(endedSessions), new AccessSnapshot.ProviderPeople(Map.copyOf(personByIdentity), providerNames.stream()
                        .filter(it -> grants.containsKey(it) && !personByIdentity.containsValue(it)).collect(Collectors.toSet())),
                        Map.copyOf(tokens), Map.of());
    }

    @Override
    public void setPublic(CatalogName catalog, boolean publiclyReadable) {
        requireAvailable();
        publicByCatalog.put(catalog, publiclyReadable);
        touch();
    }

    @Override
    public void saveLastUsed(Map<String, Instant> lastUsedByKey) {
        requireAvailable();
        lastUsedByKey.forEach((key, at) -> this.lastUsedByKey.merge(key, at, (one, other) -> one.isAfter(other) ? one : other));
    }

    @Override
    public void endSession(String id, Instant expiresAt, Instant now) {
        requireAvailable();
        endedSessions.add(id);
        touch();
    }

    @Override
    public void addWaitingPerson(PersonName person) {
        requireAvailable();
        providerNames.add(person.value());
        touch();
    }

    @Override
    public boolean hasProviderPerson(PersonName person) {
        return providerNames.contains(person.value());
    }

    @Override
    public void bindPerson(PersonName person, ProviderIdentity identity, Instant now, boolean create) {
        requireAvailable();
        boolean waiting = providerNames.contains(person.value()) && grants.containsKey(person.value());
        if ((waiting || create) && !personByIdentity.containsValue(person.value()) && !personByIdentity.containsKey(identity)) {
            providerNames.add(person.value());
            personByIdentity.put(identity, person.value());
            touch();
        }
    }

    @Override
    public boolean addSetupToken(String tokenDigest, Instant expiresAt, Instant now) {
        expiryBySetupToken.values().removeIf(it -> !it.isAfter(now));
        return expiryBySetupToken.isEmpty() && expiryBySetupToken.put(tokenDigest, expiresAt) == null;
    }

    @Override
    public boolean hasValidSetupToken(String tokenDigest, Instant now) {
        return expiryBySetupToken.getOrDefault(tokenDigest, Instant.MIN).isAfter(now);
    }

    @Override
    public boolean consumeSetupToken(String tokenDigest, Instant now) {
        boolean valid = hasValidSetupToken(tokenDigest, now);
        expiryBySetupToken.remove(tokenDigest);
        return valid;
    }

    private void requireAvailable() {
        if (!available) {
            throw ProblemType.DATABASE_UNAVAILABLE.with();
        }
    }
}
