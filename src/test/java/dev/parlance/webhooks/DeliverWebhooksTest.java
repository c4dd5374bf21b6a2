package dev.parlance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.events.CatalogEvent;
import dev.parlance.catalog.events.CatalogEvent.ReleaseCreated;
import dev.parlance.catalog.events.EventType;
import dev.parlance.catalog.memory.InMemoryTransactions;
import dev.parlance.security.SettableClock;
import dev.parlance.webhooks.DeliverWebhooks.Outcome;
import dev.parlance.webhooks.Delivery.SendError;
import dev.parlance.webhooks.Webhook.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events, attempts and their outcomes, in memory. */
class DeliverWebhooksTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final CatalogEvent EVENT = new ReleaseCreated(SHOP, 7, "ann", "");

    private final SettableClock clock = new SettableClock();
    private final InMemoryWebhooks stored = new InMemoryWebhooks();
    private final List<WebhookSender.Request> requests = new ArrayList<>();
    private final Deque<WebhookSender.Response> responses = new ArrayDeque<>();
    private final DeliverWebhooks deliverWebhooks = new DeliverWebhooks(stored, stored, this::respond, new InMemoryTransactions(), clock);
    private final RecordEvents recordEvents = new RecordEvents(stored, stored, (findings, atEnd) -> atEnd.accept(findings), clock);

    private WebhookSender.Response respond(WebhookSender.Request request) {
        requests.add(request);
        return responses.isEmpty() ? WebhookSender.Response.of(204, "") : responses.remove();
    }

    private UUID addWebhook(EventType... types) {
        var id = UUID.randomUUID();
        stored.add(new Webhook(id, SHOP, new Webhook.Settings("https://example.com/hook", "", EventFilter.of(List.of(types))), Status.ENABLED,
                clock.instant(), new Webhook.Secrets(WebhookSecret.generate(), Optional.empty()), clock.instant(), "ann", Optional.empty()));
        return id;
    }

    private int deliverDue() {
        var claimed = deliverWebhooks.claim(100);
        claimed.forEach(deliverWebhooks::deliver);
        return claimed.size();
    }

    private Webhook webhook(UUID id) {
        return stored.lock(id).orElseThrow();
    }

    private Delivery latest(UUID webhook) {
        return stored.page(webhook, Optional.empty(), 1).get(0);
    }

    @Test
    void sendsSignedEventOnce() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        assertThat(deliverDue()).isEqualTo(1);
        assertThat(deliverDue()).isZero();
        var request = requests.get(0);
        assertThat(request.body()).startsWith("{\"type\":\"release.created\",\"timestamp\":\"" + clock.instant() + "\",\"data\":{")
                .contains("\"catalog\":\"shop\",\"release\":7,\"actor\":\"ann\"");
        assertThat(request.headers().get("webhook-signature")).isEqualTo(WebhookSignature.sign(request.headers().get("webhook-id"),
                clock.instant().getEpochSecond(), request.body(), List.of(webhook(id).secrets().current())));
        assertThat(latest(id).status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(deliverWebhooks.count(Outcome.DELIVERED)).isEqualTo(1);
    }

    @Test
    void sendsOnlyEventsThatTheFilterAccepts() {
        addWebhook(EventType.CHANNEL_MOVED);
        recordEvents.record(EVENT);
        assertThat(deliverDue()).isZero();
    }

    @Test
    void repeatsFailedAttemptWithSameMessageId() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        responses.add(WebhookSender.Response.of(500, "down"));
        deliverDue();
        assertThat(latest(id).lastAttempt().orElseThrow().excerpt()).isEqualTo("down");
        assertThat(webhook(id).failingSince()).isPresent();
        assertThat(deliverDue()).isZero();
        clock.advance(Duration.ofSeconds(6));
        assertThat(deliverDue()).isEqualTo(1);
        assertThat(latest(id).attempts()).isEqualTo(2);
        assertThat(webhook(id).failingSince()).isEmpty();
        assertThat(requests).extracting(it -> it.headers().get("webhook-id")).containsOnly(latest(id).messageId());
        assertThat(requests).extracting(it -> it.headers().get("webhook-timestamp")).doesNotHaveDuplicates();
    }

    @Test
    void waitsAsLongAsReceiverAsks() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        responses.add(WebhookSender.Response.of(429, "").withRetryAfter("60"));
        deliverDue();
        clock.advance(Duration.ofSeconds(59));
        assertThat(deliverDue()).isZero();
        clock.advance(Duration.ofSeconds(14));
        assertThat(deliverDue()).isEqualTo(1);
        assertThat(latest(id).status()).isEqualTo(Delivery.Status.DELIVERED);
    }

    @Test
    void givesUpAfterEightAttempts() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        failUntilGivenUp(id);
        assertThat(requests).hasSize(8);
        assertThat(latest(id).status()).isEqualTo(Delivery.Status.FAILED);
        assertThat(webhook(id).isEnabled()).isTrue();
        assertThat(deliverWebhooks.count(Outcome.RETRIED)).isEqualTo(7);
        assertThat(deliverWebhooks.count(Outcome.FAILED)).isEqualTo(1);
    }

    private void failUntilGivenUp(UUID id) {
        while (latest(id).status() == Delivery.Status.PENDING) {
            clock.advance(Duration.between(clock.instant(), latest(id).nextAttemptAt().orElseThrow()));
            responses.add(WebhookSender.Response.failed(SendError.TIMEOUT));
            deliverDue();
        }
    }

    @Test
    void disablesWebhookThatFailsForDays() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        failUntilGivenUp(id);
        clock.advance(Duration.ofDays(2));
        recordEvents.record(EVENT);
        failUntilGivenUp(id);
        assertThat(webhook(id).status()).isEqualTo(Status.FAILING);
        recordEvents.record(EVENT);
        assertThat(deliverDue()).isZero();
    }

    @Test
    void disablesWebhookThatIsGone() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        responses.add(WebhookSender.Response.of(410, ""));
        deliverDue();
        assertThat(webhook(id).status()).isEqualTo(Status.GONE);
        assertThat(latest(id).status()).isEqualTo(Delivery.Status.FAILED);
    }

    @Test
    void keepsDecisionThatWasMadeDuringTheAttempt() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        var claimed = deliverWebhooks.claim(1).get(0);
        stored.save(webhook(id).withStatus(Status.DISABLED, clock.instant()));
        responses.add(WebhookSender.Response.of(410, ""));
        deliverWebhooks.deliver(claimed);
        assertThat(webhook(id).status()).isEqualTo(Status.DISABLED);
    }

    @Test
    void repeatsAttemptOfReplicaThatDied() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        assertThat(deliverWebhooks.claim(1)).hasSize(1);
        assertThat(deliverWebhooks.claim(1)).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(deliverDue()).isEqualTo(1);
        assertThat(latest(id).attempts()).isEqualTo(2);
    }

    @Test
    void signsWithBothSecretsAfterRotation() {
        var id = addWebhook();
        var previous = webhook(id).secrets().current();
        stored.save(webhook(id).withSecrets(webhook(id).secrets().rotate(WebhookSecret.generate(), clock.instant())));
        assertThat(webhook(id).secrets().valid(clock.instant())).hasSize(2).contains(previous);
        clock.advance(Webhook.ROTATION_PERIOD);
        assertThat(webhook(id).secrets().valid(clock.instant())).hasSize(1).doesNotContain(previous);
    }

    @Test
    void deletesExpiredDeliveries() {
        var id = addWebhook();
        recordEvents.record(EVENT);
        deliverDue();
        clock.advance(Duration.ofDays(31));
        assertThat(deliverWebhooks.deleteExpired()).isFalse();
        assertThat(stored.page(id, Optional.empty(), 1)).isEmpty();
    }
}
