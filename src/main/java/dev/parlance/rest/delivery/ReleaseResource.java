package dev.parlance.rest.delivery;

import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.CompareReleases;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.publishing.release.ReadReleases;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.Releases;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.ConcurrencyLimiter;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
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

/** Creates, lists and compares the releases of a catalog. */
@Path("/v1/catalogs/{catalog}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
public class ReleaseResource {
    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int MAX_PAGE_SIZE = 100;
    private static final int DEFAULT_DIFF_PAGE_SIZE = 100;
    private static final int MAX_DIFF_PAGE_SIZE = 500;
    private static final int MAX_COMMENT_LENGTH = 2000;
    private static final String CURSOR_QUERY = "releases";
    private static final String RELEASE_PARAMETER = "release";

    private final PublishRelease publishRelease;
    private final CompareReleases compareReleases;
    private final ReadReleases readReleases;
    private final ServiceMessages serviceMessages;
    private final CurrentCaller caller;
    private final ConcurrencyLimiter concurrency;
    private final RequestAudit audit;

    ReleaseResource(PublishRelease publishRelease, CompareReleases compareReleases, ReadReleases readReleases,
            ServiceMessages serviceMessages, CurrentCaller caller, ConcurrencyLimiter concurrency, RequestAudit audit) {
        this.audit = audit;
        this.concurrency = concurrency;
        this.publishRelease = publishRelease;
        this.compareReleases = compareReleases;
        this.readReleases = readReleases;
        this.serviceMessages = serviceMessages;
        this.caller = caller;
    }

    @Schema(name = "ReleaseRequest")
    record ReleaseRequest(
            @Schema(description = "Allows removed keys and changed arguments, which may break apps that use the last release")
            @Nullable Boolean acceptBreaking,
            @Schema(maxLength = MAX_COMMENT_LENGTH, examples = "Spring wording") @Nullable String comment) {
    }

    @Schema(name = "Releases")
    record ReleaseList(@Schema(description = "Newest first") List<ReleaseView.ReleaseHead> releases,
                       @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<ReleaseView.ReleaseHead> COLUMNS = TableColumns.of(ReleaseView.ReleaseHead.class)
                .column("release", ReleaseView.ReleaseHead::release).column("createdAt", ReleaseView.ReleaseHead::createdAt)
                .column("createdBy", ReleaseView.ReleaseHead::createdBy).column("revision", ReleaseView.ReleaseHead::revision)
                .column("comment", ReleaseView.ReleaseHead::comment);

        @Override
        public Table toTable() {
            return COLUMNS.table(releases, next);
        }
    }

    @GET
    @RequiresPermission(value = Permission.READ, identifiesCaller = true)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listReleases", summary = "Lists the releases of a catalog, newest first.")
    public RestResponse<ReleaseList> list(String catalog,
            @Parameter(description = "Page size: 1–100, 20 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var name = new CatalogName(catalog);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var query = List.of(CURSOR_QUERY, catalog);
        int before = Cursor.decode(cursor, query, Integer::valueOf).orElse(Integer.MAX_VALUE);
        var rows = readReleases.page(name, before, pageSize + 1);
        boolean withPeople = caller.canReadPeople(name);
        var page = Page.of(rows, pageSize, it -> Integer.toString(it.number()), query);
        return ResponseBuilder.ok(new ReleaseList(page.items(it -> ReleaseView.ReleaseHead.of(it, withPeople)), page.next()),
                        MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.CHANNEL).build();
    }

    @POST
    @RequiresPermission(Permission.PUBLISH)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createRelease", summary = "Creates the next release from the draft. No channel is moved.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReleaseRequest.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = ReleaseView.CutView.class)))
    @APIResponse(responseCode = "200", description = "Dry run, or the draft does not differ from the last release",
            content = @Content(schema = @Schema(implementation = ReleaseView.CutView.class)))
    public RestResponse<ReleaseView.CutView> cut(String catalog, byte[] body,
            @Parameter(description = "true returns the findings and changes without storing a release") @RestQuery @Nullable String dryRun,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = JsonBody.readOptional(body, ReleaseRequest.class);
        var command = new PublishRelease.PublishCommand(new CatalogName(catalog), request.acceptBreaking() == Boolean.TRUE,
                caller.actor().name(), TextInput.optionalText("/comment", request.comment(), MAX_COMMENT_LENGTH));
        var result = Parameters.parseBoolean("dryRun", dryRun) ? publishRelease.preview(command) : publishRelease.publish(command);
        var view = ReleaseView.CutView.of(result, findBundles(result.release()), serviceMessages, acceptLanguage);
        if (!result.created()) {
            return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
        }
        int number = result.release().orElseThrow().number();
        audit.record(AuditAction.RELEASE_CREATED, "catalog", catalog, RELEASE_PARAMETER, Integer.toString(number));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + catalog + "/releases/" + number).build();
    }

    @GET
    @RequiresPermission(value = Permission.READ, identifiesCaller = true)
    @Path("{release}")
    @Operation(operationId = "getRelease", summary = "Returns a release with the digests of its bundles.")
    public RestResponse<ReleaseView> get(String catalog, String release) {
        var name = new CatalogName(catalog);
        var stored = readReleases.get(name, Parameters.number(RELEASE_PARAMETER, release));
        return toImmutableResponse(ReleaseView.of(stored.release(), stored.bundles(), caller.canReadPeople(name)));
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Path("{release}/diff/{other}")
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "compareReleases",
            summary = "Compares two releases: the numbers of changes of each locale, and a page of the changes by locale and key.")
    public RestResponse<ReleaseView.DiffView> compare(String catalog, String release, String other,
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var cursorQuery = List.of("diff", catalog, release, other);
        var query = new CompareReleases.ComparisonQuery(new CatalogName(catalog), Parameters.number(RELEASE_PARAMETER, release),
                Parameters.number(RELEASE_PARAMETER, other), Cursor.decode(cursor, cursorQuery, ReleaseResource::parsePosition),
                Parameters.parseInteger("limit", limit, 1, MAX_DIFF_PAGE_SIZE).orElse(DEFAULT_DIFF_PAGE_SIZE));
        var page = concurrency.run(ResourceLimit.RELEASE_COMPARISONS, () -> compareReleases.compare(query));
        var next = page.last().map(it -> Cursor.encode(it.locale() + " " + it.key(), cursorQuery)).orElse(null);
        return toImmutableResponse(ReleaseView.DiffView.of(page.diff(), next));
    }

    private static CompareReleases.DiffPosition parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        return new CompareReleases.DiffPosition(LocaleTag.parse(parts[0]), parts[1]);
    }

    private List<ReleaseBundle> findBundles(Optional<Release> release) {
        return release.map(it -> readReleases.get(it.catalog(), it.number()).bundles()).orElse(List.of());
    }

    private static <T> RestResponse<T> toImmutableResponse(T view) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, CacheHeaders.IMMUTABLE).build();
    }
}
