package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.editing.EditMessages;
import dev.parlance.rest.access.Acts;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.input.Precondition;
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

/** What the messages of a draft are. How a draft is read, see {@link DraftResource}. */
@Path("/v1/catalogs/{catalog}/messages/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DefinitionResource {
    private final EditMessages edit;
    private final Acts acts;

    DefinitionResource(EditMessages edit, Acts acts) {
        this.edit = edit;
        this.acts = acts;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE)
    @Operation(operationId = "defineMessage", summary = "Makes a message, or defines one anew")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DefinitionView.class)))
    @APIResponse(responseCode = "200", description = "Defined anew", content = @Content(schema = @Schema(implementation = DraftView.Defined.class)))
    @APIResponse(responseCode = "201", description = "Made", content = @Content(schema = @Schema(implementation = DraftView.Defined.class)))
    public RestResponse<DraftView.Defined> define(String catalog, String key, byte[] body,
            @Parameter(description = "The ETag of the message as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "* for a message that is to be made") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var seen = Precondition.version(ifMatch, ifNoneMatch);
        var name = new CatalogName(catalog);
        var its = new MessageKey(key);
        var definition = JsonBody.read(body, DefinitionView.class, "").definition(its);
        var act = acts.of(comment, null);
        return answer(catalog, seen.isPresent() ? edit.update(name, its, seen.getAsInt(), present -> definition, act)
                : edit.create(name, its, definition, act));
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Needs(Permission.MANAGE)
    @Operation(operationId = "patchMessage", summary = "Changes some of what a message is: a JSON Merge Patch (RFC 7396)")
    @RequestBody(required = true, content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = DefinitionView.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.Defined.class)))
    public RestResponse<DraftView.Defined> patch(String catalog, String key, byte[] body,
            @Parameter(description = "The ETag of the message as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var its = new MessageKey(key);
        return change(catalog, its, ifMatch, comment,
                present -> JsonBody.patched(body, DefinitionView.of(present), DefinitionView.class).definition(its));
    }

    @DELETE
    @Needs(Permission.MANAGE)
    @Operation(operationId = "retireMessage", summary = "Retires a message: the next release has it no more, its key stays taken")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.Defined.class)))
    public RestResponse<DraftView.Defined> retire(String catalog, String key,
            @Parameter(description = "The ETag of the message as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        return change(catalog, new MessageKey(key), ifMatch, comment, present -> present.withStage(Lifecycle.RETIRED));
    }

    private RestResponse<DraftView.Defined> change(String catalog, MessageKey key, @Nullable String ifMatch, @Nullable String comment,
                                                   UnaryOperator<Message.Definition> becomes) {
        var seen = Precondition.present(ifMatch);
        return answer(catalog, edit.update(new CatalogName(catalog), key, seen, becomes, acts.of(comment, null)));
    }

    private static RestResponse<DraftView.Defined> answer(String catalog, EditMessages.SavedMessage defined) {
        var message = defined.message();
        return ResponseBuilder.create(defined.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, DraftView.Defined.of(message))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, defined.created() ? "/v1/catalogs/" + catalog + "/draft/messages/" + message.key() : null)
                .tag(Integer.toString(message.version())).build();
    }
}
