package dev.parlance.rest.administration;

import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.events.EventType;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import dev.parlance.webhooks.EditWebhooks;
import dev.parlance.webhooks.EventFilter;
import dev.parlance.webhooks.ReadWebhooks;
import dev.parlance.webhooks.Webhook;
import dev.parlance.webhooks.Webhook.Status;
import dev.parlance.webhooks.WebhookPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The resource of the webhooks of a catalog.
 *
 * <p>Changes need no {@code If-Match}: members are independent, and a patch changes only those that it names.
 */
@SmallBody
@Path("/v1/catalogs/{catalog}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {
    private static final int MAX_URL_LENGTH = 2000;
    private static final int MAX_DESCRIPTION_LENGTH = 200;
    private static final String CATALOG = "catalog";
    private static final String WEBHOOK = "webhook";

    private final EditWebhooks editWebhooks;
    private final ReadWebhooks readWebhooks;
    private final WebhookPolicy policy;
    private final RequestAudit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    WebhookResource(EditWebhooks editWebhooks, ReadWebhooks readWebhooks, WebhookPolicy policy, RequestAudit audit, CurrentCaller caller,
            Clock clock) {
        this.editWebhooks = editWebhooks;
        this.readWebhooks = readWebhooks;
        this.policy = policy;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "WebhookRequest", requiredProperties = "url")
    record WebhookRequest(
            @Schema(description = "URL that receives the events as POST requests: https, or http if the service permits it, without user "
                    + "name and fragment", maxLength = MAX_URL_LENGTH,
                    examples = "https://example.com/webhooks/parlance") @Nullable String url,
            @Schema(maxLength = MAX_DESCRIPTION_LENGTH, defaultValue = "", examples = "Clears the cache of the shop")
            @Nullable String description,
            @Schema(description = "Types of the events to send: release.created, channel.moved, findings.added, comment.added, "
                    + "comment.resolved, comment.reopened, comment.deleted. All types if empty or omitted",
                    examples = "[\"channel.moved\"]")
            @Nullable List<String> events,
            @Schema(description = "Whether events are sent", defaultValue = "true") @Nullable Boolean enabled) {
        static WebhookRequest of(Webhook it) {
            return new WebhookRequest(it.settings().url(), it.settings().description(), it.settings().filter().labels(), it.isEnabled());
        }
    }

    @Schema(name = "Webhooks")
    record WebhookList(@Schema(description = "Oldest first") List<WebhookView> webhooks) implements Tabular {
        @Override
        public Table toTable() {
            return WebhookView.COLUMNS.table(webhooks, null);
        }
    }

    @GET
    @RequiresPermission(Permission.MANAGE)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listWebhooks", summary = "Lists the webhooks of a catalog, without their secrets.")
    public RestResponse<WebhookList> list(String catalog) {
        var now = clock.instant();
        var webhooks = readWebhooks.list(new CatalogName(catalog)).stream().map(it -> WebhookView.of(it, now)).toList();
        return toResponse(RestResponse.Status.OK, new WebhookList(webhooks));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "createWebhook", summary = "Creates a webhook. Only this response contains its secret.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookRequest.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = WebhookView.WithSecret.class)))
    public RestResponse<WebhookView.WithSecret> create(String catalog, byte[] body) {
        var request = JsonBody.read(body, WebhookRequest.class, "");
        var created = editWebhooks.create(new CatalogName(catalog), parseSettings(request),
                Optional.ofNullable(request.enabled()).orElse(true), caller.actor().name());
        record(AuditAction.WEBHOOK_CREATED, created);
        return ResponseBuilder.create(RestResponse.Status.CREATED, WebhookView.WithSecret.of(created, clock.instant()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + catalog + "/webhooks/" + created.id()).build();
    }

    @GET
    @Path("{webhook}")
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "getWebhook", summary = "Returns a webhook, without its secret.")
    public RestResponse<WebhookView> get(String catalog, String webhook) {
        return toResponse(readWebhooks.get(new CatalogName(catalog), parseId(webhook, catalog)));
    }

    @PATCH
    @Path("{webhook}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "updateWebhook",
            summary = "Updates a webhook by a JSON Merge Patch (RFC 7396).",
            description = "Enabling a disabled webhook resets its failures and sends the events that wait for it.")
    @RequestBody(required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = WebhookRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public RestResponse<WebhookView> update(String catalog, String webhook, byte[] body) {
        var updated = editWebhooks.update(new CatalogName(catalog), parseId(webhook, catalog), (current, now) -> apply(body, current, now));
        record(AuditAction.WEBHOOK_CHANGED, updated);
        return toResponse(updated);
    }

    @DELETE
    @Path("{webhook}")
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "deleteWebhook", summary = "Deletes a webhook and its deliveries. Waiting events are not sent.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public RestResponse<Void> delete(String catalog, String webhook) {
        editWebhooks.delete(new CatalogName(catalog), parseId(webhook, catalog));
        audit.record(AuditAction.WEBHOOK_DELETED, CATALOG, catalog, WEBHOOK, webhook);
        return RestResponse.noContent();
    }

    @POST
    @Path("{webhook}/secret")
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "rotateWebhookSecret",
            summary = "Replaces the secret of a webhook. For 24 hours, requests are also signed with the previous secret.",
            description = "Only this response contains the new secret. The secret before the previous one becomes invalid immediately.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.WithSecret.class)))
    public RestResponse<WebhookView.WithSecret> rotateSecret(String catalog, String webhook) {
        var rotated = editWebhooks.rotateSecret(new CatalogName(catalog), parseId(webhook, catalog));
        record(AuditAction.WEBHOOK_SECRET_ROTATED, rotated);
        return toResponse(RestResponse.Status.OK, WebhookView.WithSecret.of(rotated, clock.instant()));
    }

    private Webhook apply(byte[] body, Webhook current, Instant now) {
        var request = JsonBody.applyPatch(body, WebhookRequest.of(current), WebhookRequest.class);
        var settings = request.equals(WebhookRequest.of(current)) ? current.settings() : parseSettings(request);
        boolean enabled = Optional.ofNullable(request.enabled()).orElse(true);
        var changed = current.withSettings(settings);
        return enabled == current.isEnabled() ? changed : changed.withStatus(enabled ? Status.ENABLED : Status.DISABLED, now);
    }

    private Webhook.Settings parseSettings(WebhookRequest request) {
        var url = JsonFields.requireText("/url", request.url(), MAX_URL_LENGTH);
        policy.requireUrl("/url", url);
        return new Webhook.Settings(url, TextInput.optionalText("/description", request.description(), MAX_DESCRIPTION_LENGTH),
                parseEvents(Optional.ofNullable(request.events()).orElse(List.of())));
    }

    private static EventFilter parseEvents(List<String> labels) {
        return EventFilter.of(IntStream.range(0, labels.size())
                .mapToObj(it -> JsonFields.choice("/events/" + it, EventType.class, labels.get(it)).orElseThrow()).toList());
    }

    /** @throws dev.parlance.problems.ProblemException {@code UNKNOWN_WEBHOOK} if it is no UUID */
    static UUID parseId(String webhook, String catalog) {
        return parseUuid(webhook).orElseThrow(() -> ProblemType.UNKNOWN_WEBHOOK.with(webhook, catalog));
    }

    static Optional<UUID> parseUuid(String id) {
        return Optional.of(id).filter(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).map(UUID::fromString);
    }

    private void record(AuditAction action, Webhook webhook) {
        audit.record(action, CATALOG, webhook.catalog().value(), WEBHOOK, webhook.id().toString());
    }

    private RestResponse<WebhookView> toResponse(Webhook webhook) {
        return toResponse(RestResponse.Status.OK, WebhookView.of(webhook, clock.instant()));
    }

    private static <T> RestResponse<T> toResponse(RestResponse.Status status, T view) {
        return ResponseBuilder.create(status, view).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
