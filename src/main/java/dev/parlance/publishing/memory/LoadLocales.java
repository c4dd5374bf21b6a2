package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Parallel;
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
 * Loads the locales of a snapshot in parallel, as many at a time as there are processors.
 *
 * <p>Most of the time goes into decompression and compilation, and locales are independent. The limit also bounds memory, because at most
 * that many reference documents are decompressed at a time.
 */
final class LoadLocales {

    private LoadLocales() {
    }

    /**
     * Returns the locales, in the order of the documents.
     *
     * @param snapshots their locales are reused if the documents are the same
     */
    static Map<LocaleTag, PublishedLocale> load(List<Snapshot.LocaleDocuments> documents, Collection<Snapshot> snapshots) {
        var reused = DocumentDigests.findReusable(documents.stream()
                .collect(Collectors.toMap(Snapshot.LocaleDocuments::locale, Snapshot.LocaleDocuments::digests)), snapshots);
        var toLoad = new ArrayList<>(documents);
        toLoad.removeIf(it -> reused.containsKey(it.locale()));
        var loaded = new HashMap<>(reused);
        Parallel.runAll(tasks(toLoad, reused.values())).forEach(it -> loaded.put(it.locale(), it));
        var locales = new LinkedHashMap<LocaleTag, PublishedLocale>();
        documents.forEach(it -> locales.put(it.locale(), loaded.get(it.locale())));
        return locales;
    }

    /** Returns one task for each locale. Each decompresses its documents before it waits for the shared definitions. */
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
