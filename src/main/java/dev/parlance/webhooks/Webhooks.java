package dev.parlance.webhooks;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The repository of webhooks. */
public interface Webhooks {

    void add(Webhook webhook);

    /** Saves everything but the lease of a delivery. */
    void save(Webhook webhook);

    /** Deletes a webhook with its deliveries. */
    void delete(UUID id);

    Optional<Webhook> find(CatalogName catalog, UUID id);

    /** Locks a webhook until the transaction ends. */
    Optional<Webhook> lock(UUID id);

    /** Returns the webhooks of a catalog, sorted by creation. */
    List<Webhook> findByCatalog(CatalogName catalog);
}
