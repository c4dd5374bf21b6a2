package dev.parlance.webhooks;

import dev.parlance.catalog.events.CatalogEvent;
import dev.parlance.catalog.events.CatalogEvent.FindingsAdded;
import dev.parlance.catalog.events.CatalogEvents;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Adds a delivery of each event to each webhook that subscribes to it, in the transaction of the event. */
@Singleton
public final class RecordEvents implements CatalogEvents {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final EventBuffer buffer;
    private final Clock clock;

    public RecordEvents(Webhooks webhooks, Deliveries deliveries, EventBuffer buffer, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.buffer = buffer;
        this.clock = clock;
    }

    @Override
    public void record(CatalogEvent event) {
        if (event instanceof FindingsAdded findings) {
            buffer.collect(findings, this::addDeliveries);
        } else {
            addDeliveries(event);
        }
    }

    private void addDeliveries(CatalogEvent event) {
        var receivers = webhooks.findByCatalog(event.catalog()).stream()
                .filter(it -> it.isEnabled() && it.settings().filter().accepts(event.type())).toList();
        if (!receivers.isEmpty()) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var messageId = EventPayload.newMessageId();
            var type = event.type().label();
            var payload = EventPayload.toJson(type, now, event.data());
            deliveries.addAll(receivers.stream().map(it -> Delivery.create(it.id(), messageId, type, payload, now)).toList());
        }
    }
}
