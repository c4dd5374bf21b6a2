package dev.parlance.webhooks;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A subscription of a URL to the events of a catalog.
 *
 * @param failingSince the first failed attempt since the last successful one; empty if the last one succeeded
 */
public record Webhook(UUID id, CatalogName catalog, Settings settings, Status status, Instant statusSince, Secrets secrets,
        Instant createdAt, String createdBy, Optional<Instant> failingSince) {

    /** How long the previous secret stays valid, so that a receiver can change without losing events. */
    static final Duration ROTATION_PERIOD = Duration.ofHours(24);

    /** Longer than a weekend, during which a failing receiver may go unnoticed. */
    static final Duration MAX_FAILING = Duration.ofDays(3);

    /** Whether events are sent, or why not. */
    public enum Status implements Labelled {
        ENABLED,
        /** Disabled by a manager of the catalog. */
        DISABLED,
        /** The receiver answered 410. */
        GONE,
        /** All attempts failed for days. */
        FAILING
    }

    /** The settings that members with the permission {@code manage} choose. */
    public record Settings(String url, String description, EventFilter filter) {
    }

    /**
     * The secrets that requests are signed with.
     *
     * @param previous the secret before the last rotation; empty if there is none, or it has expired
     */
    public record Secrets(WebhookSecret current, Optional<PreviousSecret> previous) {
        List<WebhookSecret> valid(Instant now) {
            return Stream.concat(Stream.of(current),
                    previous.filter(it -> it.validUntil().isAfter(now)).map(PreviousSecret::secret).stream()).toList();
        }

        Secrets rotate(WebhookSecret next, Instant now) {
            return new Secrets(next, Optional.of(new PreviousSecret(current, now.plus(ROTATION_PERIOD))));
        }
    }

    /** A secret that was replaced. */
    public record PreviousSecret(WebhookSecret secret, Instant validUntil) {
    }

    public boolean isEnabled() {
        return status == Status.ENABLED;
    }

    public Webhook withSettings(Settings changed) {
        return new Webhook(id, catalog, changed, status, statusSince, secrets, createdAt, createdBy, failingSince);
    }

    /** Enabling a webhook resets its failures. */
    public Webhook withStatus(Status changed, Instant now) {
        return changed == status ? this : new Webhook(id, catalog, settings, changed, now, secrets, createdAt, createdBy,
                changed == Status.ENABLED ? Optional.empty() : failingSince);
    }

    Webhook withSecrets(Secrets changed) {
        return new Webhook(id, catalog, settings, status, statusSince, changed, createdAt, createdBy, failingSince);
    }

    private Webhook withFailingSince(Optional<Instant> changed) {
        return new Webhook(id, catalog, settings, status, statusSince, secrets, createdAt, createdBy, changed);
    }

    /** Returns the webhook after an attempt, which may have disabled it. A manager may have disabled it in the meantime. */
    Webhook afterAttempt(Delivery delivery, Delivery.Attempt attempt) {
        if (attempt.isSuccess()) {
            return withFailingSince(Optional.empty());
        }
        var failing = withFailingSince(Optional.of(failingSince.orElse(attempt.at())));
        if (attempt.isGone() && isEnabled()) {
            return failing.withStatus(Status.GONE, attempt.at());
        }
        boolean tooLong = failing.failingSince.filter(it -> !it.plus(MAX_FAILING).isAfter(attempt.at())).isPresent();
        return tooLong && isEnabled() && delivery.status() == Delivery.Status.FAILED ? failing.withStatus(Status.FAILING, attempt.at())
                : failing;
    }
}
