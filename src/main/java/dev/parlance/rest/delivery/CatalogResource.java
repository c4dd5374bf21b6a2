package dev.parlance.rest.delivery;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.locales.LocaleNames;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The catalogs that the caller may read. */
@Path("/v1/catalogs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogs")
public class CatalogResource {
    private static final int MAX_PAGE_SIZE = 500;

    private final SnapshotRegistry snapshots;
    private final ChannelSnapshots channelSnapshots;
    private final ReadDraft readDraft;
    private final CurrentCaller caller;

    CatalogResource(SnapshotRegistry snapshots, ChannelSnapshots channelSnapshots, ReadDraft readDraft, CurrentCaller caller) {
        this.channelSnapshots = channelSnapshots;
        this.readDraft = readDraft;
        this.snapshots = snapshots;
        this.caller = caller;
    }

    @Schema(name = "Catalogs")
    record CatalogList(@Schema(description = "Sorted by name") List<CatalogView> catalogs,
                @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<CatalogView> COLUMNS = TableColumns.of(CatalogView.class)
                .column("name", CatalogView::name).column("sourceLocale", CatalogView::sourceLocale)
                .column("messages", CatalogView::messages).column("locales", CatalogView::localeTags)
                .column("channels", CatalogView::channels).column("title", CatalogView::title);

        @Override
        public Table toTable() {
            return COLUMNS.table(catalogs, next);
        }
    }

    @Schema(name = "Catalog")
    record CatalogView(
            @Schema(examples = "exchange") String name,
            @Schema(examples = "Exchange API errors") String title,
            @Schema(description = "BCP 47 language tag", examples = "en") String sourceLocale,
            int messages,
            List<CatalogLocaleView> locales,
            @Schema(description = "Release of each channel; empty before the first release. If the channel `production` is absent, "
                    + "all counts are those of the draft") Map<String, Integer> channels) {

        static CatalogView of(Snapshot snapshot, SortedMap<String, Snapshot> channelSnapshots, LocaleNames names) {
            var source = snapshot.locale(snapshot.offeredLocales().source());
            int messages = source.messages().size();
            var locales = snapshot.offeredLocales().all().stream()
                    .map(it -> CatalogLocaleView.of(it, names, snapshot.locale(it).ownTextCount(), messages)).toList();
            return new CatalogView(snapshot.catalog().value(), snapshot.title(), snapshot.offeredLocales().source().value(),
                    messages, locales, releases(channelSnapshots));
        }

        static CatalogView ofDraft(Catalog it, SortedMap<String, Snapshot> channelSnapshots, LocaleNames names) {
            var locales = it.catalogLocales().stream().map(locale -> CatalogLocaleView.of(locale.locale(), names, locale.counts().total(),
                    it.releasedMessageCount())).toList();
            return new CatalogView(it.name().value(), it.title(), it.sourceLocale().value(), it.releasedMessageCount(), locales,
                    releases(channelSnapshots));
        }

        private List<String> localeTags() {
            return locales.stream().map(CatalogLocaleView::locale).toList();
        }

        private static SortedMap<String, Integer> releases(SortedMap<String, Snapshot> channelSnapshots) {
            var releases = new TreeMap<String, Integer>();
            channelSnapshots.forEach((channel, it) -> releases.put(channel, it.release()));
            return releases;
        }
    }

    @Schema(name = "CatalogLocale")
    record CatalogLocaleView(
            @Schema(description = "BCP 47 language tag", examples = "ja") String locale,
            @Schema(description = "Name in the language of Accept-Language; in English if it is absent", examples = "Japanese") String name,
            @Schema(description = "Name in its own language", examples = "日本語") String nativeName,
            @Schema(description = "Direction of the script", enumeration = {"ltr", "rtl"}) String direction,
            @Schema(description = "Number of messages with a text in this locale, without fallbacks") long texts,
            @Schema(description = "texts divided by messages, from 0 to 1, rounded down to two decimals") double completeness) {

        static CatalogLocaleView of(LocaleTag locale, LocaleNames names, long texts, int messages) {
            return new CatalogLocaleView(locale.value(), names.name(locale), LocaleNames.nativeName(locale),
                    locale.isRightToLeft() ? "rtl" : "ltr", texts,
                    messages == 0 ? 1 : Math.floor(100.0 * texts / messages) / 100);
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listCatalogs", summary = "Lists the catalogs that the caller may read, with their locales and channels.",
            description = "Callers who may read drafts also see catalogs without a release, except while the database is unavailable.")
    public RestResponse<CatalogList> list(
            @Parameter(description = "Page size: 1–500, 500 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(MAX_PAGE_SIZE);
        var cursorQuery = List.of("catalogs");
        var after = Cursor.decode(cursor, cursorQuery).orElse("");
        if (!snapshots.isReady() || !caller.isAccessKnown()) {
            throw ProblemType.NOT_READY.with();
        }
        var names = LocaleNames.negotiate(acceptLanguage);
        var released = snapshots.productionSnapshots().stream().filter(it -> caller.canRead(it.catalog()))
                .collect(Collectors.toMap(it -> it.catalog().value(), it -> it));
        var pageNames = Stream.concat(released.keySet().stream(), caller.readableDrafts().map(CatalogName::value))
                .filter(it -> it.compareTo(after) > 0).distinct().sorted().limit(pageSize + 1).toList();
        var unreleased = pageNames.stream().filter(it -> !released.containsKey(it)).map(CatalogName::new).toList();
        var drafts = unlessUnavailable(() -> readDraft.readCatalogs(unreleased, it -> toView(it, names)));
        var page = page(pageNames, pageSize, it -> released.containsKey(it) ? Optional.of(toView(released.get(it), names))
                : drafts.map(views -> views.get(new CatalogName(it))), cursorQuery);
        boolean isCacheable = snapshots.isConfirmed() && drafts.isPresent();
        return ResponseBuilder.ok(new CatalogList(page.items(), page.next()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, isCacheable ? CacheHeaders.CHANNEL : CacheHeaders.NO_STORE).build();
    }

    @GET
    @RequiresPermission(value = Permission.READ, identifiesCaller = true)
    @Path("{catalog}")
    @Operation(operationId = "getCatalog", summary = "Returns a catalog with its locales and channels.",
            description = "Callers who may read drafts also see a catalog without a release.")
    public RestResponse<CatalogView> get(String catalog, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var name = new CatalogName(catalog);
        var names = LocaleNames.negotiate(acceptLanguage);
        if (snapshots.find(name).isEmpty() && caller.isExisting(name) && caller.canReadDraft(name)) {
            return ResponseBuilder.ok(readDraft.readCatalog(name, it -> toView(it, names)), MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
        }
        var snapshot = channelSnapshots.released(name, null);
        return CacheHeaders.ok(toView(snapshot, names), snapshot.release()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
    }

    /**
     * Creates a page from one more name than it holds.
     *
     * @param find finds the catalog; empty if it was deleted since it was named, which does not end the list
     */
    static <T> Page<T> page(List<String> names, int pageSize, Function<String, Optional<T>> find, List<String> cursorQuery) {
        var items = names.stream().limit(pageSize).flatMap(it -> find.apply(it).stream()).toList();
        return new Page<>(items, names.size() > pageSize ? Cursor.encode(names.get(pageSize - 1), cursorQuery) : null);
    }

    /** Returns the result of a read, or empty while the database is unavailable: releases are served without it. */
    static <T> Optional<T> unlessUnavailable(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.DATABASE_UNAVAILABLE && problem.type() != ProblemType.OUTCOME_UNKNOWN) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private CatalogView toView(Snapshot snapshot, LocaleNames names) {
        return CatalogView.of(snapshot, snapshots.channels(snapshot.catalog()), names);
    }

    private CatalogView toView(Catalog draft, LocaleNames names) {
        return CatalogView.ofDraft(draft, snapshots.channels(draft.name()), names);
    }
}
