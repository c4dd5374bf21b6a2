package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Parallel;
import dev.parlance.rendering.Renderer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locales of a snapshot from their documents, as many at a time as there are processors: most of the work is unpacking
 * and compiling, and no locale needs another. So is the memory bounded, for no more references than that are unpacked at once.
 */
final class LoadLocales {

    private LoadLocales() {
    }

    /**
     * In the order of the documents.
     *
     * @param snapshots whose locales are taken as they are where their documents are the same
     */
    static Map<LocaleTag, PublishedLocale> load(List<Snapshot.LocaleDocuments> documents, Collection<Snapshot> snapshots) {
        var reused = DocumentDigests.findReusable(documents.stream().collect(Collectors.toMap(Snapshot.LocaleDocuments::locale, Snapshot.LocaleDocuments::digests)), snapshots);
        var toLoad = new ArrayList<>(documents);
        toLoad.removeIf(it -> reused.containsKey(it.locale()));
        var loaded = new HashMap<>(reused);
        Parallel.runAll(tasks(toLoad, reused.values())).forEach(it -> loaded.put(it.locale(), it));
        var locales = new LinkedHashMap<LocaleTag, PublishedLocale>();
        documents.forEach(it -> locales.put(it.locale(), loaded.get(it.locale())));
        return locales;
    }

    /** Each unpacks first, so that only what takes the definitions waits for them. */
    private static List<Callable<PublishedLocale>> tasks(List<Snapshot.LocaleDocuments> toLoad, Collection<PublishedLocale> reused) {
        if (toLoad.isEmpty()) {
            return List.of();
        }
        var renderer = new Renderer();
        var first = new Memoized<>(toLoad.get(0)::loaded);
        var definitions = reused.stream().findFirst().map(it -> new Memoized<>(it::definitions))
                .orElseGet(() -> new Memoized<>(() -> MessageDefinitions.of(first.get().reference().get())));
        return Stream.concat(Stream.of(first), toLoad.stream().skip(1).<Supplier<Snapshot.LocaleDocuments>>map(it -> it::loaded))
                .<Callable<PublishedLocale>>map(it -> () -> new PublishedLocale(it.get(), definitions.get(), renderer)).toList();
    }
}
