package dev.parlance.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.usage.InMemoryUsageCounts.DayAndCell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlushUsageTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final LocalDate SATURDAY = LocalDate.parse("2026-03-14");

    private final ResourceUsage resources = new ResourceUsage();
    private final UsageCounter counter = new UsageCounter(resources);
    private final InMemoryUsageCounts counts = new InMemoryUsageCounts();
    private final MovableClock clock = new MovableClock();
    private final FlushUsage flush = new FlushUsage(counter, counts, new DirectTransactions(), clock, 30);

    private static final class DirectTransactions implements Transactions {
        @Override
        public <T> T call(Supplier<T> action) {
            return action.get();
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-14T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static UsageCell render(String key) {
        return new UsageCell(SHOP, UsageKind.RENDER, DE, key);
    }

    private static UsageCell unknown(String key) {
        return new UsageCell(SHOP, UsageKind.KEY, DE, key);
    }

    private long stored(LocalDate day, UsageCell cell) {
        return counts.stored.getOrDefault(new DayAndCell(day, cell), 0L);
    }

    @Test
    void addsAllCountsInOneStatement() {
        counter.count(render("sold-out"));
        counter.count(render("sold-out"));
        counter.count(unknown("sold-in"));
        flush.flush();
        assertThat(stored(SATURDAY, render("sold-out"))).isEqualTo(2);
        assertThat(stored(SATURDAY, unknown("sold-in"))).isEqualTo(1);
        assertThat(counts.statements).isEqualTo(1);
    }

    @Test
    void addsOnlyNewCounts() {
        counter.count(render("sold-out"));
        flush.flush();
        flush.flush();
        counter.count(render("sold-out"));
        flush.flush();
        assertThat(stored(SATURDAY, render("sold-out"))).isEqualTo(2);
        assertThat(counts.statements).isEqualTo(2);
    }

    @Test
    void keepsCountsOfFailedFlush() {
        counter.count(render("sold-out"));
        counts.available = false;
        assertThatThrownBy(flush::flush).hasMessage("no database");
        counter.count(render("sold-out"));
        assertThatThrownBy(flush::flush).hasMessage("no database");
        assertThat(flush.unsaved()).isEqualTo(2);
        counts.available = true;
        flush.flush();
        assertThat(stored(SATURDAY, render("sold-out"))).isEqualTo(2);
        assertThat(flush.unsaved()).isZero();
    }

    @Test
    void countsOnTheDayOnWhichThePeriodBegan() {
        clock.now = Instant.parse("2026-03-14T23:59:58Z");
        counter.count(render("sold-out"));
        assertThat(flush.pause()).isEqualTo(Duration.ofMillis(2001));
        clock.now = clock.now.plus(flush.pause());
        flush.flush();
        counter.count(render("sold-out"));
        flush.flush();
        assertThat(flush.pause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(stored(SATURDAY, render("sold-out"))).isEqualTo(1);
        assertThat(stored(SATURDAY.plusDays(1), render("sold-out"))).isEqualTo(1);
    }

    @Test
    void deletesExpiredDays() {
        counter.count(render("sold-out"));
        flush.flush();
        flush.deleteExpired();
        clock.now = clock.now.plus(Duration.ofDays(29));
        flush.flush();
        flush.deleteExpired();
        assertThat(counts.stored).hasSize(1);
        clock.now = clock.now.plus(Duration.ofDays(1));
        flush.flush();
        flush.deleteExpired();
        assertThat(counts.stored).isEmpty();
    }

    @Test
    void needsNoDatabaseIfNothingWasCounted() {
        counts.available = false;
        flush.flush();
        assertThat(counts.statements).isZero();
    }

    @Test
    void countsUnknownNamesBeyondTheLimitTogether() {
        int limit = (int) ResourceLimit.UNKNOWN_NAMES_PER_CATALOG.value();
        IntStream.range(0, limit + 5).forEach(it -> counter.count(unknown("key-" + it)));
        counter.count(unknown("key-0"));
        counter.count(new UsageCell(SHOP, UsageKind.CODE, DE, "x".repeat(129)));
        flush.flush();
        assertThat(stored(SATURDAY, unknown(UsageCell.OTHERS))).isEqualTo(5);
        assertThat(stored(SATURDAY, unknown("key-0"))).isEqualTo(2);
        assertThat(stored(SATURDAY, new UsageCell(SHOP, UsageKind.CODE, DE, UsageCell.OTHERS))).isEqualTo(1);
        assertThat(resources.rejections(ResourceLimit.UNKNOWN_NAMES_PER_CATALOG)).isEqualTo(5);
    }

    @Test
    void keepsTheLimitOfUnknownNamesForADay() {
        int limit = (int) ResourceLimit.UNKNOWN_NAMES_PER_CATALOG.value();
        IntStream.range(0, limit).forEach(it -> counter.count(unknown("key-" + it)));
        flush.flush();
        counter.count(unknown("late"));
        flush.flush();
        assertThat(stored(SATURDAY, unknown("late"))).isZero();
        clock.now = clock.now.plus(Duration.ofDays(1));
        flush.flush();
        counter.count(unknown("late"));
        flush.flush();
        assertThat(stored(SATURDAY.plusDays(1), unknown("late"))).isEqualTo(1);
        assertThat(resources.used(ResourceLimit.UNKNOWN_NAMES)).isEqualTo(1);
    }

    @Test
    void limitsUnknownNamesOfAllCatalogs() {
        int perCatalog = (int) ResourceLimit.UNKNOWN_NAMES_PER_CATALOG.value();
        int catalogs = (int) ResourceLimit.UNKNOWN_NAMES.value() / perCatalog + 1;
        for (int catalog = 0; catalog < catalogs; catalog++) {
            var name = new CatalogName("shop" + catalog);
            IntStream.range(0, perCatalog).forEach(it -> counter.count(new UsageCell(name, UsageKind.KEY, DE, "key-" + it)));
        }
        flush.flush();
        var last = new CatalogName("shop" + (catalogs - 1));
        assertThat(stored(SATURDAY, new UsageCell(last, UsageKind.KEY, DE, UsageCell.OTHERS))).isEqualTo(perCatalog);
    }

    @Test
    void limitsDistinctCountsInMemory() {
        int limit = (int) ResourceLimit.USAGE_COUNTS.value();
        IntStream.range(0, limit + 3).forEach(it -> counter.count(render("key-" + it)));
        flush.flush();
        assertThat(counts.stored).hasSize(limit + 1);
        assertThat(stored(SATURDAY, render(UsageCell.OTHERS))).isEqualTo(3);
        assertThat(stored(SATURDAY, render("key-0"))).isEqualTo(1);
    }

    @Test
    void takesCountsOfSources() {
        UsageCounter.CountSource source = it -> it.accept(render("sold-out"), 3);
        counter.addSource(source);
        counter.addSource(source);
        counter.count(render("sold-out"));
        flush.flush();
        assertThat(stored(SATURDAY, render("sold-out"))).isEqualTo(4);
        flush.flush();
        assertThat(stored(SATURDAY, render("sold-out"))).as("only sources that counted again are asked").isEqualTo(4);
        counter.addSource(source);
        flush.flush();
        assertThat(stored(SATURDAY, render("sold-out"))).isEqualTo(7);
    }

    @Test
    void limitsCountsOfSources() {
        int limit = (int) ResourceLimit.USAGE_COUNTS.value();
        counter.addSource(it -> IntStream.range(0, limit + 3).forEach(key -> it.accept(render("key-" + key), 2)));
        flush.flush();
        assertThat(counts.stored).hasSizeLessThanOrEqualTo(limit + 2);
        assertThat(counts.stored.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2L * (limit + 3));
    }

    @Test
    void losesNothingWhileThreadsCount() throws InterruptedException {
        int threads = 4;
        int rounds = 50_000;
        var running = new ArrayList<Thread>();
        for (int thread = 0; thread < threads; thread++) {
            var counting = new Thread(() -> IntStream.range(0, rounds).forEach(it -> counter.count(render("key-" + it % 7))));
            counting.start();
            running.add(counting);
        }
        while (running.stream().anyMatch(Thread::isAlive)) {
            flush.flush();
        }
        for (var thread : running) {
            thread.join();
        }
        flush.flush();
        assertThat(counts.stored.values().stream().mapToLong(Long::longValue).sum()).isEqualTo((long) threads * rounds);
    }
}
