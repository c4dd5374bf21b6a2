package dev.parlance.security.memorystore;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.accounts.ApiKey;
import dev.parlance.security.accounts.ApiKeys;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** API keys of one catalog in memory. They change at once, so no transaction rolls them back. */
public final class InMemoryApiKeys implements ApiKeys {
    private final TreeMap<String, ApiKey> keys = new TreeMap<>();
    private final CatalogName catalog;

    /** @param catalog the catalog of all keys: an entity does not reveal its own */
    public InMemoryApiKeys(CatalogName catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<ApiKey> page(CatalogName catalog, String after, int limit) {
        return catalog.equals(this.catalog) ? keys.tailMap(after, false).values().stream().limit(limit).toList() : List.of();
    }

    @Override
    public Optional<ApiKey> find(CatalogName catalog, String id) {
        return catalog.equals(this.catalog) ? Optional.ofNullable(keys.get(id)) : Optional.empty();
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public void add(ApiKey key) {
        if (keys.putIfAbsent(key.id(), key) != null) {
            throw new IllegalStateException("duplicate key: " + key.id());
        }
    }
}
