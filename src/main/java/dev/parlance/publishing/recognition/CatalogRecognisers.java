package dev.parlance.publishing.recognition;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.RenderedTexts;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.recognition.Recogniser;
import dev.parlance.recognition.RecognitionQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.ref.Cleaner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The recognisers of the releases in memory, one for each locale. Thread-safe.
 *
 * <p>Anyone may ask for the first recognition in a public catalog, so the memory of all indexes together is limited.
 */
@Singleton
public final class CatalogRecognisers implements RenderedTexts {
    /** The maximum number of messages that a search finds by a rendered text. */
    private static final int MAX_RENDERED = 20;
    /** The share of the literal characters of the best message that another one must have, as a divisor. */
    private static final int MIN_SHARE_OF_BEST = 2;
    /** The bytes of an indexed text. The average of texts of 80 characters is below 300. */
    private static final int ESTIMATED_TEXT_BYTES = 400;

    private static final Cleaner CLEANER = Cleaner.create();

    /** Locales are shared by releases that have the same texts. An index holds no reference to its locale and is collected with it. */
    private final Map<PublishedLocale, LocaleIndex> indexes = new WeakHashMap<>();
    private final ResourceUsage usage;
    private final Function<PublishedLocale, Recogniser> builder;

    @Inject
    public CatalogRecognisers(ResourceUsage usage) {
        this(usage, CatalogRecognisers::build);
    }

    CatalogRecognisers(ResourceUsage usage, Function<PublishedLocale, Recogniser> builder) {
        this.usage = usage;
        this.builder = builder;
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
        snapshot.loadedLocales().forEach(it -> recognisers.put(it, getOrBuild(it).orElseThrow(ProblemType.BUSY::with)));
        return new SnapshotRecogniser(recognisers);
    }

    @Override
    public List<PublishedMessage> findExact(Snapshot snapshot, String text) {
        return find(snapshot, new RecognitionQuery(text, Optional.empty(), false, MAX_RENDERED));
    }

    @Override
    public List<PublishedMessage> findSimilar(Snapshot snapshot, String text) {
        return find(snapshot, new RecognitionQuery(text, Optional.empty(), true, MAX_RENDERED));
    }

    /**
     * Finds the messages that match at least half as many literal characters as the best one.
     *
     * <p>Skips locales whose index would exceed the limit. A search still finds their messages by words.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#BUSY} while another caller builds an index. If searches waited, a
     *         few of them would block all others for seconds
     */
    private List<PublishedMessage> find(Snapshot snapshot, RecognitionQuery query) {
        var recognisers = new LinkedHashMap<PublishedLocale, Recogniser>();
        for (var locale : snapshot.loadedLocales()) {
            if (indexOf(locale).isBeingBuilt()) {
                throw ProblemType.BUSY.with();
            }
            getOrBuild(locale).ifPresent(it -> recognisers.put(locale, it));
        }
        var found = new SnapshotRecogniser(recognisers).find(query, Optional.empty());
        int most = found.stream().mapToInt(it -> it.recognition().literalCharacters()).max().orElse(0);
        return found.stream().filter(it -> it.recognition().literalCharacters() * MIN_SHARE_OF_BEST >= most)
                .map(RecognisedMessage::message).toList();
    }

    /** Returns whether all locales of a release are indexed, so that {@link #get} returns at once. */
    public boolean isIndexed(Snapshot snapshot) {
        return snapshot.loadedLocales().stream().allMatch(it -> indexOf(it).isBuilt());
    }

    private Optional<Recogniser> getOrBuild(PublishedLocale locale) {
        return indexOf(locale).getOrBuild(locale, usage, builder);
    }

    private LocaleIndex indexOf(PublishedLocale locale) {
        synchronized (indexes) {
            return indexes.computeIfAbsent(locale, it -> new LocaleIndex());
        }
    }

    private static final class LocaleIndex {
        private volatile @Nullable Recogniser recogniser;
        private volatile boolean beingBuilt;

        boolean isBuilt() {
            return recogniser != null;
        }

        boolean isBeingBuilt() {
            return beingBuilt;
        }

        /** Returns the recogniser, and builds it on first use; empty if it would exceed the limit. */
        synchronized Optional<Recogniser> getOrBuild(PublishedLocale locale, ResourceUsage usage,
                Function<PublishedLocale, Recogniser> builder) {
            if (recogniser == null) {
                recogniser = buildWithinLimit(locale, usage, builder);
            }
            return Optional.ofNullable(recogniser);
        }

        private @Nullable Recogniser buildWithinLimit(PublishedLocale locale, ResourceUsage usage,
                Function<PublishedLocale, Recogniser> builder) {
            long bytes = ESTIMATED_TEXT_BYTES * locale.ownTextCount();
            if (!usage.tryAcquire(ResourceLimit.RECOGNITION_INDEXES, bytes)) {
                return null;
            }
            Runnable release = () -> usage.release(ResourceLimit.RECOGNITION_INDEXES, bytes);
            beingBuilt = true;
            try {
                var built = builder.apply(locale);
                CLEANER.register(locale, release);
                return built;
            } catch (RuntimeException e) {
                release.run();
                throw e;
            } finally {
                beingBuilt = false;
            }
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
