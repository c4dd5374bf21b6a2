package dev.parlance.webhooks;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Webhooks and deliveries in memory. */
final class InMemoryWebhooks implements Webhooks, Deliveries {
    private final Map<UUID, Webhook> webhooks = new LinkedHashMap<>();
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<UUID, Instant> leases = new HashMap<>();

    @Override
    public void add(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
    }

    @Override
    public void save(Webhook webhook) {
        webhooks.replace(webhook.id(), webhook);
    }

    @Override
    public void delete(UUID id) {
        webhooks.remove(id);
        deliveries.values().removeIf(it -> it.webhook().equals(id));
    }

    @Override
    public Optional<Webhook> find(CatalogName catalog, UUID id) {
        return lock(id).filter(it -> it.catalog().equals(catalog));
    }

    @Override
    public Optional<Webhook> lock(UUID id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    @Override
    public List<Webhook> findByCatalog(CatalogName catalog) {
        return webhooks.values().stream().filter(it -> it.catalog().equals(catalog)).toList();
    }

    @Override
    public void addAll(List<Delivery> added) {
        added.forEach(it -> deliveries.put(it.id(), it));
    }

    @Override
    public void save(Delivery delivery) {
        deliveries.replace(delivery.id(), delivery);
    }

    @Override
    public Optional<Delivery> find(UUID webhook, UUID id) {
        return Optional.ofNullable(deliveries.get(id)).filter(it -> it.webhook().equals(webhook));
    }

    @Override
    public List<Delivery> page(UUID webhook, Optional<DeliveryPosition> after, int limit) {
        return log(webhook).filter(it -> after.isEmpty() || it.createdAt().isBefore(after.get().createdAt())
                || it.createdAt().equals(after.get().createdAt()) && it.id().compareTo(after.get().id()) > 0).limit(limit).toList();
    }

    private Stream<Delivery> log(UUID webhook) {
        return deliveries.values().stream().filter(it -> it.webhook().equals(webhook))
                .sorted(Comparator.comparing(Delivery::createdAt).reversed().thenComparing(Delivery::id));
    }

    @Override
    public List<ClaimedDelivery> claim(Instant now, Instant leaseUntil, int limit) {
        var claimed = new ArrayList<ClaimedDelivery>();
        for (var webhook : webhooks.values()) {
            var lease = leases.getOrDefault(webhook.id(), Instant.MIN);
            if (lease.isBefore(now) && claimed.size() < limit) {
                due(webhook, now).ifPresent(it -> {
                    leases.put(webhook.id(), leaseUntil);
                    var begun = new Delivery(it.id(), it.webhook(), it.messageId(), it.eventType(), it.payload(), it.createdAt(), it.status(),
                            it.attempts() + 1, it.nextAttemptAt(), it.lastAttempt());
                    save(begun);
                    claimed.add(new ClaimedDelivery(webhook, begun));
                });
            }
        }
        return claimed;
    }

    private Optional<Delivery> due(Webhook webhook, Instant now) {
        return deliveries.values().stream().filter(it -> it.webhook().equals(webhook.id()) && (webhook.isEnabled() || it.isTest()))
                .filter(it -> it.nextAttemptAt().filter(next -> !next.isAfter(now)).isPresent())
                .min(Comparator.comparing(it -> it.nextAttemptAt().orElseThrow()));
    }

    @Override
    public void release(UUID webhook) {
        leases.remove(webhook);
    }

    @Override
    public int deleteCreatedBefore(Instant instant, int limit) {
        var expired = deliveries.values().stream().filter(it -> it.createdAt().isBefore(instant)).limit(limit).toList();
        expired.forEach(it -> deliveries.remove(it.id()));
        return expired.size();
    }
}
