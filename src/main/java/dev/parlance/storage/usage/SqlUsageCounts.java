package dev.parlance.storage.usage;

import dev.parlance.usage.DailyCount;
import dev.parlance.usage.UsageCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The stored counts in PostgreSQL. */
@ApplicationScoped
class SqlUsageCounts implements UsageCounts {
    /** Locks the rows in the same order on each replica, and skips catalogs that were deleted since. */
    private static final String ADD = """
            insert into usage_count (catalog, day, kind, locale, name, argument, count)
            select added.* from unnest(cast(:catalogs as text[]), cast(:days as date[]), cast(:kinds as text[]), cast(:locales as text[]),
                cast(:names as text[]), cast(:arguments as text[]), cast(:counts as bigint[]))
                as added (catalog, day, kind, locale, name, argument, count)
            join catalog on catalog.name = added.catalog
            order by added.catalog, added.day, added.kind, added.locale, added.name, added.argument
            on conflict (catalog, day, kind, locale, name, argument) do update set count = usage_count.count + excluded.count
            """;
    private static final String DELETE_BEFORE = "delete from usage_count where day < :day";

    private final EntityManager database;

    SqlUsageCounts(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(Collection<DailyCount> counts) {
        database.createNativeQuery(ADD)
                .setParameter("catalogs", column(counts, it -> it.cell().catalog().value(), String[]::new))
                .setParameter("days", column(counts, DailyCount::day, LocalDate[]::new))
                .setParameter("kinds", column(counts, it -> it.cell().kind().label(), String[]::new))
                .setParameter("locales", column(counts, it -> it.cell().locale().value(), String[]::new))
                .setParameter("names", column(counts, it -> it.cell().name(), String[]::new))
                .setParameter("arguments", column(counts, it -> it.cell().argument(), String[]::new))
                .setParameter("counts", column(counts, DailyCount::count, Long[]::new))
                .executeUpdate();
    }

    private static <T> T[] column(Collection<DailyCount> counts, Function<DailyCount, T> value, IntFunction<T[]> array) {
        return counts.stream().map(value).toArray(array);
    }

    @Override
    public void deleteBefore(LocalDate day) {
        database.createNativeQuery(DELETE_BEFORE).setParameter("day", day).executeUpdate();
    }
}
