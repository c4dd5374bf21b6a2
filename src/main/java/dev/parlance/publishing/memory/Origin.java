package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Digest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** From which bytes a locale was made: two locales of the same origin are the same. */
record Origin(Digest bundle, Digest reference) {

    /**
     * The locales that are in memory already, all of one snapshot: that which has most. So they agree on their definitions, which
     * the others of the release have to agree on too.
     */
    static Map<LocaleTag, PublishedLocale> known(Map<LocaleTag, Origin> wanted, Collection<Snapshot> snapshots) {
        Map<LocaleTag, PublishedLocale> most = Map.of();
        for (var snapshot : snapshots) {
            var its = new TreeMap<LocaleTag, PublishedLocale>();
            wanted.forEach((locale, origin) ->
                    snapshot.find(locale).filter(it -> it.origin().equals(origin)).ifPresent(it -> its.put(locale, it)));
            most = its.size() > most.size() ? its : most;
        }
        return most;
    }
}
