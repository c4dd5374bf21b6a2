package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Digest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** From which bytes a locale was made: two locales of the same origin are the same. */
record DocumentDigests(Digest bundle, Digest reference) {

    /**
     * The locales that are in memory already, all of one snapshot: that which has most. So they agree on their definitions, which
     * the others of the release have to agree on too.
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
