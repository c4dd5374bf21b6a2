package dev.parlance.webhooks;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.webhooks.Deliveries.DeliveryPosition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads webhooks and their deliveries. */
@Singleton
public final class ReadWebhooks {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Catalogs catalogs;
    private final Transactions transactions;

    public ReadWebhooks(Webhooks webhooks, Deliveries deliveries, Catalogs catalogs, Transactions transactions) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.catalogs = catalogs;
        this.transactions = transactions;
    }

    /** Returns the webhooks of a catalog, the oldest first. There are at most {@code WEBHOOKS}. */
    public List<Webhook> list(CatalogName catalog) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return webhooks.findByCatalog(catalog);
        });
    }

    /** @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_WEBHOOK} */
    public Webhook get(CatalogName catalog, UUID id) {
        return transactions.call(() -> require(catalog, id));
    }

    /** Returns the deliveries to a webhook, the newest first. */
    public List<Delivery> deliveries(CatalogName catalog, UUID id, Optional<DeliveryPosition> after, int limit) {
        return transactions.call(() -> deliveries.page(require(catalog, id).id(), after, limit));
    }

    private Webhook require(CatalogName catalog, UUID id) {
        catalogs.requireExists(catalog);
        return webhooks.find(catalog, id).orElseThrow(() -> ProblemType.UNKNOWN_WEBHOOK.with(id.toString(), catalog.value()));
    }
}
