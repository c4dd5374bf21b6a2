package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.EntryDetails;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.locales.Fallback;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.BundleWriter;
import dev.parlance.publishing.release.PatternReader;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Converts bundles to client formats.
 *
 * <p>Entries are streamed, so a conversion needs memory for its result and for the list of losses. Callers limit how many run at a time.
 */
@Singleton
public final class ConvertBundle {
    private static final Set<ProblemType> INCOMPARABLE = EnumSet.of(ProblemType.UNKNOWN_RELEASE, ProblemType.UNKNOWN_LOCALE,
            ProblemType.DATABASE_UNAVAILABLE, ProblemType.OUTCOME_UNKNOWN);

    private final ReadReleaseBundle releaseBundles;

    public ConvertBundle(ReadReleaseBundle releaseBundles) {
        this.releaseBundles = releaseBundles;
    }

    /**
     * Returns a bundle in the shape of a client.
     *
     * @param encodings the encodings to produce
     */
    public EncodedBundle convert(PublishedLocale locale, ClientShape shape, Collection<ContentEncoding> encodings) {
        return encode(locale, write(locale, shape), encodings).withMissing(findMissing(locale, shape.filter()));
    }

    /** Returns the losses of a bundle in the shape of a client, by key. */
    public FormattedBundle write(PublishedLocale locale, ClientShape shape) {
        return shape.format().write(content(locale, shape, shape.filter().keysOf(locale)));
    }

    /**
     * Returns the changes since a release in the shape of a client; empty if it or its locale is unknown or cannot be read now.
     *
     * <p>Both bundles are written and compared, because a client's text also depends on the declared arguments and on the keys of other
     * messages. The removed keys are those of the client, which may be several for one message. The lossy keys are those of the whole
     * bundle.
     */
    public Optional<EncodedBundle> changes(Snapshot snapshot, PublishedLocale locale, int since, ClientShape shape,
            Collection<ContentEncoding> encodings) {
        return findBase(snapshot.catalog(), since, locale.locale()).map(base -> {
            var after = write(locale, shape);
            var document = BundleWriter.changes(snapshot.catalog().value(), snapshot.release(), since, locale.locale().value(),
                    write(base, shape).bytes(), after.bytes());
            return EncodedBundle.compressFast(locale.locale(), document, after.lossyKeys(), encodings)
                    .withMissing(findMissing(locale, shape.filter()));
        });
    }

    private Optional<PublishedLocale> findBase(CatalogName catalog, int since, LocaleTag locale) {
        try {
            return Optional.of(releaseBundles.load(catalog, since, locale).locale(locale));
        } catch (ProblemException problem) {
            if (INCOMPARABLE.contains(problem.type())) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static BundleContent content(PublishedLocale locale, ClientShape shape, Predicate<String> keys) {
        return new BundleContent(shape.client(), () -> new EntryIterator(locale, keys));
    }

    private static EntryDetails withFileKey(String fileKey) {
        return new EntryDetails(Optional.of(fileKey), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static EncodedBundle encode(PublishedLocale locale, FormattedBundle formatted, Collection<ContentEncoding> encodings) {
        return EncodedBundle.compressFast(locale.locale(), formatted.bytes(), formatted.lossyKeys(), encodings);
    }

    /** Returns the keys that only the locales of their texts exclude. */
    private static Set<String> findMissing(PublishedLocale locale, BundleFilter filter) {
        var keys = new TreeSet<String>();
        var inAnyLanguage = new BundleFilter(filter.prefix(), filter.tag(), Fallback.FULL).keysOf(locale);
        try (var patterns = new PatternReader(locale.bundle(), inAnyLanguage.and(filter.keysOf(locale).negate()))) {
            while (patterns.next()) {
                keys.add(patterns.key());
            }
        }
        return Collections.unmodifiableSet(keys);
    }

    /** Iterates over the entries of a locale in the order of their keys in the bundle. */
    private static final class EntryIterator implements Iterator<BundleContent.Entry> {
        private final PublishedLocale locale;
        private final PatternReader patterns;
        private boolean hasNext;

        EntryIterator(PublishedLocale locale, Predicate<String> keys) {
            this.locale = locale;
            this.patterns = new PatternReader(locale.bundle(), keys);
            this.hasNext = patterns.next();
        }

        @Override
        public boolean hasNext() {
            return hasNext;
        }

        @Override
        public BundleContent.Entry next() {
            if (!hasNext) {
                throw new NoSuchElementException();
            }
            var message = locale.findMessage(patterns.key()).orElseThrow();
            var preformatted = message.syntax() == Syntax.PRINTF
                    ? PatternText.inexpressibleArguments(message.syntax(), message.text(), message.contract()) : Set.<String>of();
            var entry = new BundleContent.Entry(patterns.key(), patterns.pattern(), message.contract(), message.locale(), preformatted,
                    message.fileKey().map(ConvertBundle::withFileKey).orElse(EntryDetails.NONE));
            hasNext = patterns.next();
            return entry;
        }
    }
}
