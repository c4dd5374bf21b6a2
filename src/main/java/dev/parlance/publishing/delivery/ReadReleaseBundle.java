package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.ReferenceReader;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseContent;
import dev.parlance.publishing.release.Releases;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads bundles of any release: from memory if a channel points at it, else from the database. */
@Singleton
public final class ReadReleaseBundle {
    private final SnapshotRegistry snapshots;
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;

    public ReadReleaseBundle(SnapshotRegistry snapshots, Releases releases, Blobs blobs, Transactions transactions) {
        this.snapshots = snapshots;
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    /**
     * Returns the bundle of a release.
     *
     * @param locale must be a locale of the release, without fallback: the URL is cacheable for a year and so has a single spelling
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_RELEASE} or {@link ProblemType#UNKNOWN_LOCALE}
     */
    public EncodedBundle read(CatalogName catalog, int release, LocaleTag locale) {
        return findInMemory(catalog, release, locale).orElseGet(() -> transactions.call(
                () -> encode(requireLocale(catalog, requireRelease(catalog, release), locale))));
    }

    private ReleaseBundle requireLocale(CatalogName catalog, Release release, LocaleTag locale) {
        var bundles = releases.bundles(release.id());
        return bundles.stream().filter(it -> it.locale().equals(locale)).findFirst()
                .orElseThrow(() -> ProblemType.UNKNOWN_LOCALE.with(locale.value(), catalog.value(),
                        bundles.stream().map(it -> it.locale().value()).collect(Collectors.joining(", "))));
    }

    /**
     * The bundle of an earlier release.
     *
     * @param hasTag   tests a key and the tag of the filter
     * @param localeOf returns the locale of the text of a key
     */
    record BaseBundle(Digest digest, byte[] bytes, BiPredicate<String, String> hasTag, Function<String, LocaleTag> localeOf) {
    }

    /** Returns whether a release is served, so that its bundles are read without the database. */
    public boolean isInMemory(CatalogName catalog, int release) {
        return snapshots.findRelease(catalog, release).isPresent();
    }

    /** Returns the bundle of a release if it is in memory. */
    public Optional<EncodedBundle> findInMemory(CatalogName catalog, int release, LocaleTag locale) {
        return findServed(catalog, release, locale).map(PublishedLocale::encoded);
    }

    /**
     * Returns a snapshot of a release in which this locale can be read: the served one, or one that is loaded from the database.
     *
     * @param locale as for {@link #read}
     * @throws dev.parlance.problems.ProblemException as {@link #read}
     */
    public Snapshot load(CatalogName catalog, int release, LocaleTag locale) {
        return snapshots.findRelease(catalog, release).filter(it -> it.offeredLocales().all().contains(locale))
                .orElseGet(() -> transactions.call(() -> {
                    var found = requireRelease(catalog, release);
                    var bundle = requireLocale(catalog, found, locale);
                    return Snapshot.of(new ReleaseContent(catalog, release, found.createdAt(), found.title(), locale,
                            List.of(new ReleaseContent.LocaleContent(locale, bundle.bundle(), bundle.reference(),
                                    blobs.encodings(bundle.bundle()), blobs.encodings(bundle.reference()).get(ContentEncoding.GZIP)))),
                            List.of());
                }));
    }

    private Optional<PublishedLocale> findServed(CatalogName catalog, int release, LocaleTag locale) {
        return snapshots.findRelease(catalog, release).filter(it -> it.offeredLocales().all().contains(locale))
                .map(it -> it.locale(locale));
    }

    /** Returns the bundle of a release; empty if the release or the locale does not exist. */
    Optional<BaseBundle> findBase(CatalogName catalog, int release, LocaleTag locale, BundleFilter filter) {
        if (isInMemory(catalog, release)) {
            return findServed(catalog, release, locale).map(it -> new BaseBundle(it.digest(), it.bundle(), it::hasTag, it::localeOf));
        }
        return transactions.call(() -> releases.find(catalog, release).flatMap(it -> releases.bundles(it.id()).stream()
                .filter(bundle -> bundle.locale().equals(locale)).findFirst()).map(it -> loadBase(it, filter)));
    }

    /** Reads tags and locales from the reference document: the bundle has no tags, and an old one does not name the locales. */
    private BaseBundle loadBase(ReleaseBundle bundle, BundleFilter filter) {
        var tagged = new HashSet<String>();
        var fallbackLocales = new HashMap<String, LocaleTag>();
        var locale = bundle.locale();
        ReferenceReader.read(blobs.get(bundle.reference()), entry -> {
            if (filter.tag().isPresent() && entry.tags().contains(filter.tag().get())) {
                tagged.add(entry.key());
            }
            if (!entry.locale().equals(locale.value())) {
                fallbackLocales.put(entry.key(), LocaleTag.parse(entry.locale()));
            }
        });
        return new BaseBundle(bundle.bundle(), blobs.get(bundle.bundle()), (key, tag) -> tagged.contains(key),
                key -> fallbackLocales.getOrDefault(key, locale));
    }

    private Release requireRelease(CatalogName catalog, int release) {
        return releases.find(catalog, release).orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(release, catalog.value()));
    }

    private EncodedBundle encode(ReleaseBundle bundle) {
        return new EncodedBundle(bundle.bundle(), bundle.locale(), blobs.get(bundle.bundle()), blobs.encodings(bundle.bundle()), Set.of());
    }
}
