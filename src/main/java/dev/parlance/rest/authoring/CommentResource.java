package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.comments.CommentStatus;
import dev.parlance.catalog.comments.Comments;
import dev.parlance.catalog.comments.EditComments;
import dev.parlance.catalog.comments.Mentions;
import dev.parlance.catalog.comments.ReadComments;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CatalogPeople;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the comments on a message and on its texts. */
@Path("/v1/catalogs/{catalog}/messages/{key}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class CommentResource {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    /** The value of {@link ResourceLimit#COMMENT_LENGTH}, which annotations cannot refer to. */
    private static final int MAX_LENGTH = 2000;

    private final EditComments editComments;
    private final ReadComments readComments;
    private final CatalogPeople people;
    private final CurrentCaller caller;
    private final Clock clock;

    CommentResource(EditComments editComments, ReadComments readComments, CatalogPeople people, CurrentCaller caller, Clock clock) {
        this.editComments = editComments;
        this.readComments = readComments;
        this.people = people;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "CommentRequest", requiredProperties = "text")
    record CommentRequest(
            @Schema(description = "Plain text. `@` and the name of a member mentions them", maxLength = MAX_LENGTH,
                    examples = "Is this still true, @anna?") @Nullable String text,
            @Schema(description = "Locale of the text that the comment is about (BCP 47); omitted if it is about the message")
            @Nullable String locale) {
    }

    @Schema(name = "Comments")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommentList(@Schema(description = "Oldest first") List<CommentView> comments,
                       @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        @Override
        public Table toTable() {
            return CommentView.COLUMNS.table(comments, next);
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listComments", summary = "Lists the comments on a message and on its texts, oldest first.")
    public RestResponse<CommentList> list(String catalog, String key,
            @Parameter(description = "Only comments on the text in this locale (BCP 47), and on the message itself", example = "de")
            @RestQuery @Nullable String locale,
            @Parameter(description = "open or resolved; both by default") @RestQuery @Nullable String status,
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var query = new Comments.Query(new MessageKey(key), Optional.ofNullable(locale).map(LocaleTag::parse),
                Optional.ofNullable(status).map(CommentResource::parseStatus), 0);
        var cursorQuery = List.of("comments", catalog, query.toString());
        long after = Cursor.decode(cursor, cursorQuery, Long::parseLong).orElse(0L);
        var rows = readComments.page(new CatalogName(catalog), query.startingAfter(after), pageSize + 1);
        var page = Page.of(rows, pageSize, CommentView::of, it -> Long.toString(it.id()), cursorQuery);
        return toResponse(RestResponse.Status.OK, new CommentList(page.items(), page.next()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "addComment", summary = "Adds a comment on a message, or on its text in a locale.",
            description = "Members may comment. A key or token requires the permission `translate` or `approve`.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CommentRequest.class)))
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = CommentView.class)))
    public RestResponse<CommentView> add(String catalog, String key, byte[] body) {
        var name = new CatalogName(catalog);
        people.requireParticipant(name);
        var request = JsonBody.read(body, CommentRequest.class, "");
        var text = JsonFields.requireText("/text", request.text(), (int) ResourceLimit.COMMENT_LENGTH.value());
        var mentions = Mentions.find(text, it -> people.contains(name, it));
        if (mentions.size() > ResourceLimit.MENTIONS.value()) {
            throw ProblemType.TOO_MANY_ITEMS.with("/text", ResourceLimit.MENTIONS.value());
        }
        var command = new EditComments.AddCommentCommand(name, new MessageKey(key),
                Optional.ofNullable(request.locale()).map(LocaleTag::parse), text, mentions);
        return toResponse(RestResponse.Status.CREATED, CommentView.of(editComments.add(command, caller.actor().name(), clock.instant())));
    }

    @POST
    @Path("{comment}/resolve")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "resolveComment", summary = "Resolves a comment. A resolved one remains unchanged.")
    public RestResponse<CommentView> resolve(String catalog, String key, String comment) {
        var name = new CatalogName(catalog);
        people.requireParticipant(name);
        return toResponse(RestResponse.Status.OK, CommentView.of(editComments.resolve(name, new MessageKey(key), parseId(comment, key),
                caller.actor().name(), clock.instant())));
    }

    @POST
    @Path("{comment}/reopen")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "reopenComment", summary = "Reopens a resolved comment. An open one remains unchanged.")
    public RestResponse<CommentView> reopen(String catalog, String key, String comment) {
        var name = new CatalogName(catalog);
        people.requireParticipant(name);
        return toResponse(RestResponse.Status.OK, CommentView.of(editComments.reopen(name, new MessageKey(key), parseId(comment, key))));
    }

    @DELETE
    @Path("{comment}")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "deleteComment", summary = "Deletes a comment of the caller. Other comments require the permission `manage`.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public RestResponse<Void> delete(String catalog, String key, String comment) {
        var name = new CatalogName(catalog);
        editComments.delete(name, new MessageKey(key), parseId(comment, key), clock.instant(), it -> people.requireAuthor(name, it));
        return RestResponse.noContent();
    }

    private static CommentStatus parseStatus(String label) {
        return Labelled.findByLabel(CommentStatus.class, label).filter(it -> it != CommentStatus.DELETED)
                .orElseThrow(() -> Parameters.invalidParameter("status", label, "open, resolved"));
    }

    private static long parseId(String id, String key) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw ProblemType.UNKNOWN_COMMENT.with(id, key);
        }
        return Long.parseLong(id);
    }

    private static <T> RestResponse<T> toResponse(RestResponse.Status status, T view) {
        return ResponseBuilder.create(status, view).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
