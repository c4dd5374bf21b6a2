package dev.parlance.usage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.usage.UsageReports.LocaleUse;
import dev.parlance.usage.UsageReports.MessageUse;
import dev.parlance.usage.UsageReports.Miss;
import dev.parlance.usage.UsageReports.MissPosition;
import dev.parlance.usage.UsageReports.MissQuery;
import dev.parlance.usage.UsageReports.Period;
import dev.parlance.usage.UsageReports.SeenTexts;
import dev.parlance.usage.UsageReports.UsePosition;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads reports about the use of a catalog. All methods throw {@code UNKNOWN_CATALOG}. */
@Singleton
public final class ReadUsage {
    /** The number of texts without which no plan is made. */
    static final int MAX_PLANNED_TEXTS = 10_000;

    private final UsageReports reports;
    private final Catalogs catalogs;
    private final Transactions transactions;

    public ReadUsage(UsageReports reports, Catalogs catalogs, Transactions transactions) {
        this.reports = reports;
        this.catalogs = catalogs;
        this.transactions = transactions;
    }

    /** Returns the messages that were rendered, the most used first. */
    public List<MessageUse> findUsed(CatalogName catalog, Optional<LocaleTag> locale, Period period, Optional<UsePosition> after,
            int limit) {
        return read(catalog, () -> reports.findUsed(catalog, locale, period, after, limit));
    }

    /** Returns the released messages that were not rendered since a day, sorted by key. */
    public List<MessageUse> findUnused(CatalogName catalog, Optional<LocaleTag> locale, LocalDate since, String after, int limit) {
        return read(catalog, () -> reports.findUnused(catalog, locale, since, after, limit));
    }

    /** Returns the use of the locales, sorted by tag. */
    public List<LocaleUse> findLocales(CatalogName catalog, Period period) {
        return read(catalog, () -> reports.findLocales(catalog, period));
    }

    /** Returns what was missing, the most frequent first. */
    public List<Miss> findMissing(MissQuery query, Optional<MissPosition> after, int limit) {
        return read(query.catalog(), () -> reports.findMissing(query, after, limit));
    }

    /** Returns the first day with counts; empty if there are none. */
    public Optional<LocalDate> findFirstDay(CatalogName catalog) {
        return read(catalog, () -> reports.findFirstDay(catalog));
    }

    /**
     * Returns the coverage of the locales of a catalog, or of one of them.
     *
     * @param target in percent
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_LOCALE}
     */
    public List<UseCoverage> measureCoverage(CatalogName catalog, Optional<LocaleTag> locale, Period period, int target) {
        return read(catalog, () -> {
            var seen = reports.findSeen(catalog, period);
            var selected = seen.stream().filter(it -> locale.isEmpty() || locale.get().equals(it.locale())).toList();
            if (selected.isEmpty()) {
                throw ProblemType.UNKNOWN_LOCALE.with(locale.map(LocaleTag::value).orElse(ProblemType.NONE), catalog.value(),
                        seen.stream().map(it -> it.locale().value()).collect(Collectors.joining(", ")));
            }
            return selected.stream().map(it -> plan(catalog, it, period, target)).toList();
        });
    }

    private UseCoverage plan(CatalogName catalog, SeenTexts seen, Period period, int target) {
        var uncovered = seen.seen() == seen.covered() ? List.<UsageReports.UncoveredText>of()
                : reports.findUncovered(catalog, seen.locale(), period, MAX_PLANNED_TEXTS);
        return UseCoverage.plan(seen, uncovered, target);
    }

    private <T> T read(CatalogName catalog, Supplier<T> report) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return report.get();
        });
    }
}
