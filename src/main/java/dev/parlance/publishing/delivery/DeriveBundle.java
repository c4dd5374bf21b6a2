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

/** What apps ask for besides whole bundles: parts of one, several in one answer, what changed since a release they have. */
@Singleton
public final class DeriveBundle {
    private final ReadReleaseBundle releaseBundles;

    public DeriveBundle(ReadReleaseBundle releaseBundles) {
        this.releaseBundles = releaseBundles;
    }

    /**
     * What to do to a bundle of the release {@code since} to have that of {@code release}.
     *
     * @param removed sorted
     */
    record Delta(String catalog, int release, int since, String locale, SortedMap<String, String> changed, SortedSet<String> removed) {
    }

    /** The selected messages. Which have a tag is said by the release and not by the bundle, so the part is of that release. */
    public EncodedBundle select(Snapshot snapshot, PublishedLocale locale, BundleFilter selection) {
        var bundle = CanonicalJson.read(locale.bundle(), Bundle.class);
        int release = selection.tag().isPresent() ? snapshot.release() : bundle.release();
        return EncodedBundle.compress(locale.locale(), CanonicalJson.write(new Bundle(bundle.catalog(), release, bundle.locale(),
                selection.apply(bundle.messages(), locale::hasTag))), Set.of());
    }

    /** The bundle in the shape that a kind of client reads. */
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
     * What changed since a release; the whole bundle where that release, or its locale, is unknown or cannot be read now. Each
     * release selects by its own tags: a message that lost the tag is removed.
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
            return EncodedBundle.compress(locale.locale(), CanonicalJson.write(new Delta(snapshot.catalog().value(), snapshot.release(), since,
                    locale.locale().value(), changed, removed)), Set.of());
        }).orElseGet(() -> select(snapshot, locale, selection));
    }

    /** Bundles as they are, one after another. */
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
