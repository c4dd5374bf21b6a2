package dev.parlance.publishing;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Renderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The locales of a snapshot from their documents, as many at a time as there are processors: most of the work is unpacking
 * and compiling, and no locale needs another. So is the memory bounded, for no more references than that are unpacked at once.
 */
final class LoadLocales {

    private LoadLocales() {
    }

    /** In the order of the documents. */
    static Map<LocaleTag, PublishedLocale> of(List<Snapshot.Documents> documents) {
        var first = documents.get(0).unpacked();
        var definitions = Definitions.of(first.reference().get());
        var renderer = new Renderer();
        var workers = Executors.newFixedThreadPool(Math.min(documents.size(), Runtime.getRuntime().availableProcessors()));
        try {
            var locales = new LinkedHashMap<LocaleTag, PublishedLocale>();
            var tasks = Stream.concat(Stream.of(first), documents.stream().skip(1)).map(it -> locale(it, definitions, renderer)).toList();
            for (var it : all(workers, tasks)) {
                locales.put(it.locale(), it);
            }
            return locales;
        } finally {
            workers.shutdownNow();
        }
    }

    private static Callable<PublishedLocale> locale(Snapshot.Documents documents, Definitions definitions, Renderer renderer) {
        return () -> new PublishedLocale(documents, definitions, renderer);
    }

    private static List<PublishedLocale> all(ExecutorService workers, List<Callable<PublishedLocale>> tasks) {
        try {
            return workers.invokeAll(tasks).stream().map(it -> {
                try {
                    return it.get();
                } catch (InterruptedException e) {
                    throw interrupted(e);
                } catch (ExecutionException e) {
                    throw unwrapped(e);
                }
            }).toList();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a release was loaded", e);
    }

    /** What was wrong with a text is what the caller asks for, not that another thread found it. */
    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
