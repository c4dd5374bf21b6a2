package dev.parlance.publishing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenderCountsTest {
    private final Snapshot snapshot = HostileSnapshots.create();
    private final PublishedLocale locale = snapshot.locale(snapshot.offeredLocales().source());
    private final PublishedMessage first = locale.messages().get(0);
    private final PublishedMessage second = locale.messages().get(1);

    private static Map<String, Long> take(PublishedLocale locale) {
        var taken = new HashMap<String, Long>();
        locale.renderCounts().take((key, count) -> taken.merge(key, count, Long::sum));
        return taken;
    }

    @Test
    void returnsEachCountOnce() {
        locale.renderCounts().count(first);
        locale.renderCounts().count(second);
        locale.renderCounts().count(second);
        assertThat(take(locale)).isEqualTo(Map.of(first.key(), 1L, second.key(), 2L));
        assertThat(take(locale)).isEmpty();
    }

    @Test
    void reportsFirstCountOfMessageSinceLastTake() {
        assertThat(locale.renderCounts().count(first)).isTrue();
        assertThat(locale.renderCounts().count(first)).isFalse();
        assertThat(locale.renderCounts().count(second)).isTrue();
        take(locale);
        assertThat(locale.renderCounts().count(first)).isTrue();
    }

    @Test
    void countsLocalesSeparately() {
        var arabic = snapshot.locale(LocaleTag.parse("ar"));
        arabic.renderCounts().count(arabic.messages().get(0));
        assertThat(take(locale)).isEmpty();
        assertThat(take(arabic)).containsOnlyKeys(first.key());
    }

    @Test
    void losesNothingWhileThreadsCount() throws InterruptedException {
        int rounds = 200_000;
        var reported = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            threads.add(new Thread(() -> {
                for (int round = 0; round < rounds; round++) {
                    if (locale.renderCounts().count(round % 2 == 0 ? first : second)) {
                        reported.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        long total = 0;
        int nonEmpty = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            var taken = take(locale);
            total += taken.values().stream().mapToLong(Long::longValue).sum();
            nonEmpty += taken.size();
        }
        for (var thread : threads) {
            thread.join();
        }
        var rest = take(locale);
        assertThat(total + rest.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2L * rounds);
        assertThat(reported).as("each count that was taken was reported once").hasValue(nonEmpty + rest.size());
    }
}
