package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The digests of the documents a locale was loaded from. Locales with the same digests are identical. */
record DocumentDigests(Digest bundle, Digest reference) {

    /**
     * Returns the locales that are already in memory, all taken from the snapshot with the most matches.
     *
     * <p>Locales of one snapshot share their definitions, which the other locales of the new release have to match too.
     */
    static Map<LocaleTag, PublishedLocale> findReusable(Map<LocaleTag, DocumentDigests> digests, Collection<Snapshot> snapshots) {
        Map<LocaleTag, PublishedLocale> best = Map.of();
        for (var snapshot : snapshots) {
            var matches = new TreeMap<LocaleTag, PublishedLocale>();
            digests.forEach((locale, origin) ->
                    snapshot.findLocale(locale).filter(it -> it.digests().equals(origin)).ifPresent(it -> matches.put(locale, it)));
            best = matches.size() > best.size() ? matches : best;
        }
        return best;
    }
}
