package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.CanonicalJson;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Derives other representations from bundles: filtered, converted, combined, or as a delta to an earlier release. */
@Singleton
public final class DeriveBundle {
    private final ReadReleaseBundle releaseBundles;

    public DeriveBundle(ReadReleaseBundle releaseBundles) {
        this.releaseBundles = releaseBundles;
    }

    /**
     * The changes that turn the bundle of release {@code since} into that of {@code release}.
     *
     * @param changed added and changed patterns by key
     * @param removed removed keys, sorted
     */
    record Delta(String catalog, int release, int since, String locale, SortedMap<String, String> changed, SortedSet<String> removed) {
    }

    /**
     * Returns the messages that match the filter. Tags belong to the release and not to the bundle, so a bundle filtered by tag carries
     * the number of the release being served.
     */
    public EncodedBundle select(Snapshot snapshot, PublishedLocale locale, BundleFilter selection) {
        var bundle = CanonicalJson.read(locale.bundle(), Bundle.class);
        int release = selection.tag().isPresent() ? snapshot.release() : bundle.release();
        return EncodedBundle.compress(locale.locale(), CanonicalJson.write(new Bundle(bundle.catalog(), release, bundle.locale(),
                selection.apply(bundle.messages(), locale::hasTag))), Set.of());
    }

    /** Returns the bundle converted to a client format. */
    public EncodedBundle convert(PublishedLocale locale, BundleFormat format) {
        var entries = new ArrayList<BundleContent.Entry>();
        CanonicalJson.read(locale.bundle(), Bundle.class).messages().forEach((key, pattern) -> {
            var message = locale.findMessage(key).orElseThrow();
            entries.add(new BundleContent.Entry(key, pattern, message.contract(), message.locale()));
        });
        var formatted = format.write(new BundleContent(locale.locale(), entries));
        return EncodedBundle.compress(locale.locale(), formatted.bytes(), formatted.lossyKeys());
    }

    /**
     * Returns the changes since a release. Returns the whole bundle if that release or its locale is unknown, or cannot be read now.
     *
     * <p>Each release filters by its own tags, so a message that lost the tag is reported as removed.
     */
    public EncodedBundle delta(Snapshot snapshot, PublishedLocale locale, int since, BundleFilter selection) {
        return findBase(snapshot.catalog(), since, locale, selection).map(before -> {
            var after = selection.apply(CanonicalJson.read(locale.bundle(), Bundle.class).messages(), locale::hasTag);
            var changed = new TreeMap<String, String>();
            after.forEach((key, pattern) -> {
                if (!pattern.equals(before.get(key))) {
                    changed.put(key, pattern);
                }
            });
            var removed = new TreeSet<>(before.keySet());
            removed.removeAll(after.keySet());
            return EncodedBundle.compress(locale.locale(),
                    CanonicalJson.write(new Delta(snapshot.catalog().value(), snapshot.release(), since,
                    locale.locale().value(), changed, removed)), Set.of());
        }).orElseGet(() -> select(snapshot, locale, selection));
    }

    /** Returns the unmodified bundles of several locales in one document. */
    public EncodedBundle combine(Snapshot snapshot, List<PublishedLocale> locales) {
        var bytes = new ByteArrayOutputStream();
        var header = "{\"catalog\":\"" + snapshot.catalog() + "\",\"release\":" + snapshot.release() + ",\"bundles\":[";
        bytes.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < locales.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(locales.get(i).bundle());
        }
        bytes.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return EncodedBundle.compress(snapshot.offeredLocales().source(), bytes.toByteArray(), Set.of());
    }

    private Optional<SortedMap<String, String>> findBase(CatalogName catalog, int since, PublishedLocale locale, BundleFilter selection) {
        try {
            return releaseBundles.findPatterns(catalog, since, locale.locale(), selection);
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.DATABASE_UNAVAILABLE || problem.type() == ProblemType.OUTCOME_UNKNOWN) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
