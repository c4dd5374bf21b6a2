package dev.parlance.publishing.recognition;

import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.recognition.Recogniser;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The recognisers of the releases in memory, one for each locale. Thread-safe. */
@Singleton
public final class CatalogRecognisers {
    /** Locales are shared by releases that have the same texts. An index holds no reference to its locale and is collected with it. */
    private final Map<PublishedLocale, LocaleIndex> indexes = new WeakHashMap<>();

    /**
     * Returns the recogniser of a release in all its locales.
     *
     * <p>Locales that were never used for recognition are indexed first, and concurrent callers wait for the same index. For a large
     * catalog this takes seconds, so it must not run on an event loop.
     */
    public SnapshotRecogniser get(Snapshot snapshot) {
        var recognisers = new LinkedHashMap<PublishedLocale, Recogniser>();
        snapshot.loadedLocales().forEach(it -> recognisers.put(it, indexOf(it).get(it)));
        return new SnapshotRecogniser(recognisers);
    }

    private LocaleIndex indexOf(PublishedLocale locale) {
        synchronized (indexes) {
            return indexes.computeIfAbsent(locale, it -> new LocaleIndex());
        }
    }

    private static final class LocaleIndex {
        private @Nullable Recogniser recogniser;

        synchronized Recogniser get(PublishedLocale locale) {
            var built = recogniser;
            if (built == null) {
                built = build(locale);
                recogniser = built;
            }
            return built;
        }

        /** Indexes the texts of the locale itself. Those of its fallbacks are in the index of their own locale. */
        private static Recogniser build(PublishedLocale locale) {
            var builder = new Recogniser.Builder();
            var messages = locale.messages();
            for (int position = 0; position < messages.size(); position++) {
                var it = messages.get(position);
                if (it.locale().equals(locale.locale())) {
                    builder.add(position, it.locale(), it.syntax(), it.text(), it.contract());
                }
            }
            return builder.build();
        }
    }
}
