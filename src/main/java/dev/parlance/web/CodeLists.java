package dev.parlance.web;

import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.SearchMessages;
import dev.parlance.publishing.memory.SearchMessages.FoundMessage;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.web.CatalogListPage.CatalogRow;
import dev.parlance.web.CodeListPage.CodeRow;
import dev.parlance.web.page.Labels;
import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRequest;
import dev.parlance.web.page.QueryString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Creates the lists of catalogs and codes. */
@Singleton
final class CodeLists {
    static final String PATH = "/codes";
    /** The rows of a page. */
    static final int PAGE_SIZE = 100;

    private final SnapshotRegistry snapshots;
    private final PageFrames frames;
    private final SearchMessages searchMessages;

    CodeLists(SnapshotRegistry snapshots, PageFrames frames, SearchMessages searchMessages) {
        this.searchMessages = searchMessages;
        this.snapshots = snapshots;
        this.frames = frames;
    }

    /**
     * Returns the snapshots of the public catalogs, sorted by name.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#NOT_READY} if the service is starting and serves none yet
     */
    List<Snapshot> publicCatalogs() {
        boolean ready = snapshots.isReady();
        var state = snapshots.state();
        var catalogs = snapshots.productionSnapshots().stream().filter(it -> state.isPublic(it.catalog().value())).toList();
        if (catalogs.isEmpty() && !ready) {
            throw ProblemType.NOT_READY.with();
        }
        return catalogs;
    }

    CatalogListPage catalogs(PageRequest request, Labels labels, int page) {
        var all = publicCatalogs();
        var rows = all.stream().skip((long) (page - 1) * PAGE_SIZE).limit(PAGE_SIZE)
                .map(it -> new CatalogRow(it.catalog().value(), it.title(), it.locale(it.offeredLocales().source()).messages().size(),
                        it.offeredLocales().all().size(), it.release(), PATH + "/" + it.catalog())).toList();
        var frame = frames.frame(request, labels, labels.get("list.catalogs"), labels.get("list.catalogsDescription"));
        return new CatalogListPage(frame, rows, previous(PATH, QueryString.EMPTY, page, request),
                next(PATH, QueryString.EMPTY, page, (long) page * PAGE_SIZE < all.size(), request));
    }

    CodeListPage codes(Snapshot snapshot, ReaderLocale locale, CodeListQuery query, PageRequest request) {
        var labels = frames.labels(request);
        int skipped = (query.page() - 1) * PAGE_SIZE;
        var found = find(snapshot, locale, query, Optional.empty(), skipped + PAGE_SIZE + 1);
        var path = PATH + "/" + snapshot.catalog();
        var rows = found.stream().skip(skipped).limit(PAGE_SIZE).map(it -> row(path, it)).toList();
        boolean isLast = found.size() <= skipped + PAGE_SIZE;
        long total = isLast ? found.size() : query.filter().isEmpty() ? locale.served().messages().size() : -1;
        var facets = CatalogFacets.of(snapshot);
        var parameters = query.parameters(null);
        return new CodeListPage(frames.frame(request, labels, snapshot.title(), labels.get("list.codesDescription", "catalog",
                snapshot.title()), snapshot.offeredLocales().all()), path, snapshot.catalog().value(), snapshot.title(), query.filter(),
                facets.statuses(), facets.tags(), locale.served().locale().value(),
                snapshot.offeredLocales().all().stream().map(it -> LocalizedText.of("", it)).toList(), rows, total, skipped + 1,
                parameters.with("locale", locale.served().locale().value()).with("format", "csv").appendTo(path),
                previous(path, parameters, query.page(), request), next(path, parameters, query.page(), !isLast, request));
    }

    /**
     * Returns the messages of a query, best matches first.
     *
     * @param after returns only messages that follow this key
     */
    List<PublishedMessage> find(Snapshot snapshot, ReaderLocale locale, CodeListQuery query, Optional<String> after, int limit) {
        return searchMessages.find(query.messages(), new Scope(snapshot, locale.served()), after, limit).stream()
                .map(FoundMessage::message).toList();
    }

    private static CodeRow row(String path, PublishedMessage it) {
        return new CodeRow(it.key(), it.code(), it.httpStatus(), it.reason(), CodePages.rendered(it), path + "/" + it.key());
    }

    private static String previous(String path, QueryString parameters, int page, PageRequest request) {
        return page == 1 ? "" : toPage(path, parameters, page - 1, request);
    }

    private static String next(String path, QueryString parameters, int page, boolean exists, PageRequest request) {
        return exists ? toPage(path, parameters, page + 1, request) : "";
    }

    private static String toPage(String path, QueryString parameters, int page, PageRequest request) {
        var inLanguage = request.locale() == null ? parameters : parameters.with("locale", request.locale());
        return (page == 1 ? inLanguage : inLanguage.with("page", Integer.toString(page))).appendTo(path);
    }
}
