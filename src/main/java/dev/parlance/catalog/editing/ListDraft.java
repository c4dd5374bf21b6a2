package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogLocale;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.DraftList.LastChange;
import dev.parlance.catalog.editing.DraftList.ListCounts;
import dev.parlance.catalog.editing.DraftList.ListPart;
import dev.parlance.catalog.editing.DraftList.ListPosition;
import dev.parlance.catalog.editing.DraftList.ListWindow;
import dev.parlance.catalog.editing.DraftList.SortOrder;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists the messages of a draft for an editor, and summarizes the draft. */
@Singleton
public final class ListDraft {
    /** The number of days of the activity, including the current one. */
    public static final int ACTIVITY_DAYS = 30;

    private final Catalogs catalogs;
    private final DraftList list;
    private final Transactions transactions;
    private final Clock clock;

    public ListDraft(Catalogs catalogs, DraftList list, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.list = list;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A result with the revision of the catalog that was read. */
    public record AtRevision<T>(long revision, T value) {
    }

    /**
     * The progress of a catalog.
     *
     * @param locales  sorted by tag
     * @param activity the numbers of changes of the last {@value #ACTIVITY_DAYS} days
     */
    public record DraftSummary(CatalogName catalog, long revision, int messages, List<LocaleSummary> locales,
            SortedMap<LocalDate, Integer> activity) {
    }

    /**
     * The progress of a locale.
     *
     * @param blocking   the number of texts without which the locale, which is required, cannot be released; 0 for other locales
     * @param lastChange null if the locale never had a text
     */
    public record LocaleSummary(CatalogLocale locale, boolean isSource, int untranslated, int rejected, int blocking,
            @Nullable LastChange lastChange) {
    }

    /** @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_LOCALE} */
    public AtRevision<ListPart> findRows(CatalogName name, DraftQuery query, ListWindow window) {
        return read(name, query, it -> list.findRows(it, query, window));
    }

    /** @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_LOCALE} */
    public AtRevision<ListCounts> count(CatalogName name, DraftQuery query) {
        return read(name, query, it -> list.count(it, query));
    }

    /** @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, {@code UNKNOWN_LOCALE} or {@code UNKNOWN_MESSAGE} */
    public AtRevision<ListPosition> findPosition(CatalogName name, DraftQuery query, SortOrder order, MessageKey key) {
        return read(name, query, it -> list.findPosition(it, query, order, key)
                .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), name.value())));
    }

    /** @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} */
    public DraftSummary summarize(CatalogName name) {
        return transactions.call(() -> {
            var catalog = require(name);
            var rejected = list.countRejected(catalog);
            var lastChanges = list.findLastChanges(catalog);
            var locales = catalog.catalogLocales().stream().map(it -> new LocaleSummary(it, it.locale().equals(catalog.sourceLocale()),
                    catalog.releasedMessageCount() - it.counts().total(), rejected.getOrDefault(it.locale(), 0), blocking(catalog, it),
                    lastChanges.get(it.locale()))).toList();
            return new DraftSummary(name, catalog.revision(), catalog.releasedMessageCount(), locales, activity(name));
        });
    }

    /** A text blocks a release if its locale is required and it is absent from the release. */
    private static int blocking(Catalog catalog, CatalogLocale locale) {
        var counts = locale.counts();
        int released = counts.approved() + (catalog.reviewRequired() ? 0 : counts.translated());
        return locale.required() ? catalog.releasedMessageCount() - released : 0;
    }

    private SortedMap<LocalDate, Integer> activity(CatalogName name) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var firstDay = today.minusDays(ACTIVITY_DAYS - 1L);
        var activity = new TreeMap<LocalDate, Integer>();
        firstDay.datesUntil(today.plusDays(1)).forEach(it -> activity.put(it, 0));
        // The clock of another replica may be ahead of this one.
        list.countChanges(name, firstDay).forEach(activity::replace);
        return activity;
    }

    private <T> AtRevision<T> read(CatalogName name, DraftQuery query, Function<Catalog, T> reader) {
        return transactions.call(() -> {
            var catalog = require(name);
            catalog.requireLocale(query.locale());
            return new AtRevision<>(catalog.revision(), reader.apply(catalog));
        });
    }

    private Catalog require(CatalogName name) {
        return catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
    }
}
