package dev.parlance.webhooks;

import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Transactions;
import dev.parlance.webhooks.Deliveries.ClaimedDelivery;
import dev.parlance.webhooks.Delivery.Attempt;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;

/** Sends due deliveries and records the outcome. */
@Singleton
public final class DeliverWebhooks {
    /** Longer than an attempt can take, including the resolution of the host name. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** How long deliveries are listed and can be replayed. */
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final int DELETION_BATCH = 1000;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookSender sender;
    private final Transactions transactions;
    private final Clock clock;
    private final AtomicLongArray outcomes = new AtomicLongArray(Outcome.values().length);

    public DeliverWebhooks(Webhooks webhooks, Deliveries deliveries, WebhookSender sender, Transactions transactions, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sender = sender;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The outcome of an attempt: whether the delivery is done, will be repeated, or is given up. */
    public enum Outcome implements Labelled {
        DELIVERED, RETRIED, FAILED
    }

    /** Returns the number of attempts of this replica with an outcome, since its start. */
    public long count(Outcome outcome) {
        return outcomes.get(outcome.ordinal());
    }

    /** Claims due deliveries, each of which must be passed to {@link #deliver}. */
    public List<ClaimedDelivery> claim(int limit) {
        return transactions.call(() -> {
            var now = now();
            return deliveries.claim(now, now.plus(LEASE), limit);
        });
    }

    /** Sends a delivery and records the outcome, unless the webhook was deleted in the meantime. */
    public void deliver(ClaimedDelivery claimed) {
        var started = now();
        long startNanos = System.nanoTime();
        var response = sender.send(toRequest(claimed, started));
        int durationMillis = (int) Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
        var attempt = new Attempt(started, durationMillis, response.status(), response.excerpt(), response.error());
        var requestedPause = response.retryAfter().map(it -> RetryAfter.pause(it, started)).orElse(Duration.ZERO);
        var delivery = claimed.delivery().afterAttempt(attempt, requestedPause, ThreadLocalRandom.current().nextDouble());
        transactions.call(() -> {
            webhooks.lock(delivery.webhook()).ifPresent(it -> {
                deliveries.save(delivery);
                if (!delivery.isTest()) {
                    webhooks.save(it.afterAttempt(delivery, attempt));
                }
                deliveries.release(it.id());
            });
            return true;
        });
        outcomes.incrementAndGet(outcomeOf(delivery).ordinal());
    }

    /**
     * Deletes some expired deliveries.
     *
     * @return whether there may be more
     */
    public boolean deleteExpired() {
        return transactions.call(() -> deliveries.deleteCreatedBefore(now().minus(RETENTION), DELETION_BATCH) == DELETION_BATCH);
    }

    private static WebhookSender.Request toRequest(ClaimedDelivery claimed, Instant now) {
        var delivery = claimed.delivery();
        long timestamp = now.getEpochSecond();
        var signature = WebhookSignature.sign(delivery.messageId(), timestamp, delivery.payload(), claimed.webhook().secrets().valid(now));
        return new WebhookSender.Request(URI.create(claimed.webhook().settings().url()), Map.of("webhook-id", delivery.messageId(),
                "webhook-timestamp", Long.toString(timestamp), "webhook-signature", signature), delivery.payload());
    }

    private static Outcome outcomeOf(Delivery delivery) {
        return switch (delivery.status()) {
            case DELIVERED -> Outcome.DELIVERED;
            case PENDING -> Outcome.RETRIED;
            case FAILED -> Outcome.FAILED;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
