package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.BundleWriter;
import dev.parlance.publishing.release.PatternReader;
import dev.parlance.rendering.PatternText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Filters bundles, or reduces them to the changes since an earlier release.
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
        return select(snapshot, locale, filter, Set.of(), encodings);
    }

    /**
     * Returns the messages that match the filter, with details, which belong to the release and not to the bundle.
     *
     * @param details the details to include; empty for the texts alone
     */
    public EncodedBundle select(Snapshot snapshot, PublishedLocale locale, BundleFilter filter, Set<MessageDetail> details,
            Collection<ContentEncoding> encodings) {
        int release = filter.dependsOnRelease() || !details.isEmpty() ? snapshot.release() : PatternReader.releaseOf(locale.bundle());
        var writer = BundleWriter.bundle(snapshot.catalog().value(), release, locale.locale().value());
        var fallback = new Bundle.FallbackKeys(locale.locale());
        var keys = new ArrayList<String>();
        try (var patterns = new PatternReader(locale.bundle(), filter.keysOf(locale))) {
            while (patterns.next()) {
                writer.add(patterns.key(), patterns.pattern());
                fallback.add(patterns.key(), locale.localeOf(patterns.key()));
                if (!details.isEmpty()) {
                    keys.add(patterns.key());
                }
            }
        }
        var bytes = details.isEmpty() ? writer.finish(fallback) : writer.finish(fallback,
                keys.stream().map(it -> Map.entry(it, detailsOf(locale.findMessage(it).orElseThrow(), details))).iterator());
        return EncodedBundle.compressFast(locale.locale(), bytes, Set.of(), encodings);
    }

    private static BundleWriter.MessageDetails detailsOf(PublishedMessage message, Set<MessageDetail> details) {
        return new BundleWriter.MessageDetails(details.contains(MessageDetail.CODE) ? message.code() : null,
                details.contains(MessageDetail.REASON) ? message.reason() : null,
                details.contains(MessageDetail.DESCRIPTION)
                        ? PatternText.of(message.syntax(), message.description()).withNames(message.contract()).pattern() : null,
                details.contains(MessageDetail.ADVICE) ? message.advice().orElse(null) : null);
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

    /** Returns the bundle to compare with; empty if it is unknown or cannot be read now. */
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
}
