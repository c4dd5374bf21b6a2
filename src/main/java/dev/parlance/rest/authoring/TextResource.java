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
import dev.parlance.rest.access.Acts;
import dev.parlance.rest.access.Caller;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.Fields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Precondition;
import dev.parlance.rest.input.TextRules;
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

/** The texts of a draft: what a message says in one locale. */
@Path("/v1/catalogs/{catalog}/messages/{key}/texts/{locale}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class TextResource {
    private static final int LONGEST_REASON = 500;
    private static final int MOST_CONFIRMED = 50;

    private final EditTexts edit;
    private final ReadDraft draft;
    private final SuggestTexts suggest;
    private final Acts acts;
    private final ServiceMessages texts;
    private final Caller who;

    TextResource(EditTexts edit, ReadDraft draft, SuggestTexts suggest, Acts acts, ServiceMessages texts, Caller who) {
        this.edit = edit;
        this.draft = draft;
        this.suggest = suggest;
        this.acts = acts;
        this.texts = texts;
        this.who = who;
    }

    @Schema(name = "TextRequest", requiredProperties = "message")
    record Writing(
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH) @Nullable String message,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH, defaultValue = "") @Nullable String description,
            @Schema(enumeration = {"printf", "icu", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(enumeration = {"draft", "translated", "approved"}, defaultValue = "translated",
                    description = "Drafts may have errors, and are not released") @Nullable String state,
            @Schema(description = "Warnings that are meant to stay: the name of the check, and why",
                    examples = "{\"punctuation\":\"a title\"}") @Nullable Map<String, String> confirm,
            @Schema(description = "Why", maxLength = 2000) @Nullable String comment) {

        SaveTextCommand wanted() {
            var wording = TextRules.wording("", message, description, syntax);
            return new SaveTextCommand(wording, Fields.choice("/state", TextState.class, state).orElse(TextState.TRANSLATED), confirmed(confirm));
        }
    }

    @Schema(name = "ApprovalRequest")
    record Approving(
            @Schema(description = "Warnings that are meant to stay: the name of the check, and why") @Nullable Map<String, String> confirm,
            @Schema(description = "Why", maxLength = 2000) @Nullable String comment) {
    }

    @Schema(name = "RestoreRequest", requiredProperties = "version")
    record Restoring(@Schema(minimum = "1") @Nullable Integer version, @Schema(description = "Why", maxLength = 2000) @Nullable String comment) {
    }

    @GET
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "getText", summary = "What a message says in a locale, with the ETag that changing it asks for")
    public RestResponse<DraftView.Text> get(String catalog, String key, String locale,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var row = draft.findText(new CatalogName(catalog), new MessageKey(key), LocaleTag.parse(locale));
        var text = Optional.ofNullable(row.text()).orElseThrow();
        return answer(RestResponse.Status.OK, DraftView.Text.of(text, row.stale(), row.findings(), texts, acceptLanguage));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TRANSLATE)
    @Operation(operationId = "wordText", summary = "Says what a message says in a locale; to approve it in the same act, one must be allowed to")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Writing.class)))
    @APIResponse(responseCode = "200", description = "Worded anew", content = @Content(schema = @Schema(implementation = DraftView.Text.class)))
    @APIResponse(responseCode = "201", description = "Worded for the first time", content = @Content(schema = @Schema(implementation = DraftView.Text.class)))
    public RestResponse<DraftView.Text> word(String catalog, String key, String locale, byte[] body,
            @Parameter(description = "The ETag of the text as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "* for a text that is to be the first") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var seen = Precondition.version(ifMatch, ifNoneMatch);
        var writing = JsonBody.read(body, Writing.class, "");
        var order = order(catalog, key, locale, seen, acts.of(comment, writing.comment()));
        var wanted = writing.wanted();
        if (wanted.state() == TextState.APPROVED) {
            who.refuseUnless(Permission.APPROVE, order.catalog(), order.locale());
        }
        return saved(edit.save(order, wanted), acceptLanguage);
    }

    @DELETE
    @Needs(Permission.TRANSLATE)
    @Operation(operationId = "removeText", summary = "Takes a text away: readers then see what its locale falls back to")
    @APIResponse(responseCode = "204", description = "Removed; its versions stay in the history")
    public RestResponse<Void> remove(String catalog, String key, String locale,
            @Parameter(description = "The ETag of the text as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        edit.remove(order(catalog, key, locale, OptionalInt.of(Precondition.present(ifMatch)), acts.of(comment, null)));
        return RestResponse.noContent();
    }

    @POST
    @Path("approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.APPROVE)
    @Operation(operationId = "approveText", summary = "Approves a text as it is")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Approving.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.Text.class)))
    public RestResponse<DraftView.Text> approve(String catalog, String key, String locale, byte[] body,
            @Parameter(description = "The ETag of the text as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var wanted = JsonBody.read(body, Approving.class, "");
        var order = order(catalog, key, locale, OptionalInt.of(Precondition.present(ifMatch)), acts.of(comment, wanted.comment()));
        return saved(edit.approve(order, confirmed(wanted.confirm())), acceptLanguage);
    }

    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.TRANSLATE)
    @Operation(operationId = "restoreText", summary = "Says again what the text said in an earlier version")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Restoring.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.Text.class)))
    public RestResponse<DraftView.Text> restore(String catalog, String key, String locale, byte[] body,
            @Parameter(description = "The ETag of the text as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "* where the text was taken away") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var wanted = JsonBody.read(body, Restoring.class, "");
        if (wanted.version() == null || wanted.version() < 1) {
            throw ProblemType.INVALID_FIELD.with("/version", wanted.version() == null ? "missing" : "value");
        }
        var order = order(catalog, key, locale, Precondition.version(ifMatch, ifNoneMatch), acts.of(comment, wanted.comment()));
        return saved(edit.restore(order, wanted.version()), acceptLanguage);
    }

    @POST
    @Path("machine")
    @Needs(Permission.TRANSLATE)
    @Operation(operationId = "translateText", summary = "Says what the machine makes of the source: a draft, whatever was there before")
    @APIResponse(responseCode = "200", description = "Worded anew", content = @Content(schema = @Schema(implementation = DraftView.Text.class)))
    @APIResponse(responseCode = "201", description = "Worded for the first time", content = @Content(schema = @Schema(implementation = DraftView.Text.class)))
    public RestResponse<DraftView.Text> translate(String catalog, String key, String locale,
            @Parameter(description = "The ETag of the text as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "* for a text that is to be the first") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var order = order(catalog, key, locale, Precondition.version(ifMatch, ifNoneMatch), acts.of(comment, null));
        return saved(edit.save(order, suggest.translateDraft(order.catalog(), order.key(), order.locale())), acceptLanguage);
    }

    private static TextTarget order(String catalog, String key, String locale, OptionalInt seen, ChangeContext act) {
        return new TextTarget(new CatalogName(catalog), new MessageKey(key), LocaleTag.parse(locale), seen, act);
    }

    private RestResponse<DraftView.Text> saved(EditTexts.SavedText saved, Optional<String> acceptLanguage) {
        return answer(saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                DraftView.Text.of(saved.text(), saved.stale(), saved.findings(), texts, acceptLanguage));
    }

    private static RestResponse<DraftView.Text> answer(RestResponse.Status status, DraftView.Text view) {
        return ResponseBuilder.create(status, view).type(MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(view.version())).build();
    }

    private static Map<String, String> confirmed(@Nullable Map<String, String> confirm) {
        var confirmed = new TreeMap<String, String>();
        if (confirm != null) {
            if (confirm.size() > MOST_CONFIRMED) {
                throw ProblemType.TOO_MANY_ITEMS.with("/confirm", MOST_CONFIRMED);
            }
            confirm.forEach((check, reason) -> {
                if (reason.isBlank()) {
                    throw ProblemType.INVALID_FIELD.with("/confirm/" + check, "value");
                }
                confirmed.put(check, TextRules.comment("/confirm/" + check, reason, LONGEST_REASON));
            });
        }
        return confirmed;
    }
}
