package dev.parlance.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The repository of deliveries: those to be sent, and the log of those that were. */
public interface Deliveries {

    void addAll(List<Delivery> added);

    void save(Delivery delivery);

    Optional<Delivery> find(UUID webhook, UUID id);

    /** The position of a delivery in the order of {@link #page}. */
    record DeliveryPosition(Instant createdAt, UUID id) {
    }

    /**
     * Returns the deliveries to a webhook, the newest first.
     *
     * @param after the last delivery of the previous page; empty for the first page
     */
    List<Delivery> page(UUID webhook, Optional<DeliveryPosition> after, int limit);

    /** A delivery that this replica sends, with its webhook. */
    record ClaimedDelivery(Webhook webhook, Delivery delivery) {
    }

    /**
     * Claims the oldest due delivery of each of some webhooks, and counts the attempt.
     *
     * <p>Webhooks with a claimed delivery are skipped until {@link #release} or the end of the lease. Only tests are due at a webhook
     * that is disabled.
     *
     * @param leaseUntil when another replica may repeat the attempt
     * @param limit      the number of webhooks
     */
    List<ClaimedDelivery> claim(Instant now, Instant leaseUntil, int limit);

    /** Makes the next delivery to a webhook claimable. */
    void release(UUID webhook);

    /** Deletes some deliveries that were created before an instant, whatever their status. Returns their number. */
    int deleteCreatedBefore(Instant instant, int limit);
}
