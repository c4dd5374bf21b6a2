package dev.parlance.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.usage.UsageReports.SeenTexts;
import dev.parlance.usage.UsageReports.TextGap;
import dev.parlance.usage.UsageReports.UncoveredText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UseCoverageTest {
    private static final LocaleTag FR = LocaleTag.parse("fr");

    private static UseCoverage plan(long covered, int target, List<Integer> renders) {
        var uncovered = IntStream.range(0, renders.size()).mapToObj(it -> new UncoveredText("key-" + it, renders.get(it),
                TextGap.UNTRANSLATED)).sorted(Comparator.comparing(UncoveredText::renders).reversed()).toList();
        return UseCoverage.plan(new SeenTexts(FR, covered + renders.stream().mapToLong(it -> it).sum(), covered), uncovered, target);
    }

    @Test
    void takesTheMostUsedTextsUntilTheTargetIsReached() {
        var coverage = plan(60, 95, List.of(2, 20, 3, 15));
        assertThat(coverage.texts()).extracting(UncoveredText::renders).containsExactly(20L, 15L);
        assertThat(coverage.needed()).hasValue(2);
        assertThat(coverage.percentage()).hasValue(60);
    }

    @Test
    void needsNothingIfTheTargetIsReached() {
        assertThat(plan(95, 95, List.of(5)).texts()).isEmpty();
        assertThat(plan(95, 95, List.of(5)).needed()).hasValue(0);
        assertThat(plan(0, 95, List.of()).percentage()).isEmpty();
    }

    @Test
    void doesNotCountTextsBeyondTheComparedOnes() {
        var coverage = UseCoverage.plan(new SeenTexts(FR, 100, 0), List.of(new UncoveredText("key", 40, TextGap.STALE)), 50);
        assertThat(coverage.needed()).isEmpty();
        assertThat(coverage.texts()).hasSize(1);
    }

    /** No selection with one text less reaches the target: the most used ones of that number do not. */
    @Property
    void isTheSmallestList(@ForAll @IntRange(max = 1000) int covered, @ForAll @IntRange(min = 1, max = 100) int target,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 1000) Integer> renders) {
        var coverage = plan(covered, target, renders);
        long gained = coverage.texts().stream().mapToLong(UncoveredText::renders).sum();
        assertThat((covered + gained) * 100).isGreaterThanOrEqualTo(coverage.seen() * target);
        if (!coverage.texts().isEmpty()) {
            long best = renders.stream().sorted(Comparator.reverseOrder()).limit(coverage.texts().size() - 1L).mapToLong(it -> it).sum();
            assertThat((covered + best) * 100).isLessThan(coverage.seen() * target);
        }
    }
}
