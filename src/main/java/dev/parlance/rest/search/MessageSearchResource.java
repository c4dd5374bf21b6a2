package dev.parlance.rest.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.MessageQuery;
import dev.parlance.publishing.memory.SearchMessages;
import dev.parlance.publishing.memory.SearchMessages.FoundMessage;
import dev.parlance.publishing.memory.SearchMessages.Position;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.delivery.MessageView;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.ConcurrencyLimiter;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The search for messages in all catalogs that the caller may read. */
@Path("/v1/messages")
@Tag(name = "Messages")
public class MessageSearchResource {
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_SEARCH_LENGTH = 200;

    private final SnapshotRegistry snapshots;
    private final CurrentCaller caller;
    private final ConcurrencyLimiter concurrency;
    private final SearchMessages searchMessages;

    MessageSearchResource(SnapshotRegistry snapshots, CurrentCaller caller, ConcurrencyLimiter concurrency,
            SearchMessages searchMessages) {
        this.searchMessages = searchMessages;
        this.snapshots = snapshots;
        this.caller = caller;
        this.concurrency = concurrency;
    }

    @Schema(name = "FoundMessage")
    record FoundView(@Schema(examples = "exchange") String catalog, @JsonUnwrapped MessageView message) {
        static FoundView of(FoundMessage it) {
            return new FoundView(it.catalog(), MessageView.of(it));
        }
    }

    @Schema(name = "FoundMessages")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundList(@Schema(description = "Best matches first") List<FoundView> messages,
                     @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<FoundView> COLUMNS = MessageView.COLUMNS.within("catalog", FoundView::catalog,
                FoundView::message);

        @Override
        public Table toTable() {
            return COLUMNS.table(messages, next);
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "searchMessages", summary = "Searches the production releases of all catalogs that the caller may read.",
            description = "Results of all catalogs are in one order, as in `listMessages`; equal ones are sorted by catalog.")
    public RestResponse<FoundList> search(
            @Parameter(description = "Text to find, at most 200 characters; see `listMessages`") @RestQuery @Nullable String q,
            @Parameter(description = "Code that the back end sends") @RestQuery @Nullable String code,
            @Parameter(description = "HTTP status", schema = @Schema(type = SchemaType.INTEGER, minimum = "100", maximum = "599"))
            @RestQuery @Nullable String status,
            @Parameter(description = "Prefix of the key") @RestQuery @Nullable String prefix,
            @Parameter(description = "Only messages with this tag") @RestQuery @Nullable String tag,
            @Parameter(description = "BCP 47 language tag; Accept-Language is used if omitted. Catalogs without this language use their "
                    + "source language") @RestQuery @Nullable String locale,
            @Parameter(description = "Page size", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_PAGE_SIZE,
                    defaultValue = "" + DEFAULT_PAGE_SIZE))
            @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var query = new MessageQuery(Parameters.parseText("q", q, MAX_SEARCH_LENGTH),
                Parameters.parseText("code", code, MAX_SEARCH_LENGTH), Parameters.parseInteger("status", status, 100, 599),
                Parameters.parseText("prefix", prefix, MAX_SEARCH_LENGTH), Parameters.parseTag("tag", tag));
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var cursorQuery = List.of("search", Objects.toString(locale, acceptLanguage.orElse("")), query.toString());
        var after = Cursor.decode(cursor, cursorQuery, MessageSearchResource::parsePosition);
        if (!snapshots.isReady() || !caller.isAccessKnown()) {
            throw ProblemType.NOT_READY.with();
        }
        var scopes = snapshots.productionSnapshots().stream().filter(it -> caller.canRead(it.catalog()))
                .map(it -> new Scope(it, ReaderLocale.of(it, locale, acceptLanguage).served())).toList();
        Supplier<Page<FoundView>> search = () -> Page.of(searchMessages.findInAll(query, scopes, after, pageSize + 1), pageSize,
                FoundView::of, it -> it.position().catalog() + " " + it.position().key(), cursorQuery);
        var page = concurrency.run(ResourceLimit.SEARCHES, search);
        return ResponseBuilder.ok(new FoundList(page.items(), page.next()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, locale == null ? HttpHeaders.ACCEPT_LANGUAGE : null)
                .header(HttpHeaders.CACHE_CONTROL, snapshots.isConfirmed() ? CacheHeaders.CHANNEL : CacheHeaders.NO_STORE).build();
    }

    private static Position parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        return new Position(new CatalogName(parts[0]).value(), parts[1]);
    }
}
