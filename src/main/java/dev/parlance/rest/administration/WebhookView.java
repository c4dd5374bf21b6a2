package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.webhooks.Webhook;
import dev.parlance.webhooks.Webhook.PreviousSecret;
import dev.parlance.webhooks.Webhook.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a webhook, without its secret. */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        UUID id,
        @Schema(examples = "https://example.com/webhooks/parlance") String url,
        String description,
        @Schema(description = "Types of the events that are sent to it; empty for all types", examples = "[\"release.created\"]")
        List<String> events,
        @Schema(description = "Whether events are sent") boolean enabled,
        @Schema(description = "Why it is disabled; absent if it is enabled. `manual`: a manager of the catalog disabled it. "
                + "`gone`: the receiver answered 410. `failing`: all attempts failed for three days",
                enumeration = {"manual", "gone", "failing"}) @Nullable String disabledReason,
        @Schema(description = "When it was disabled (RFC 3339, UTC); absent if it is enabled") @Nullable String disabledAt,
        @Schema(description = "Time of the first failed attempt since the last successful one (RFC 3339, UTC); absent if the last attempt "
                + "succeeded")
        @Nullable String failingSince,
        @Schema(description = "Until this time (RFC 3339, UTC), requests are also signed with the previous secret; absent if it has "
                + "expired or there is none")
        @Nullable String previousSecretValidUntil,
        @Schema(description = "RFC 3339, UTC") String createdAt,
        String createdBy) {

    static final TableColumns<WebhookView> COLUMNS = TableColumns.of(WebhookView.class).column("id", WebhookView::id)
            .column("enabled", WebhookView::enabled).column("disabledReason", WebhookView::disabledReason)
            .column("disabledAt", WebhookView::disabledAt).column("failingSince", WebhookView::failingSince)
            .column("previousSecretValidUntil", WebhookView::previousSecretValidUntil).column("createdAt", WebhookView::createdAt)
            .column("createdBy", WebhookView::createdBy).column("events", WebhookView::events).column("url", WebhookView::url)
            .column("description", WebhookView::description);

    /** @param now to leave out a previous secret that has expired */
    static WebhookView of(Webhook it, Instant now) {
        boolean enabled = it.isEnabled();
        return new WebhookView(it.id(), it.settings().url(), it.settings().description(), it.settings().filter().labels(), enabled,
                enabled ? null : it.status() == Status.DISABLED ? "manual" : it.status().label(),
                enabled ? null : it.statusSince().toString(), it.failingSince().map(Instant::toString).orElse(null),
                it.secrets().previous().map(PreviousSecret::validUntil).filter(until -> until.isAfter(now)).map(Instant::toString)
                        .orElse(null),
                it.createdAt().toString(), it.createdBy());
    }

    /** A webhook with its new secret. */
    @Schema(name = "WebhookWithSecret")
    record WithSecret(@JsonUnwrapped WebhookView view,
            @Schema(description = "Secret in the form of Standard Webhooks: `whsec_` and the key in Base64. It is not returned "
                    + "again") String secret) {
        static WithSecret of(Webhook it, Instant now) {
            return new WithSecret(WebhookView.of(it, now), it.secrets().current().value());
        }

        /** Omits the secret, because exceptions print records. */
        @Override
        public String toString() {
            return view.toString();
        }
    }
}
