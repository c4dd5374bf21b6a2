package dev.parlance.background;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.webhooks.Deliveries.ClaimedDelivery;
import dev.parlance.webhooks.DeliverWebhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The worker that sends webhooks, several at a time. It polls, because polling finds the events of all replicas. */
@ApplicationScoped
public class WebhookWorker {
    private static final Logger LOG = Logger.getLogger(WebhookWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration DELETION_PERIOD = Duration.ofHours(1);
    private static final int MAX_REQUESTS = (int) ResourceLimit.WEBHOOK_REQUESTS.value();

    private final DeliverWebhooks deliverWebhooks;
    private final Clock clock;
    private final BackgroundLoop loop;
    private final Semaphore free = new Semaphore(MAX_REQUESTS);
    private final ThreadPoolExecutor threads;
    private Instant nextDeletion = Instant.MIN;

    WebhookWorker(DeliverWebhooks deliverWebhooks, Clock clock) {
        this.deliverWebhooks = deliverWebhooks;
        this.clock = clock;
        this.loop = new BackgroundLoop("webhook-worker", this::sendDue, PAUSE,
                it -> LOG.warnf("Webhooks are paused, and continue when the database is available: %s", it));
        this.threads = new ThreadPoolExecutor(MAX_REQUESTS, MAX_REQUESTS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), it -> {
            var thread = new Thread(it, "webhook-sender");
            thread.setDaemon(true);
            return thread;
        });
        this.threads.allowCoreThreadTimeOut(true);
    }

    public void start() {
        loop.start();
    }

    /** Interrupts requests. Their leases expire, and another replica repeats them. */
    public void stop() {
        loop.stop();
        threads.shutdownNow();
    }

    private Duration sendDue() {
        int available = free.availablePermits();
        if (available == 0) {
            return PAUSE;
        }
        var claimed = deliverWebhooks.claim(available);
        for (var delivery : claimed) {
            free.acquireUninterruptibly();
            threads.execute(() -> send(delivery));
        }
        return claimed.isEmpty() ? deleteExpired() : Duration.ZERO;
    }

    private void send(ClaimedDelivery delivery) {
        try {
            deliverWebhooks.deliver(delivery);
        } catch (RuntimeException | Error e) {
            LOG.warnf("The outcome of delivery %s is not recorded, so it is repeated: %s", delivery.delivery().id(), e);
        } finally {
            free.release();
            loop.wake();
        }
    }

    private Duration deleteExpired() {
        if (clock.instant().isBefore(nextDeletion)) {
            return PAUSE;
        }
        if (deliverWebhooks.deleteExpired()) {
            return Duration.ZERO;
        }
        nextDeletion = clock.instant().plus(DELETION_PERIOD);
        return PAUSE;
    }
}
