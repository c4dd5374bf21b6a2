package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.VersionPrecondition;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource for rejecting a text, which returns it to its author. */
@Path("/v1/catalogs/{catalog}/messages/{key}/texts/{locale}/reject")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class RejectionResource {
    private final EditTexts editTexts;
    private final ChangeContexts contexts;
    private final ServiceMessages serviceMessages;

    RejectionResource(EditTexts editTexts, ChangeContexts contexts, ServiceMessages serviceMessages) {
        this.editTexts = editTexts;
        this.contexts = contexts;
        this.serviceMessages = serviceMessages;
    }

    @Schema(name = "RejectionRequest", requiredProperties = "comment")
    record RejectionRequest(@Schema(description = "What the author should change", maxLength = 2000) @Nullable String comment) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.APPROVE)
    @Operation(operationId = "rejectText",
            summary = "Rejects a text, which returns to the state `draft`. The comment is recorded in the history.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RejectionRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.DraftText.class)))
    public RestResponse<DraftView.DraftText> reject(String catalog, String key, String locale, byte[] body,
            @Parameter(description = "ETag of the text as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = JsonBody.read(body, RejectionRequest.class, "");
        if (request.comment() == null || request.comment().isBlank()) {
            throw ProblemType.INVALID_FIELD.with("/comment", "missing");
        }
        var saved = editTexts.reject(new TextTarget(new CatalogName(catalog), new MessageKey(key), LocaleTag.parse(locale),
                OptionalInt.of(VersionPrecondition.requireVersion(ifMatch)), contexts.create(null, request.comment())));
        var view = DraftView.DraftText.of(saved.text(), saved.stale(), null, saved.findings(), serviceMessages, acceptLanguage);
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).tag(Integer.toString(view.version())).build();
    }
}
