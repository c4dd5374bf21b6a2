package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.CompareReleases;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.Releases;
import dev.parlance.rest.access.Caller;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Paged;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextRules;
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

/** Releases of a catalog: cut, listed, compared. */
@Path("/v1/catalogs/{catalog}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
public class ReleaseResource {
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_COMMENT = 2000;
    private static final String NEXT = "releases";
    private static final String RELEASE = "release";

    private final PublishRelease publish;
    private final CompareReleases compare;
    private final Catalogs catalogs;
    private final Releases releases;
    private final Transactions transactions;
    private final ServiceMessages texts;
    private final Caller caller;

    ReleaseResource(PublishRelease publish, CompareReleases compare, Catalogs catalogs, Releases releases, Transactions transactions, ServiceMessages texts,
                    Caller caller) {
        this.publish = publish;
        this.compare = compare;
        this.catalogs = catalogs;
        this.releases = releases;
        this.transactions = transactions;
        this.texts = texts;
        this.caller = caller;
    }

    @Schema(name = "ReleaseRequest")
    record Wanted(
            @Schema(description = "Keys may be removed and their arguments change, though apps of the last release may break")
            @Nullable Boolean acceptBreaking,
            @Schema(maxLength = LONGEST_COMMENT, examples = "Spring wording") @Nullable String comment) {
    }

    @Schema(name = "Releases")
    record ReleaseList(@Schema(description = "The latest first") List<ReleaseView.Head> releases,
                       @Schema(description = "The cursor of the next page; absent at the end") @Nullable String next) {
    }

    @GET
    @Needs(Permission.READ)
    @Operation(operationId = "listReleases", summary = "All releases, the latest first")
    public RestResponse<ReleaseList> list(String catalog,
            @Parameter(description = "1–100, 20 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor) {
        var name = new CatalogName(catalog);
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var query = List.of(NEXT, catalog);
        int before = Cursor.read(cursor, query, Integer::valueOf).orElse(Integer.MAX_VALUE);
        var found = transactions.call(() -> {
            catalogs.requireExists(name);
            return releases.page(name, before, most + 1);
        });
        var page = Paged.of(found, most, it -> Integer.toString(it.number()), query);
        return ResponseBuilder.ok(new ReleaseList(page.shown(ReleaseView.Head::of), page.next()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, Caching.CHANNEL).build();
    }

    @POST
    @Needs(Permission.PUBLISH)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cutRelease", summary = "Freezes the draft as the next release; moves no channel")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(responseCode = "201", description = "Cut", content = @Content(schema = @Schema(implementation = ReleaseView.CutView.class)))
    @APIResponse(responseCode = "200", description = "dryRun, or the last release already says all that the draft says",
            content = @Content(schema = @Schema(implementation = ReleaseView.CutView.class)))
    public RestResponse<ReleaseView.CutView> cut(String catalog, byte[] body,
            @Parameter(description = "true shows what the gate finds and what would change, and stores nothing") @RestQuery @Nullable String dryRun,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var wanted = JsonBody.read(body, Wanted.class, "");
        var order = new PublishRelease.PublishCommand(new CatalogName(catalog), wanted.acceptBreaking() == Boolean.TRUE, caller.actor().name(),
                TextRules.comment("/comment", wanted.comment(), LONGEST_COMMENT));
        var cut = Parameters.truth("dryRun", dryRun) ? publish.preview(order) : publish.publish(order);
        var view = ReleaseView.CutView.of(cut, bundles(cut.release()), texts, acceptLanguage);
        if (!cut.created()) {
            return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
        }
        return ResponseBuilder.create(RestResponse.Status.CREATED, view).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + catalog + "/releases/" + cut.release().orElseThrow().number()).build();
    }

    @GET
    @Needs(Permission.READ)
    @Path("{release}")
    @Operation(operationId = "getRelease", summary = "What a release is made of, with the digests of its bundles")
    public RestResponse<ReleaseView> get(String catalog, String release) {
        return transactions.call(() -> {
            var found = found(new CatalogName(catalog), release);
            return pinned(ReleaseView.of(found, releases.bundles(found.id())));
        });
    }

    @GET
    @Needs(Permission.READ)
    @Path("{release}/diff/{other}")
    @Operation(operationId = "compareReleases", summary = "What differs between two releases, locale by locale")
    public RestResponse<ReleaseView.DiffView> compare(String catalog, String release, String other) {
        var name = new CatalogName(catalog);
        var diff = compare.compare(name, Parameters.number(RELEASE, release), Parameters.number(RELEASE, other));
        return pinned(ReleaseView.DiffView.of(diff));
    }

    private Release found(CatalogName catalog, String number) {
        return releases.find(catalog, Parameters.number(RELEASE, number))
                .orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(Parameters.number(RELEASE, number), catalog.value()));
    }

    private List<ReleaseBundle> bundles(Optional<Release> release) {
        return release.map(it -> transactions.call(() -> releases.bundles(it.id()))).orElse(List.of());
    }

    private static <T> RestResponse<T> pinned(T view) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, Caching.PINNED).build();
    }
}
