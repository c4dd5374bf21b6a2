package dev.parlance.webhooks;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Creates, changes, tests and deletes webhooks. */
@Singleton
public final class EditWebhooks {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Catalogs catalogs;
    private final Transactions transactions;
    private final Clock clock;

    public EditWebhooks(Webhooks webhooks, Deliveries deliveries, Catalogs catalogs, Transactions transactions, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.catalogs = catalogs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates a webhook with a new secret.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, or {@code TOO_MANY_ITEMS} if the catalog has too many
     */
    public Webhook create(CatalogName catalog, Webhook.Settings settings, boolean enabled, String actor) {
        return transactions.call(() -> {
            // The lock on the catalog makes the count exact.
            catalogs.lock(catalog).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(catalog.value()));
            if (webhooks.findByCatalog(catalog).size() >= ResourceLimit.WEBHOOKS.value()) {
                throw ProblemType.TOO_MANY_ITEMS.with("webhooks", ResourceLimit.WEBHOOKS.value());
            }
            var now = now();
            var webhook = new Webhook(UUID.randomUUID(), catalog, settings, enabled ? Webhook.Status.ENABLED : Webhook.Status.DISABLED, now,
                    new Webhook.Secrets(WebhookSecret.generate(), Optional.empty()), now, actor, Optional.empty());
            webhooks.add(webhook);
            return webhook;
        });
    }

    /** Applies a change to the current state of a webhook. */
    public Webhook update(CatalogName catalog, UUID id, BiFunction<Webhook, Instant, Webhook> change) {
        return transactions.call(() -> {
            var changed = change.apply(lock(catalog, id), now());
            webhooks.save(changed);
            return changed;
        });
    }

    public void delete(CatalogName catalog, UUID id) {
        transactions.call(() -> {
            webhooks.delete(lock(catalog, id).id());
            return true;
        });
    }

    /** Replaces the secret. The previous one stays valid for a day. */
    public Webhook rotateSecret(CatalogName catalog, UUID id) {
        return update(catalog, id, (webhook, now) -> webhook.withSecrets(webhook.secrets().rotate(WebhookSecret.generate(), now)));
    }

    /** Sends an event of the type {@link Delivery#TEST_EVENT}, also to a disabled webhook. */
    public Delivery test(CatalogName catalog, UUID id, String actor) {
        return transactions.call(() -> {
            var webhook = lock(catalog, id);
            var now = now();
            var payload = EventPayload.toJson(Delivery.TEST_EVENT, now,
                    Map.of("catalog", catalog.value(), "webhook", webhook.id().toString(), "actor", actor));
            return add(Delivery.create(webhook.id(), EventPayload.newMessageId(), Delivery.TEST_EVENT, payload, now));
        });
    }

    /** Sends the event of a delivery again. A disabled webhook gets it when it is enabled. */
    public Delivery replay(CatalogName catalog, UUID id, UUID delivery) {
        return transactions.call(() -> {
            var webhook = lock(catalog, id);
            return add(deliveries.find(webhook.id(), delivery)
                    .orElseThrow(() -> ProblemType.UNKNOWN_DELIVERY.with(delivery.toString(), id.toString())).replay(now()));
        });
    }

    private Delivery add(Delivery delivery) {
        deliveries.addAll(List.of(delivery));
        return delivery;
    }

    private Webhook lock(CatalogName catalog, UUID id) {
        catalogs.requireExists(catalog);
        return webhooks.lock(id).filter(it -> it.catalog().equals(catalog))
                .orElseThrow(() -> ProblemType.UNKNOWN_WEBHOOK.with(id.toString(), catalog.value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
