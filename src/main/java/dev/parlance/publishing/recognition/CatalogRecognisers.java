package dev.parlance.publishing.recognition;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.recognition.Recogniser;
import jakarta.inject.Singleton;
import java.lang.ref.Cleaner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The recognisers of the releases in memory, one for each locale. Thread-safe.
 *
 * <p>Anyone may ask for the first recognition in a public catalog, so the memory of all indexes together is limited.
 */
@Singleton
public final class CatalogRecognisers {
    /** The bytes of an indexed text. The average of texts of 80 characters is below 300. */
    private static final int ESTIMATED_TEXT_BYTES = 400;

    private static final Cleaner CLEANER = Cleaner.create();

    /** Locales are shared by releases that have the same texts. An index holds no reference to its locale and is collected with it. */
    private final Map<PublishedLocale, LocaleIndex> indexes = new WeakHashMap<>();
    private final ResourceUsage usage;

    CatalogRecognisers(ResourceUsage usage) {
        this.usage = usage;
    }

    /**
     * Returns the recogniser of a release in all its locales.
     *
     * <p>Locales that were never used for recognition are indexed first, and concurrent callers wait for the same index. For a large
     * catalog this takes seconds, so it must not run on an event loop.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#BUSY} if an index would exceed
     *         {@link ResourceLimit#RECOGNITION_INDEXES}
     */
    public SnapshotRecogniser get(Snapshot snapshot) {
        var recognisers = new LinkedHashMap<PublishedLocale, Recogniser>();
        snapshot.loadedLocales().forEach(it -> recognisers.put(it, indexOf(it).get(it, usage)));
        return new SnapshotRecogniser(recognisers);
    }

    /** Returns whether all locales of a release are indexed, so that {@link #get} returns at once. */
    public boolean isIndexed(Snapshot snapshot) {
        return snapshot.loadedLocales().stream().allMatch(it -> indexOf(it).isBuilt());
    }

    private LocaleIndex indexOf(PublishedLocale locale) {
        synchronized (indexes) {
            return indexes.computeIfAbsent(locale, it -> new LocaleIndex());
        }
    }

    private static final class LocaleIndex {
        private volatile @Nullable Recogniser recogniser;

        boolean isBuilt() {
            return recogniser != null;
        }

        synchronized Recogniser get(PublishedLocale locale, ResourceUsage usage) {
            var built = recogniser;
            if (built == null) {
                built = buildWithinLimit(locale, usage);
                recogniser = built;
            }
            return built;
        }

        private static Recogniser buildWithinLimit(PublishedLocale locale, ResourceUsage usage) {
            long bytes = ESTIMATED_TEXT_BYTES * locale.ownTextCount();
            if (!usage.tryAcquire(ResourceLimit.RECOGNITION_INDEXES, bytes)) {
                throw ProblemType.BUSY.with();
            }
            Runnable release = () -> usage.release(ResourceLimit.RECOGNITION_INDEXES, bytes);
            try {
                var built = build(locale);
                CLEANER.register(locale, release);
                return built;
            } catch (RuntimeException e) {
                release.run();
                throw e;
            }
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
