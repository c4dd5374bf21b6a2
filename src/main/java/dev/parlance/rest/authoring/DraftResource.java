package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource that reads the draft of a catalog: messages, texts, progress and findings. */
@Path("/v1/catalogs/{catalog}/draft")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DraftResource {
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;

    private final ReadDraft readDraft;
    private final ServiceMessages serviceMessages;

    DraftResource(ReadDraft readDraft, ServiceMessages serviceMessages) {
        this.readDraft = readDraft;
        this.serviceMessages = serviceMessages;
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getDraft", summary = "Returns the settings of a catalog and the progress of each locale.")
    public RestResponse<DraftView> get(String catalog) {
        var view = readDraft.readCatalog(new CatalogName(catalog), DraftView::of);
        return toResponse(view, view.version());
    }

    @GET
    @Path("messages")
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listDraftMessages", summary = "Lists messages with their texts in one locale and the findings of the checks.")
    public RestResponse<DraftView.DraftMessageList> listMessages(String catalog,
            @Parameter(description = "BCP 47 language tag", required = true, example = "ja") @RestQuery @Nullable String locale,
            @Parameter(description = DraftFilter.STATES) @RestQuery @Nullable String state,
            @Parameter(description = DraftFilter.LIFECYCLES) @RestQuery @Nullable String lifecycle,
            @RestQuery @Nullable String tag,
            @Parameter(description = "Prefix of the key") @RestQuery @Nullable String prefix,
            @RestQuery @Nullable String code,
            @Parameter(description = DraftFilter.AUTHOR) @RestQuery @Nullable String author,
            @Parameter(description = DraftFilter.SEARCH) @RestQuery @Nullable String q,
            @Parameter(description = "Page size: 1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var query = new DraftFilter(locale, state, lifecycle, tag, prefix, code, author, q).toQuery();
        var cursorQuery = List.of("draft", catalog, query.toString());
        var after = Cursor.decode(cursor, cursorQuery, DraftResource::parsePosition).orElse(null);
        var page = readDraft.findPage(new CatalogName(catalog), query, after, pageSize);
        var bounded = Page.of(page.rows(), page.next() != null, it -> DraftView.DraftRow.of(it, serviceMessages, acceptLanguage),
                it -> it.message().definition().position() + " " + it.message().key(), cursorQuery);
        return ResponseBuilder.ok(new DraftView.DraftMessageList(bounded.items(), bounded.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("messages/{key}")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getDraftMessage",
            summary = "Returns the definition of a message and the states of its texts, with the ETag required to change it.")
    public RestResponse<DraftView.DraftMessage> getMessage(String catalog, String key) {
        var view = DraftView.DraftMessage.of(readDraft.findMessage(new CatalogName(catalog), new MessageKey(key)));
        return toResponse(view, view.version());
    }

    private static <T> RestResponse<T> toResponse(T view, int version) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).tag(Integer.toString(version)).build();
    }

    private static DraftQuery.DraftPosition parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        return new DraftQuery.DraftPosition(Integer.parseInt(parts[0]), new MessageKey(parts[1]));
    }
}
