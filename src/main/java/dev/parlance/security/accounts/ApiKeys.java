package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;

/** The keys there are and were. */
public interface ApiKeys {

    /** A page after this id, sorted by id, revoked and expired ones too. */
    List<ApiKey> page(CatalogName catalog, String after, int limit);

    Optional<ApiKey> find(CatalogName catalog, String id);

    void add(ApiKey key);
}
