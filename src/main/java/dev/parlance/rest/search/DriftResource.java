package dev.parlance.rest.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.checks.Finding;
import dev.parlance.drift.CompareCatalogs;
import dev.parlance.drift.DriftItem;
import dev.parlance.drift.DriftKind;
import dev.parlance.drift.DriftPage;
import dev.parlance.drift.DriftPage.Position;
import dev.parlance.drift.FindDrift;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.ConcurrencyLimiter;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The drift between the locales of a catalog, or between two catalogs. */
@Path("/v1/catalogs/{catalog}/drift")
@Tag(name = "Messages")
public class DriftResource {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    /** In characters: two texts of 4,000 characters, of up to three bytes each, in each of at most 500 items would exceed a page. */
    private static final int MAX_LENGTH = 300;

    private final ChannelSnapshots snapshots;
    private final FindDrift findDrift;
    private final ServiceMessages serviceMessages;
    private final CurrentCaller caller;
    private final ConcurrencyLimiter concurrency;

    DriftResource(ChannelSnapshots snapshots, FindDrift findDrift, ServiceMessages serviceMessages, CurrentCaller caller,
            ConcurrencyLimiter concurrency) {
        this.snapshots = snapshots;
        this.findDrift = findDrift;
        this.serviceMessages = serviceMessages;
        this.caller = caller;
        this.concurrency = concurrency;
    }

    @Schema(name = "Difference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            @Schema(enumeration = {"look-alike", "arguments", "plurals", "markup", "same-as-source", "inconsistent", "advice", "only-here",
                    "only-there", "definition", "text"}) String kind,
            @Schema(description = "Key of the message", examples = "-1015") String key,
            @Schema(description = "BCP 47 language tag; absent if the definition of the message is concerned") @Nullable String locale,
            @Schema(description = "Name of the check that found it; absent if none did", examples = "arguments") @Nullable String check,
            @Schema(description = "For a check, its explanation in the caller's language; otherwise the values that disagree, shortened to "
                    + MAX_LENGTH + " characters") String what) {
    }

    @Schema(name = "Differences")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceList(
            @Schema(description = "In catalog order. May be empty although more pages follow: a page examines at most 10,000 texts")
            List<DifferenceView> differences,
            @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<DifferenceView> COLUMNS = TableColumns.of(DifferenceView.class)
                .column("kind", DifferenceView::kind).column("key", DifferenceView::key).column("locale", DifferenceView::locale)
                .column("check", DifferenceView::check).column("what", DifferenceView::what);

        @Override
        public Table toTable() {
            return COLUMNS.table(differences, next);
        }
    }

    @GET
    @RequiresPermission(value = Permission.READ, identifiesCaller = true)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listDrift", summary = "Lists what does not agree between the locales of a catalog, or between two catalogs.",
            description = "Within a catalog: texts that differ from their source in arguments, plural forms or markup, equal it, or "
                    + "contain look-alikes; sources with several translations; codes whose HTTP status and advice on retries contradict "
                    + "each other. Between catalogs, by key: messages that one lacks, and definitions and texts that differ.")
    public RestResponse<DifferenceList> list(String catalog,
            @Parameter(description = "Name of another catalog, to compare with instead", example = "exchange")
            @RestQuery @Nullable String with,
            @Parameter(description = "Channel of both catalogs; `production` by default. `draft` reads the texts that are not released "
                    + "yet, if the caller may read drafts") @RestQuery @Nullable String channel,
            @Parameter(description = "Only differences of this kind", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "look-alike", "arguments", "plurals", "markup", "same-as-source", "inconsistent", "advice", "only-here", "only-there",
                    "definition", "text"})) @RestQuery @Nullable String kind,
            @Parameter(description = "Only texts in this locale (BCP 47), and definitions") @RestQuery @Nullable String locale,
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage, @Context RoutingContext context) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var onlyLocale = Optional.ofNullable(locale).map(LocaleTag::parse);
        var onlyKind = Optional.ofNullable(kind).map(it -> DriftKind.of(it)
                .orElseThrow(() -> Parameters.invalidParameter("kind", it, DriftKind.labels())));
        var cursorQuery = List.of("drift", catalog, Objects.toString(with), Objects.toString(channel), onlyKind.toString(),
                onlyLocale.toString());
        var start = Cursor.decode(cursor, cursorQuery, DriftResource::parsePosition).orElse(Position.START);
        Predicate<DriftItem> wanted = it -> onlyKind.isEmpty() || onlyKind.get() == it.kind();
        var here = snapshot(new CatalogName(catalog), channel, context);
        var there = Optional.ofNullable(with).map(it -> readable(it, channel, context));
        DriftPage page = concurrency.run(ResourceLimit.DRIFT_COMPARISONS, () -> there.isPresent()
                ? CompareCatalogs.compare(DriftCatalogs.of(here), DriftCatalogs.of(there.get()), onlyLocale, wanted, start, pageSize)
                : findDrift.find(DriftCatalogs.of(here), onlyLocale, wanted, start, pageSize));
        var next = page.next().map(it -> Cursor.encode(it.message() + " " + it.skipped(), cursorQuery)).orElse(null);
        return CacheHeaders.ok(new DifferenceList(page.items().stream().map(it -> view(it, acceptLanguage)).toList(), next), here.release())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
    }

    private Snapshot readable(String catalog, @Nullable String channel, RoutingContext context) {
        var name = new CatalogName(catalog);
        if (!caller.canRead(name)) {
            throw ProblemType.UNKNOWN_CATALOG.with(catalog);
        }
        return snapshot(name, channel, context);
    }

    private Snapshot snapshot(CatalogName catalog, @Nullable String channel, RoutingContext context) {
        return snapshots.get(catalog, channel, LocaleSelection.all(), context).await().indefinitely();
    }

    private DifferenceView view(DriftItem it, Optional<String> acceptLanguage) {
        return new DifferenceView(it.kind().label(), it.key(), it.locale().map(LocaleTag::value).orElse(null),
                it.finding().map(Finding::check).orElse(null), shorten(it.finding().map(finding -> explain(finding, acceptLanguage))
                .orElse(it.what())));
    }

    private String explain(Finding finding, Optional<String> acceptLanguage) {
        var explained = serviceMessages.render(finding.explanation(), finding.arguments(), acceptLanguage);
        return explained.detail().isEmpty() ? explained.title() : explained.detail();
    }

    private static String shorten(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH ? text : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    private static Position parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        int message = Integer.parseInt(parts[0]);
        int skipped = Integer.parseInt(parts[1]);
        if (message < 0 || skipped < 0) {
            throw new IllegalArgumentException(cursorKey);
        }
        return new Position(message, skipped);
    }
}
