package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.comments.Comments.MentionPosition;
import dev.parlance.catalog.comments.MessageComment;
import dev.parlance.catalog.comments.ReadComments;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the comments that mention the caller. */
@Path("/v1/session/mentions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class MentionResource {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;

    private final ReadComments readComments;
    private final CurrentCaller caller;

    MentionResource(ReadComments readComments, CurrentCaller caller) {
        this.readComments = readComments;
        this.caller = caller;
    }

    @Schema(name = "Mentions")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MentionList(@Schema(description = "Newest first") List<CommentView.InCatalog> comments,
                       @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<CommentView.InCatalog> COLUMNS = CommentView.COLUMNS.within("catalog",
                CommentView.InCatalog::catalog, CommentView.InCatalog::comment);

        @Override
        public Table toTable() {
            return COLUMNS.table(comments, next);
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.AUTHENTICATED)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listMentions",
            summary = "Lists the open comments that mention the caller, in the catalogs whose drafts they may read, newest first.")
    public RestResponse<MentionList> list(
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var person = caller.actor().name();
        var cursorQuery = List.of("mentions", person);
        var after = Cursor.decode(cursor, cursorQuery, MentionResource::parsePosition);
        var rows = readComments.findMentions(person, caller.readableDrafts().toList(), after, pageSize + 1);
        var page = Page.of(rows, pageSize, CommentView.InCatalog::of, MentionResource::toPosition, cursorQuery);
        return ResponseBuilder.ok(new MentionList(page.items(), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static String toPosition(MessageComment it) {
        return it.createdAt() + " " + it.catalog().value() + " " + it.id();
    }

    private static MentionPosition parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 3);
        return new MentionPosition(Instant.parse(parts[0]), new CatalogName(parts[1]).value(), Long.parseLong(parts[2]));
    }
}
