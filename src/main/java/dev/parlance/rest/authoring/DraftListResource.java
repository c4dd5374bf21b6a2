package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.editing.DraftList.ListWindow;
import dev.parlance.catalog.editing.DraftList.SortOrder;
import dev.parlance.catalog.editing.ListDraft;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the list that an editor scrolls through: any window of it, its counts, and the place of a message. */
@Path("/v1/catalogs/{catalog}/draft")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DraftListResource {
    private static final int DEFAULT_WINDOW = 100;
    private static final int MAX_WINDOW = 500;
    private static final int MAX_OFFSET = 999_999_999;
    private static final String SORT = "position (order of the catalog, the default), key, or changed (latest change first)";

    private final ListDraft listDraft;

    DraftListResource(ListDraft listDraft) {
        this.listDraft = listDraft;
    }

    @GET
    @Path("rows")
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listDraftRows", summary = "Returns any window of the list of messages, with short texts and their states.")
    public RestResponse<DraftListView.RowList> listRows(String catalog,
            @Parameter(description = "BCP 47 language tag", required = true, example = "ja") @RestQuery @Nullable String locale,
            @Parameter(description = DraftFilter.STATES) @RestQuery @Nullable String state,
            @Parameter(description = DraftFilter.LIFECYCLES) @RestQuery @Nullable String lifecycle,
            @RestQuery @Nullable String tag,
            @Parameter(description = "Prefix of the key") @RestQuery @Nullable String prefix,
            @RestQuery @Nullable String code,
            @Parameter(description = DraftFilter.AUTHOR) @RestQuery @Nullable String author,
            @Parameter(description = DraftFilter.SEARCH) @RestQuery @Nullable String q,
            @Parameter(description = SORT) @RestQuery @Nullable String sort,
            @Parameter(description = "Number of messages to skip, 0 by default") @RestQuery @Nullable String offset,
            @Parameter(description = "Size of the window: 1–500, 100 by default") @RestQuery @Nullable String limit) {
        var window = new ListWindow(parseSort(sort), Parameters.parseInteger("offset", offset, 0, MAX_OFFSET).orElse(0),
                Parameters.parseInteger("limit", limit, 1, MAX_WINDOW).orElse(DEFAULT_WINDOW));
        var query = new DraftFilter(locale, state, lifecycle, tag, prefix, code, author, q).toQuery();
        return toResponse(DraftListView.RowList.of(listDraft.findRows(new CatalogName(catalog), query, window), window.offset()));
    }

    @GET
    @Path("counts")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "countDraftRows", summary = "Counts the messages of a list by the state of their texts.")
    public RestResponse<DraftListView.CountsView> count(String catalog,
            @Parameter(description = "BCP 47 language tag", required = true, example = "ja") @RestQuery @Nullable String locale,
            @Parameter(description = DraftFilter.STATES) @RestQuery @Nullable String state,
            @Parameter(description = DraftFilter.LIFECYCLES) @RestQuery @Nullable String lifecycle,
            @RestQuery @Nullable String tag,
            @Parameter(description = "Prefix of the key") @RestQuery @Nullable String prefix,
            @RestQuery @Nullable String code,
            @Parameter(description = DraftFilter.AUTHOR) @RestQuery @Nullable String author,
            @Parameter(description = DraftFilter.SEARCH) @RestQuery @Nullable String q) {
        var query = new DraftFilter(locale, state, lifecycle, tag, prefix, code, author, q).toQuery();
        return toResponse(DraftListView.CountsView.of(listDraft.count(new CatalogName(catalog), query)));
    }

    @GET
    @Path("position")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "findDraftRow", summary = "Returns the offset of a message in a list.")
    public RestResponse<DraftListView.PositionView> findPosition(String catalog,
            @Parameter(description = "Key of the message", required = true) @RestQuery @Nullable String key,
            @Parameter(description = "BCP 47 language tag", required = true, example = "ja") @RestQuery @Nullable String locale,
            @Parameter(description = DraftFilter.STATES) @RestQuery @Nullable String state,
            @Parameter(description = DraftFilter.LIFECYCLES) @RestQuery @Nullable String lifecycle,
            @RestQuery @Nullable String tag,
            @Parameter(description = "Prefix of the key") @RestQuery @Nullable String prefix,
            @RestQuery @Nullable String code,
            @Parameter(description = DraftFilter.AUTHOR) @RestQuery @Nullable String author,
            @Parameter(description = DraftFilter.SEARCH) @RestQuery @Nullable String q,
            @Parameter(description = SORT) @RestQuery @Nullable String sort) {
        var messageKey = new MessageKey(Optional.ofNullable(key)
                .orElseThrow(() -> ProblemType.MISSING_PARAMETER.with("key", "order-limit")));
        var query = new DraftFilter(locale, state, lifecycle, tag, prefix, code, author, q).toQuery();
        var position = listDraft.findPosition(new CatalogName(catalog), query, parseSort(sort), messageKey);
        return toResponse(DraftListView.PositionView.of(position, messageKey.value()));
    }

    private static SortOrder parseSort(@Nullable String sort) {
        return Optional.ofNullable(DraftFilter.parseEnum("sort", SortOrder.class, sort)).orElse(SortOrder.POSITION);
    }

    private static <T> RestResponse<T> toResponse(T view) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
