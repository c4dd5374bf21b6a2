package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;

/** The repository of API keys, including revoked and expired ones. */
public interface ApiKeys {

    /** Returns a page of the keys after an id, sorted by id, including revoked and expired ones. */
    List<ApiKey> page(CatalogName catalog, String after, int limit);

    Optional<ApiKey> find(CatalogName catalog, String id);

    /** Finds a key of any catalog. */
    Optional<ApiKey> find(String id);

    void add(ApiKey key);
}
