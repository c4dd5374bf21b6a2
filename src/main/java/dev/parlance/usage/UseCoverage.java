package dev.parlance.usage;

import dev.parlance.locales.LocaleTag;
import dev.parlance.usage.UsageReports.SeenTexts;
import dev.parlance.usage.UsageReports.UncoveredText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The share of what readers saw in a locale that has a current text, and the fewest texts that raise it to a target.
 *
 * @param texts  the most used messages without a current text, as many as reach the target
 * @param needed the number of texts that reach the target; empty if there are more than were compared
 */
public record UseCoverage(LocaleTag locale, long seen, long covered, List<UncoveredText> texts, OptionalInt needed) {
    private static final double PERCENT = 100;

    /**
     * Plans the next texts of a locale.
     *
     * <p>Each text costs the same, so the most used ones reach the target with the fewest.
     *
     * @param uncovered the most used messages without a current text, the most used first
     * @param target    in percent
     */
    static UseCoverage plan(SeenTexts seen, List<UncoveredText> uncovered, int target) {
        var texts = new ArrayList<UncoveredText>();
        long reached = seen.covered();
        for (var text : uncovered) {
            if (reaches(reached, seen.seen(), target)) {
                break;
            }
            texts.add(text);
            reached += text.renders();
        }
        return new UseCoverage(seen.locale(), seen.seen(), seen.covered(), List.copyOf(texts),
                reaches(reached, seen.seen(), target) ? OptionalInt.of(texts.size()) : OptionalInt.empty());
    }

    private static boolean reaches(long covered, long seen, int target) {
        return covered * PERCENT >= (double) seen * target;
    }

    /** Returns the covered share in percent; empty if readers saw nothing. */
    public OptionalDouble percentage() {
        return seen == 0 ? OptionalDouble.empty() : OptionalDouble.of(covered * PERCENT / seen);
    }
}
