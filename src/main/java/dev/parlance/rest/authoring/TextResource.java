package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.suggestions.SuggestTexts;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.input.VersionPrecondition;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
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

/** The resource of a draft text: a message in one locale. */
@Path("/v1/catalogs/{catalog}/messages/{key}/texts/{locale}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class TextResource {
    private static final int MAX_REASON_LENGTH = 500;
    private static final int MAX_CONFIRMATIONS = 50;

    private final EditTexts editTexts;
    private final ReadDraft readDraft;
    private final SuggestTexts suggestTexts;
    private final ChangeContexts contexts;
    private final ServiceMessages serviceMessages;
    private final CurrentCaller caller;

    TextResource(EditTexts editTexts, ReadDraft readDraft, SuggestTexts suggestTexts, ChangeContexts contexts,
            ServiceMessages serviceMessages, CurrentCaller caller) {
        this.editTexts = editTexts;
        this.readDraft = readDraft;
        this.suggestTexts = suggestTexts;
        this.contexts = contexts;
        this.serviceMessages = serviceMessages;
        this.caller = caller;
    }

    @Schema(name = "TextRequest", requiredProperties = "message")
    record TextRequest(
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH) @Nullable String message,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH, description = "If omitted, an existing description is kept")
            @Nullable String description,
            @Schema(enumeration = {"printf", "icu", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(enumeration = {"draft", "translated", "approved"}, defaultValue = "translated",
                    description = "Drafts may contain errors and are not released") @Nullable String state,
            @Schema(description = "Warnings to confirm: names of checks, each with a reason",
                    examples = "{\"punctuation\":\"a title\"}") @Nullable Map<String, String> confirm,
            @Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {

        SaveTextCommand toContent() {
            var content = TextInput.parseContent("", message, description, syntax);
            return new SaveTextCommand(content, JsonFields.choice("/state", TextState.class, state).orElse(TextState.TRANSLATED),
                    parseConfirmations(confirm), null, description == null);
        }
    }

    @Schema(name = "ApprovalRequest")
    record ApprovalRequest(
            @Schema(description = "Warnings to confirm: names of checks, each with a reason") @Nullable Map<String, String> confirm,
            @Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {
    }

    @Schema(name = "RestoreRequest", requiredProperties = "version")
    record RestoreRequest(@Schema(minimum = "1") @Nullable Integer version,
                          @Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getText", summary = "Returns a text, with the ETag required to change it.")
    public RestResponse<DraftView.DraftText> get(String catalog, String key, String locale,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var row = readDraft.findText(new CatalogName(catalog), new MessageKey(key), LocaleTag.parse(locale));
        var text = Optional.ofNullable(row.text()).orElseThrow();
        return toResponse(RestResponse.Status.OK, DraftView.DraftText.of(text, row.stale(), row.madeFrom(), row.findings(), serviceMessages,
                acceptLanguage));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.TRANSLATE)
    @Operation(operationId = "saveText",
            summary = "Creates or replaces a translation. Setting the state to `approved` requires the `approve` permission.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TextRequest.class)))
    @APIResponse(responseCode = "200", description = "Updated",
            content = @Content(schema = @Schema(implementation = DraftView.DraftText.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = DraftView.DraftText.class)))
    public RestResponse<DraftView.DraftText> save(String catalog, String key, String locale, byte[] body,
            @Parameter(description = "ETag of the text as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "`*` to create the text") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var expectedVersion = VersionPrecondition.expectedVersion(ifMatch, ifNoneMatch);
        var request = JsonBody.read(body, TextRequest.class, "");
        var command = toCommand(catalog, key, locale, expectedVersion, contexts.create(comment, request.comment()));
        var content = request.toContent();
        if (content.state() == TextState.APPROVED) {
            caller.requirePermission(Permission.APPROVE, command.catalog(), command.locale());
        }
        return savedResponse(editTexts.save(command, content), acceptLanguage);
    }

    @DELETE
    @RequiresPermission(Permission.TRANSLATE)
    @Operation(operationId = "removeText", summary = "Removes a text. Readers then see the text of the fallback locale.")
    @APIResponse(responseCode = "204", description = "Removed; earlier versions stay in the history")
    public RestResponse<Void> remove(String catalog, String key, String locale,
            @Parameter(description = "ETag of the text as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        editTexts.remove(toCommand(catalog, key, locale, OptionalInt.of(VersionPrecondition.requireVersion(ifMatch)),
                contexts.create(comment, null)));
        return RestResponse.noContent();
    }

    @POST
    @Path("approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.APPROVE)
    @Operation(operationId = "approveText", summary = "Approves a text unchanged.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ApprovalRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.DraftText.class)))
    public RestResponse<DraftView.DraftText> approve(String catalog, String key, String locale, byte[] body,
            @Parameter(description = "ETag of the text as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = JsonBody.readOptional(body, ApprovalRequest.class);
        var command = toCommand(catalog, key, locale, OptionalInt.of(VersionPrecondition.requireVersion(ifMatch)),
                contexts.create(comment, request.comment()));
        return savedResponse(editTexts.approve(command, parseConfirmations(request.confirm())), acceptLanguage);
    }

    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.TRANSLATE)
    @Operation(operationId = "restoreText",
            summary = "Restores an earlier version of a text. A version that was approved becomes `translated`.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RestoreRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.DraftText.class)))
    public RestResponse<DraftView.DraftText> restore(String catalog, String key, String locale, byte[] body,
            @Parameter(description = "ETag of the text as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "`*` if the text was removed") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = JsonBody.read(body, RestoreRequest.class, "");
        if (request.version() == null || request.version() < 1) {
            throw ProblemType.INVALID_FIELD.with("/version", request.version() == null ? "missing" : "value", "1–999999999");
        }
        var command = toCommand(catalog, key, locale, VersionPrecondition.expectedVersion(ifMatch, ifNoneMatch),
                contexts.create(comment, request.comment()));
        return savedResponse(editTexts.restore(command, request.version()), acceptLanguage);
    }

    @POST
    @Path("machine")
    @RequiresPermission(Permission.TRANSLATE)
    @Operation(operationId = "translateText", summary = "Saves a machine translation as a draft.")
    @APIResponse(responseCode = "200", description = "Updated",
            content = @Content(schema = @Schema(implementation = DraftView.DraftText.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = DraftView.DraftText.class)))
    public RestResponse<DraftView.DraftText> translate(String catalog, String key, String locale,
            @Parameter(description = "ETag of the text as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "`*` to create the text") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var command = toCommand(catalog, key, locale, VersionPrecondition.expectedVersion(ifMatch, ifNoneMatch),
                contexts.create(comment, null));
        return savedResponse(editTexts.save(command, suggestTexts.translateDraft(command.catalog(), command.key(), command.locale())),
                acceptLanguage);
    }

    private static TextTarget toCommand(String catalog, String key, String locale, OptionalInt expectedVersion, ChangeContext context) {
        return new TextTarget(new CatalogName(catalog), new MessageKey(key), LocaleTag.parse(locale), expectedVersion, context);
    }

    private RestResponse<DraftView.DraftText> savedResponse(EditTexts.SavedText saved, Optional<String> acceptLanguage) {
        return toResponse(saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                DraftView.DraftText.of(saved.text(), saved.stale(), null, saved.findings(), serviceMessages, acceptLanguage));
    }

    private static RestResponse<DraftView.DraftText> toResponse(RestResponse.Status status, DraftView.DraftText view) {
        return ResponseBuilder.create(status, view).type(MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(view.version())).build();
    }

    private static Map<String, String> parseConfirmations(@Nullable Map<String, String> confirm) {
        var confirmations = new TreeMap<String, String>();
        if (confirm != null) {
            if (confirm.size() > MAX_CONFIRMATIONS) {
                throw ProblemType.TOO_MANY_ITEMS.with("/confirm", MAX_CONFIRMATIONS);
            }
            confirm.forEach((check, reason) -> {
                if (reason.isBlank()) {
                    throw ProblemType.INVALID_FIELD.with("/confirm/" + check, "blank");
                }
                confirmations.put(check, TextInput.optionalText("/confirm/" + check, reason, MAX_REASON_LENGTH));
            });
        }
        return confirmations;
    }
}
