package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import dev.parlance.webhooks.Deliveries.DeliveryPosition;
import dev.parlance.webhooks.Delivery;
import dev.parlance.webhooks.Delivery.Attempt;
import dev.parlance.webhooks.EditWebhooks;
import dev.parlance.webhooks.ReadWebhooks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the deliveries of a webhook: its log, its test and replays. */
@Path("/v1/catalogs/{catalog}/webhooks/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class DeliveryResource {
    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int MAX_PAGE_SIZE = 100;

    private final EditWebhooks editWebhooks;
    private final ReadWebhooks readWebhooks;
    private final CurrentCaller caller;

    DeliveryResource(EditWebhooks editWebhooks, ReadWebhooks readWebhooks, CurrentCaller caller) {
        this.editWebhooks = editWebhooks;
        this.readWebhooks = readWebhooks;
        this.caller = caller;
    }

    @Schema(name = "WebhookDelivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            UUID id,
            @Schema(description = "The header `webhook-id`, by which the receiver recognises repetitions. A replay has the same")
            String messageId,
            @Schema(description = "Type of the event", examples = "release.created") String event,
            @Schema(description = "RFC 3339, UTC") String createdAt,
            @Schema(description = "delivered: the receiver answered 2xx. failed: there are no further attempts",
                    enumeration = {"pending", "delivered", "failed"}) String status,
            @Schema(description = "Number of attempts so far, including one in progress; at most 8") int attempts,
            @Schema(description = "RFC 3339, UTC; absent unless pending") @Nullable String nextAttemptAt,
            @Schema(description = "Start of the last attempt, RFC 3339, UTC; absent before the first one has ended")
            @Nullable String attemptedAt,
            @Schema(description = "Duration of the last attempt in milliseconds") @Nullable Integer durationMillis,
            @Schema(description = "HTTP status of the last attempt; absent if there was no response") @Nullable Integer responseStatus,
            @Schema(description = "The first 1,024 characters of the last response body") @Nullable String responseExcerpt,
            @Schema(description = "Why the last attempt had no response", enumeration = {"unknown-host", "address-not-allowed",
                "connection-failed", "tls-failed", "timeout", "invalid-response"}) @Nullable String error,
            @Schema(description = "Body of the request", implementation = Object.class) @JsonRawValue String payload) {

        private static final TableColumns<DeliveryView> COLUMNS = TableColumns.of(DeliveryView.class).column("id", DeliveryView::id)
                .column("messageId", DeliveryView::messageId).column("event", DeliveryView::event)
                .column("createdAt", DeliveryView::createdAt).column("status", DeliveryView::status)
                .column("attempts", DeliveryView::attempts).column("nextAttemptAt", DeliveryView::nextAttemptAt)
                .column("attemptedAt", DeliveryView::attemptedAt).column("durationMillis", DeliveryView::durationMillis)
                .column("responseStatus", DeliveryView::responseStatus).column("error", DeliveryView::error)
                .column("responseExcerpt", DeliveryView::responseExcerpt).column("payload", DeliveryView::payload);

        static DeliveryView of(Delivery it) {
            var attempt = it.lastAttempt();
            return new DeliveryView(it.id(), it.messageId(), it.eventType(), it.createdAt().toString(), it.status().label(), it.attempts(),
                    it.nextAttemptAt().map(Instant::toString).orElse(null), attempt.map(last -> last.at().toString()).orElse(null),
                    attempt.map(Attempt::durationMillis).orElse(null),
                    attempt.map(Attempt::responseStatus).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).orElse(null),
                    attempt.map(Attempt::excerpt).orElse(null), attempt.flatMap(Attempt::error).map(Labelled::label).orElse(null),
                    it.payload());
        }
    }

    @Schema(name = "WebhookDeliveries")
    record DeliveryList(@Schema(description = "Newest first") List<DeliveryView> deliveries,
                        @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next)
            implements Tabular {
        @Override
        public Table toTable() {
            return DeliveryView.COLUMNS.table(deliveries, next);
        }
    }

    @GET
    @Path("deliveries")
    @RequiresPermission(Permission.MANAGE)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listWebhookDeliveries", summary = "Lists the deliveries of a webhook in the last 30 days, newest first.")
    public RestResponse<DeliveryList> list(String catalog, String webhook,
            @Parameter(description = "Page size: 1–100, 20 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var id = WebhookResource.parseId(webhook, catalog);
        var cursorQuery = List.of("deliveries", catalog, webhook);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var after = Cursor.decode(cursor, cursorQuery, DeliveryResource::parsePosition);
        var page = Page.of(readWebhooks.deliveries(new CatalogName(catalog), id, after, pageSize + 1), pageSize, DeliveryView::of,
                it -> it.createdAt() + " " + it.id(), cursorQuery);
        return toResponse(RestResponse.Status.OK, new DeliveryList(page.items(), page.next()));
    }

    @POST
    @Path("test")
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "testWebhook", summary = "Sends the event webhook.test, once, also if the webhook is disabled.",
            description = "The event is sent within about a second. The list of deliveries has the outcome.")
    @APIResponse(responseCode = "202", description = "To be sent",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public RestResponse<DeliveryView> test(String catalog, String webhook) {
        return toResponse(RestResponse.Status.ACCEPTED, DeliveryView.of(editWebhooks.test(new CatalogName(catalog),
                WebhookResource.parseId(webhook, catalog), caller.actor().name())));
    }

    @POST
    @Path("deliveries/{delivery}/replay")
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "replayWebhookDelivery",
            summary = "Sends the event of a delivery again, as a new delivery with the same message id.",
            description = "If the webhook is disabled, the event is sent when it is enabled.")
    @APIResponse(responseCode = "202", description = "To be sent",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public RestResponse<DeliveryView> replay(String catalog, String webhook, String delivery) {
        var id = WebhookResource.parseId(webhook, catalog);
        var replayed = WebhookResource.parseUuid(delivery).orElseThrow(() -> ProblemType.UNKNOWN_DELIVERY.with(delivery, webhook));
        return toResponse(RestResponse.Status.ACCEPTED, DeliveryView.of(editWebhooks.replay(new CatalogName(catalog), id, replayed)));
    }

    private static DeliveryPosition parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        if (!parts[0].matches("[0-9]{4}-.*")) {
            throw Parameters.invalidParameter("cursor", cursorKey, ProblemType.NONE);
        }
        return new DeliveryPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    private static <T> RestResponse<T> toResponse(RestResponse.Status status, T view) {
        return ResponseBuilder.create(status, view).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
