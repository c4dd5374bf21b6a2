package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.editing.EditMessages;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.input.VersionPrecondition;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.function.UnaryOperator;
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

/** The resource that edits the definitions of messages. {@link DraftResource} reads them. */
@Path("/v1/catalogs/{catalog}/messages/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DefinitionResource {
    private final EditMessages editMessages;
    private final ChangeContexts contexts;

    DefinitionResource(EditMessages editMessages, ChangeContexts contexts) {
        this.editMessages = editMessages;
        this.contexts = contexts;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "saveMessage", summary = "Creates a message, or replaces its definition.",
            description = "Members that are omitted keep their values. To remove a value, use PATCH with null.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DefinitionView.class)))
    @APIResponse(responseCode = "200", description = "Updated",
            content = @Content(schema = @Schema(implementation = DraftView.DraftMessageDefinition.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = DraftView.DraftMessageDefinition.class)))
    public RestResponse<DraftView.DraftMessageDefinition> define(String catalog, String key, byte[] body,
            @Parameter(description = "ETag of the message as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "`*` to create the message") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var expectedVersion = VersionPrecondition.expectedVersion(ifMatch, ifNoneMatch);
        var name = new CatalogName(catalog);
        var messageKey = new MessageKey(key);
        var definition = JsonBody.read(body, DefinitionView.class, "").toDefinition(messageKey);
        var context = contexts.create(comment, null);
        return toResponse(catalog,
                expectedVersion.isPresent()
                ? editMessages.update(name, messageKey, expectedVersion.getAsInt(), current -> merge(body, current, messageKey), context)
                : editMessages.create(name, messageKey, definition, context));
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "updateMessage", summary = "Updates the definition of a message by a JSON Merge Patch (RFC 7396).")
    @RequestBody(required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = DefinitionView.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.DraftMessageDefinition.class)))
    public RestResponse<DraftView.DraftMessageDefinition> patch(String catalog, String key, byte[] body,
            @Parameter(description = "ETag of the message as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var messageKey = new MessageKey(key);
        return update(catalog, messageKey, ifMatch, comment,
                current -> merge(body, current, messageKey));
    }

    private static Message.Definition merge(byte[] body, Message.Definition current, MessageKey key) {
        return JsonBody.applyPatch(body, DefinitionView.of(current), DefinitionView.class).toDefinition(key);
    }

    @DELETE
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "retireMessage", summary = "Retires a message. The next release omits it; its key stays reserved.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.DraftMessageDefinition.class)))
    public RestResponse<DraftView.DraftMessageDefinition> retire(String catalog, String key,
            @Parameter(description = "ETag of the message as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        return update(catalog, new MessageKey(key), ifMatch, comment, current -> current.withStage(Lifecycle.RETIRED));
    }

    private RestResponse<DraftView.DraftMessageDefinition> update(String catalog, MessageKey key, @Nullable String ifMatch,
            @Nullable String comment, UnaryOperator<Message.Definition> modification) {
        var expectedVersion = VersionPrecondition.requireVersion(ifMatch);
        return toResponse(catalog,
                editMessages.update(new CatalogName(catalog), key, expectedVersion, modification, contexts.create(comment, null)));
    }

    private static RestResponse<DraftView.DraftMessageDefinition> toResponse(String catalog, EditMessages.SavedMessage saved) {
        var message = saved.message();
        return ResponseBuilder.create(saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                DraftView.DraftMessageDefinition.of(message))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, saved.created() ? "/v1/catalogs/" + catalog + "/draft/messages/" + message.key() : null)
                .tag(Integer.toString(message.version())).build();
    }
}
