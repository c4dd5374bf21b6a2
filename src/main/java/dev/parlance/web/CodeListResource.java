package dev.parlance.web;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.ConcurrencyLimiter;
import dev.parlance.rest.input.HtmlForm;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.security.Permission;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRequest;
import dev.parlance.web.page.PageResponses;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The lists of the public catalogs and of the codes of a catalog. */
@Path("/codes")
public class CodeListResource {
    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String CSV_FORMAT = "csv";
    private static final int MAX_PAGE = 10_000;

    private final SnapshotRegistry snapshots;
    private final CodeLists lists;
    private final PageFrames frames;
    private final ConcurrencyLimiter concurrency;

    CodeListResource(SnapshotRegistry snapshots, CodeLists lists, PageFrames frames, ConcurrencyLimiter concurrency) {
        this.snapshots = snapshots;
        this.lists = lists;
        this.frames = frames;
        this.concurrency = concurrency;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @NonBlocking
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> catalogs(@RestQuery @Nullable String locale, @RestQuery @Nullable String page, UriInfo uri,
            HttpHeaders headers) {
        var request = PageRequest.of(uri, headers, locale);
        var labels = frames.labels(request);
        int number = Parameters.parseInteger("page", page, 1, MAX_PAGE).orElse(1);
        return PageResponses.html(request, Templates.catalogs(lists.catalogs(request, labels, number)), labels);
    }

    /** Runs on a worker thread, because the first search in a language creates its index. */
    @GET
    @Path("{catalog}")
    @Produces({MediaType.TEXT_HTML, "text/csv"})
    @HtmlForm
    @RequiresPermission(Permission.READ)
    @Operation(hidden = true)
    public RestResponse<String> codes(String catalog, @RestQuery @Nullable String q, @RestQuery @Nullable String status,
            @RestQuery @Nullable String tag, @RestQuery @Nullable String locale, @RestQuery @Nullable String page,
            @RestQuery @Nullable String format, @RestQuery @Nullable String after, UriInfo uri, HttpHeaders headers) {
        var snapshot = snapshots.get(new CatalogName(catalog));
        var request = PageRequest.of(uri, headers, locale);
        var readerLocale = ReaderLocale.of(snapshot, locale, request.acceptLanguage());
        var query = CodeListQuery.of(q, status, tag, page);
        if (format != null && !format.equals(CSV_FORMAT)) {
            throw Parameters.invalidParameter("format", format, CSV_FORMAT);
        }
        return concurrency.run(ResourceLimit.SEARCHES, () -> format == null ? page(snapshot, readerLocale, query, request)
                : table(snapshot, readerLocale, query, request, Optional.ofNullable(after)));
    }

    private RestResponse<String> page(Snapshot snapshot, ReaderLocale locale, CodeListQuery query, PageRequest request) {
        return PageResponses.html(request, Templates.codes(lists.codes(snapshot, locale, query, request)), headers(snapshot, locale));
    }

    private RestResponse<String> table(Snapshot snapshot, ReaderLocale locale, CodeListQuery query, PageRequest request,
            Optional<String> after) {
        var table = CodeTable.of(lists.find(snapshot, locale, query, after, CodeTable.MAX_ROWS + 1));
        var headers = headers(snapshot, locale);
        headers.put(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + snapshot.catalog() + "." + CSV_FORMAT + "\"");
        if (!table.last().isEmpty()) {
            var next = query.parameters(locale.served().locale().value()).with("format", CSV_FORMAT).with("after", table.last());
            headers.put(HttpHeaders.LINK, "<" + next.appendTo(request.path()) + ">; rel=\"next\"");
        }
        return PageResponses.create(request, CSV, table.csv(), headers);
    }

    private static Map<String, String> headers(Snapshot snapshot, ReaderLocale locale) {
        return new LinkedHashMap<>(Map.of(HttpHeaders.CONTENT_LANGUAGE, locale.served().locale().value(),
                CacheHeaders.RELEASE_HEADER, Integer.toString(snapshot.release())));
    }
}
