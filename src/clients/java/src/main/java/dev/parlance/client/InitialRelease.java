package dev.parlance.client;

import dev.parlance.client.format.TextFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects the release with which a client starts: that of the cache, or else that of the seed.
 *
 * <p>A seed that is newer than the one with which the cache was written came with an update of the app. It wins if its release is higher.
 * An older seed never wins, because the channel may have been rolled back since.
 */
final class InitialRelease {
    private final List<LocaleRequest> locales;
    private final TextFormatter formatter;
    private final LocaleMatching matching;
    private final Integer pinned;

    /** @param pinned the only release that may be used, or null */
    InitialRelease(List<LocaleRequest> locales, TextFormatter formatter, LocaleMatching matching, Integer pinned) {
        this.locales = locales;
        this.formatter = formatter;
        this.matching = matching;
        this.pinned = pinned;
    }

    /** Returns null if there is neither a cache nor a seed for the locales. */
    Release select(DiskCache cache, Seed seed) {
        Seed cached = null;
        if (cache != null) {
            for (Seed candidate : cache.read()) {
                if (cached == null && !candidate.select(locales, matching, false).isEmpty()) {
                    cached = candidate;
                }
            }
        }
        boolean updated = cached != null && seed != null && seed.release() > cached.knownSeed() && seed.release() > cached.release();
        Release first = cached == null || updated ? toRelease(seed, true) : toRelease(cached, false);
        return first == null && cached != null ? toRelease(cached, false) : first;
    }

    private Release toRelease(Seed seed, boolean lenient) {
        if (seed == null || pinned != null && pinned != seed.release()) {
            return null;
        }
        Map<String, LocaleTexts> texts = new LinkedHashMap<>();
        seed.select(locales, matching, lenient).forEach((requested, bundle) ->
                texts.put(requested, new LocaleTexts(bundle, formatter)));
        return texts.isEmpty() ? null : new Release(seed.release(), texts, matching);
    }
}
