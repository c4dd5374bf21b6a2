package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.SinceParameter;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.AccessHistory;
import dev.parlance.security.ReadAccessHistory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the history of accounts, members, keys and the visibility of catalogs. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AccessChangeResource {
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;

    private final ReadAccessHistory history;

    AccessChangeResource(ReadAccessHistory history) {
        this.history = history;
    }

    @Schema(name = "AccessChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessChangeView(
            @Schema(description = "Increases with each change; numbers may be skipped") long revision,
            @Schema(enumeration = {"account", "member", "key", "token", "visibility"}) String subject,
            @Schema(description = "Name of the account or member, id of the key or token, or name of the catalog",
                    examples = "anna") String name,
            @Schema(description = "Absent for accounts and tokens") @Nullable String catalog,
            @Schema(enumeration = {"created", "changed", "password-changed", "revoked", "removed"}) String action,
            @Schema(description = "RFC 3339, UTC") String changedAt, String changedBy,
            @Schema(description = "State before the change, without secrets; empty if there was none") Map<String, String> before,
            @Schema(description = "State after the change, without secrets; empty if there is none") Map<String, String> after) {
        static AccessChangeView of(AccessHistory.RecordedChange it) {
            var change = it.change();
            return new AccessChangeView(it.revision(), change.subject().label(), change.name(),
                    change.catalog().map(CatalogName::value).orElse(null), change.action().label(), change.changedAt().toString(),
                    change.changedBy(), change.before(), change.after());
        }
    }

    @Schema(name = "AccessChanges")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessChangeList(@Schema(description = "Newest first") List<AccessChangeView> changes,
                            @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next)
            implements Tabular {
        private static final TableColumns<AccessChangeView> COLUMNS = TableColumns.of(AccessChangeView.class)
                .column("revision", AccessChangeView::revision).column("changedAt", AccessChangeView::changedAt)
                .column("changedBy", AccessChangeView::changedBy).column("subject", AccessChangeView::subject)
                .column("action", AccessChangeView::action).column("catalog", AccessChangeView::catalog)
                .column("name", AccessChangeView::name).column("before", AccessChangeView::before)
                .column("after", AccessChangeView::after);

        @Override
        public Table toTable() {
            return COLUMNS.table(changes, next);
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listAccessChanges",
            summary = "Lists the changes of accounts, members, keys, tokens and the visibility of catalogs, newest first.")
    public RestResponse<AccessChangeList> list(
            @Parameter(description = SinceParameter.DESCRIPTION) @RestQuery @Nullable String since,
            @Parameter(description = "Page size: 1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var start = SinceParameter.parse(since);
        var cursorQuery = List.of("access-changes", start.toString());
        long before = Cursor.decode(cursor, cursorQuery, Long::valueOf).orElse(Long.MAX_VALUE);
        var rows = history.page(new AccessHistory.Query(start.revision(), start.time(), before), pageSize + 1);
        var page = Page.of(rows, pageSize, AccessChangeView::of, it -> Long.toString(it.revision()), cursorQuery);
        return ResponseBuilder.ok(new AccessChangeList(page.items(), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
