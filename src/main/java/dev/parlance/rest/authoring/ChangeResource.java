package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.editing.RevertChange;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.ReadHistory;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.DateFields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.SinceParameter;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the history of a catalog: lists changes and reverts revisions. */
@Path("/v1/catalogs/{catalog}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class ChangeResource {
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_NAME_LENGTH = 200;

    private final ReadHistory readHistory;
    private final RevertChange revertChange;
    private final ChangeContexts contexts;

    ChangeResource(ReadHistory readHistory, RevertChange revertChange, ChangeContexts contexts) {
        this.readHistory = readHistory;
        this.revertChange = revertChange;
        this.contexts = contexts;
    }

    @Schema(name = "Change")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            @Schema(description = "Revision of the catalog, shared by all changes of a transaction") long revision,
            @Schema(description = "Position within the revision, from 1") int ordinal,
            @Schema(enumeration = {"catalog", "locale", "message", "text", "term"}) String subject,
            @Schema(description = "Key of the message, or the glossary term") @Nullable String key,
            @Schema(description = "BCP 47 language tag") @Nullable String locale,
            @Schema(description = "Version of the item after the change") int version,
            @Schema(enumeration = {"edit", "bulk", "import", "shipped", "revert"}) String cause,
            @Schema(description = "RFC 3339, UTC") String changedAt, String changedBy, String comment,
            @Schema(description = "Absent if the item was created") @Nullable HistoryStateView before,
            @Schema(description = "Absent if the item was removed") @Nullable HistoryStateView after,
            @Schema(description = "The revision that was reverted") @Nullable Long reverts,
            @Schema(description = "Id of the job that the change belongs to") @Nullable String job) {

        static ChangeView of(Change it) {
            return new ChangeView(it.id().revision(), it.id().ordinal(), it.target().subject().label(), it.target().key(),
                    it.target().ofLocale(), it.version(), it.cause().label(), it.changedAt().toString(), it.changedBy(), it.comment(),
                    it.before().map(state -> HistoryStateView.of(null, state)).orElse(null),
                    it.after().map(state -> HistoryStateView.of(null, state)).orElse(null),
                    it.revertedRevision().isPresent() ? it.revertedRevision().getAsLong() : null,
                    it.job().map(Object::toString).orElse(null));
        }
    }

    @Schema(name = "Changes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeList(@Schema(description = "Newest first") List<ChangeView> changes,
                      @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<ChangeView> COLUMNS = TableColumns.of(ChangeView.class)
                .column("revision", ChangeView::revision).column("changedAt", ChangeView::changedAt)
                .column("changedBy", ChangeView::changedBy).column("cause", ChangeView::cause)
                .column("subject", ChangeView::subject).column("key", ChangeView::key).column("locale", ChangeView::locale)
                .column("before", it -> HistoryStateView.summary(it.before()))
                .column("after", it -> HistoryStateView.summary(it.after())).column("comment", ChangeView::comment);

        @Override
        public Table toTable() {
            return COLUMNS.table(changes, next);
        }
    }

    @Schema(name = "RevertRequest")
    record RevertRequest(@Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {
    }

    @Schema(name = "RevertSelectionRequest", description = "Selects changes. At least one of author, cause and from is required.")
    record RevertSelectionRequest(
            @Schema(description = "Name of the author") @Nullable String author,
            @Schema(enumeration = {"edit", "bulk", "import", "shipped", "revert"}) @Nullable String cause,
            @Schema(description = "Key of a message, or a glossary term") @Nullable String key,
            @Schema(description = "BCP 47 language tag") @Nullable String locale,
            @Schema(description = "Earliest time, RFC 3339", examples = "2026-03-01T09:00:00Z") @Nullable String from,
            @Schema(description = "Latest time, exclusive, RFC 3339", examples = "2026-03-01T10:00:00Z") @Nullable String to,
            @Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {

        History.Selection toSelection() {
            if (author == null && cause == null && from == null) {
                throw ProblemType.INVALID_FIELD.with("/author", "missing");
            }
            return new History.Selection(optionalText("/key", key), locale == null ? null : LocaleTag.parse(locale),
                    optionalText("/author", author), JsonFields.choice("/cause", ChangeCause.class, cause).orElse(null),
                    parseTime("/from", from), parseTime("/to", to));
        }

        private static @Nullable String optionalText(String pointer, @Nullable String value) {
            return value == null ? null : TextInput.optionalText(pointer, value, MAX_NAME_LENGTH);
        }

        private static @Nullable Instant parseTime(String pointer, @Nullable String value) {
            return value == null ? null : DateFields.parseTime(pointer, value);
        }
    }

    @Schema(name = "Reverted")
    record RevertedView(@Schema(description = "The revision that the revert created") long revision,
                        @Schema(description = "Number of reverted changes") int changes) {
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listChanges", summary = "Lists the changes of a catalog, newest first.")
    public RestResponse<ChangeList> list(String catalog,
            @Parameter(description = "Key of a message, or a glossary term") @RestQuery @Nullable String key,
            @Parameter(description = "BCP 47 language tag") @RestQuery @Nullable String locale,
            @Parameter(description = "Name of the author") @RestQuery @Nullable String author,
            @Parameter(description = "edit, bulk, import, shipped or revert") @RestQuery @Nullable String cause,
            @Parameter(description = SinceParameter.DESCRIPTION) @RestQuery @Nullable String since,
            @Parameter(description = "Page size: 1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var name = new CatalogName(catalog);
        var start = SinceParameter.parse(since);
        var query = new History.Query(Parameters.parseText("key", key, MAX_NAME_LENGTH).orElse(null),
                locale == null ? null : LocaleTag.parse(locale), Parameters.parseText("author", author, MAX_NAME_LENGTH).orElse(null),
                DraftFilter.parseEnum("cause", ChangeCause.class, cause),
                start.revision(), null, start.time().orElse(null));
        var cursorQuery = List.of("changes", catalog, query.toString());
        var beforeChange = Cursor.decode(cursor, cursorQuery, it -> parsePosition(catalog, it)).orElse(null);
        var rows = readHistory.page(name, query.startingBefore(beforeChange), pageSize + 1);
        var page = Page.of(rows, pageSize, ChangeView::of, it -> it.id().revision() + " " + it.id().ordinal(), cursorQuery);
        return ResponseBuilder.ok(new ChangeList(page.items(), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Path("{revision}/revert")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "revertRevision",
            summary = "Reverts all changes of a revision. Answers 409 if any of its items has changed since.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RevertRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RevertedView.class)))
    public RestResponse<RevertedView> revert(String catalog, String revision, byte[] body,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var request = JsonBody.readOptional(body, RevertRequest.class);
        var reverted = revertChange.revertRevision(new CatalogName(catalog), Parameters.number("revision", revision),
                contexts.create(comment, request.comment()));
        return ResponseBuilder.ok(new RevertedView(reverted.revision(), reverted.changes()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Path("revert")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "revertChanges",
            summary = "Reverts the selected changes of messages, texts and terms. Answers 409 if any of these items has changed since.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RevertSelectionRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RevertedView.class)))
    public RestResponse<RevertedView> revertSelection(String catalog, byte[] body,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var request = JsonBody.read(body, RevertSelectionRequest.class, "");
        var reverted = revertChange.revertSelection(new CatalogName(catalog), request.toSelection(),
                contexts.create(comment, request.comment()));
        return ResponseBuilder.ok(new RevertedView(reverted.revision(), reverted.changes()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static Change.Id parsePosition(String catalog, String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        return new Change.Id(catalog, Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }
}
