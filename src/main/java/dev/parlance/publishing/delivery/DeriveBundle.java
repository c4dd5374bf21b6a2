package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.locales.Fallback;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.BundleWriter;
import dev.parlance.publishing.release.PatternReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Filters bundles, converts them, or reduces them to the changes since an earlier release.
 *
 * <p>Bundles are streamed, so a derivation needs memory for its result and, for the changes since a release that is not served, for the
 * bundle of that release. Callers limit how many run at a time.
 */
@Singleton
public final class DeriveBundle {
    private final ReadReleaseBundle releaseBundles;

    public DeriveBundle(ReadReleaseBundle releaseBundles) {
        this.releaseBundles = releaseBundles;
    }

    /**
     * Returns the messages that match the filter. Tags belong to the release and not to the bundle, so a bundle filtered by tag carries the
     * number of the release being served. So does a bundle filtered by the locales of its texts, which bundles of earlier versions do not
     * contain.
     *
     * @param encodings the encodings to produce
     */
    public EncodedBundle select(Snapshot snapshot, PublishedLocale locale, BundleFilter filter, Collection<ContentEncoding> encodings) {
        int release = filter.dependsOnRelease() ? snapshot.release() : PatternReader.releaseOf(locale.bundle());
        var writer = BundleWriter.bundle(snapshot.catalog().value(), release, locale.locale().value());
        var fallback = new Bundle.FallbackKeys(locale.locale());
        try (var patterns = new PatternReader(locale.bundle(), filter.keysOf(locale))) {
            while (patterns.next()) {
                writer.add(patterns.key(), patterns.pattern());
                fallback.add(patterns.key(), locale.localeOf(patterns.key()));
            }
        }
        return EncodedBundle.compressFast(locale.locale(), writer.finish(fallback), Set.of(), encodings);
    }

    /**
     * Returns the bundle converted to a client format.
     *
     * @param fallback  the accepted locales of texts; keys with other texts are left out and reported as missing
     * @param encodings the encodings to produce
     */
    public EncodedBundle convert(PublishedLocale locale, BundleFormat format, Fallback fallback, Collection<ContentEncoding> encodings) {
        var accepted = new BundleFilter("", Optional.empty(), fallback).keysOf(locale);
        var formatted = format.write(new BundleContent(locale.locale(), () -> new EntryIterator(locale, accepted)));
        return EncodedBundle.compressFast(locale.locale(), formatted.bytes(), formatted.lossyKeys(), encodings)
                .withMissing(findKeys(locale, accepted.negate()));
    }

    private static Set<String> findKeys(PublishedLocale locale, Predicate<String> condition) {
        var keys = new TreeSet<String>();
        try (var patterns = new PatternReader(locale.bundle(), condition)) {
            while (patterns.next()) {
                keys.add(patterns.key());
            }
        }
        return Collections.unmodifiableSet(keys);
    }

    /**
     * Returns the changes since a release; empty if it or its locale is unknown or cannot be read now.
     *
     * <p>A text whose locale changed is reported as changed, even if its pattern is the same. The filter uses the tags of each release, so
     * a message that lost the tag is reported as removed.
     *
     * @param encodings the encodings to produce
     */
    public Optional<EncodedBundle> changes(Snapshot snapshot, PublishedLocale locale, int since, BundleFilter filter,
            Collection<ContentEncoding> encodings) {
        return findBase(snapshot.catalog(), since, locale, filter).map(base -> EncodedBundle.compressFast(locale.locale(),
                compare(snapshot, locale, since, filter, base), Set.of(), encodings));
    }

    /** Merges both bundles, whose keys have the same order. */
    private static byte[] compare(Snapshot snapshot, PublishedLocale locale, int since, BundleFilter filter,
            ReadReleaseBundle.BaseBundle base) {
        var writer = BundleWriter.changes(snapshot.catalog().value(), snapshot.release(), since, locale.locale().value());
        var fallback = new Bundle.FallbackKeys(locale.locale());
        if (base.digest().equals(locale.digest()) && !filter.dependsOnRelease()) {
            return writer.finish(fallback, Set.of());
        }
        var removed = new ArrayList<String>();
        try (var before = new PatternReader(base.bytes(), filter.keys(base.hasTag(), locale.locale(), base.localeOf()));
                var after = new PatternReader(locale.bundle(), filter.keysOf(locale))) {
            boolean hasBefore = before.next();
            boolean hasAfter = after.next();
            while (hasBefore || hasAfter) {
                int order = hasBefore && hasAfter ? before.key().compareTo(after.key()) : hasBefore ? -1 : 1;
                if (order < 0) {
                    removed.add(before.key());
                } else if (order > 0 || !after.pattern().equals(before.pattern())
                        || !locale.localeOf(after.key()).equals(base.localeOf().apply(after.key()))) {
                    writer.add(after.key(), after.pattern());
                    fallback.add(after.key(), locale.localeOf(after.key()));
                }
                hasBefore = order <= 0 ? before.next() : hasBefore;
                hasAfter = order >= 0 ? after.next() : hasAfter;
            }
        }
        return writer.finish(fallback, removed);
    }

    private Optional<ReadReleaseBundle.BaseBundle> findBase(CatalogName catalog, int since, PublishedLocale locale, BundleFilter filter) {
        try {
            return releaseBundles.findBase(catalog, since, locale.locale(), filter);
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.DATABASE_UNAVAILABLE || problem.type() == ProblemType.OUTCOME_UNKNOWN) {
                return Optional.empty();
            }
            throw problem;
        }
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
            var entry = new BundleContent.Entry(patterns.key(), patterns.pattern(), message.contract(), message.locale());
            hasNext = patterns.next();
            return entry;
        }
    }
}
