package dev.parlance.publishing.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.blob.GzipBlobs;
import dev.parlance.publishing.release.ChannelHead;
import dev.parlance.publishing.release.Draft;
import dev.parlance.publishing.release.FrozenLocale;
import dev.parlance.publishing.release.ReleaseContent;
import dev.parlance.rendering.PseudoLocale;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A release loaded in memory: compiled, thread-safe and immutable. */
public final class Snapshot {
    /** The release number of a draft, which is not a release. */
    private static final int DRAFT_RELEASE = 0;

    private final CatalogName catalog;
    private final String title;
    private final int release;
    private final Instant createdAt;
    private final OfferedLocales offeredLocales;
    private final Map<LocaleTag, PublishedLocale> locales;
    private final Map<PseudoLocale, PublishedLocale> pseudoLocales = new ConcurrentHashMap<>();

    /** The source of a snapshot: the metadata of a release and the documents of its locales. */
    public record SnapshotSource(CatalogName catalog, String title, LocaleTag sourceLocale, int release, Instant createdAt,
            List<LocaleDocuments> locales) {
    }

    /**
     * The documents of one locale. The suppliers may fetch and decompress on demand, on any thread.
     *
     * @param encodings the compressed bundle by content encoding
     */
    public record LocaleDocuments(LocaleTag locale, DocumentDigests digests, Supplier<byte[]> bundle, Supplier<byte[]> reference,
                            Supplier<Map<ContentEncoding, byte[]>> encodings) {
        LocaleDocuments(LocaleTag locale, byte[] bundle, byte[] reference) {
            this(locale, new DocumentDigests(Digest.of(bundle), Digest.of(reference)), () -> bundle, () -> reference, Map::of);
        }

        static LocaleDocuments of(FrozenLocale frozen) {
            return new LocaleDocuments(frozen.locale(), new DocumentDigests(frozen.bundleDigest(), frozen.referenceDigest()),
                    frozen::bundleBytes, frozen::reference, Map::of);
        }

        static LocaleDocuments of(ReleaseContent.LocaleContent it) {
            return new LocaleDocuments(it.locale(), new DocumentDigests(it.bundleDigest(), it.referenceDigest()),
                    () -> GzipBlobs.decompressVerified(it.bundle().get(ContentEncoding.GZIP), it.bundleDigest()),
                    () -> GzipBlobs.decompressVerified(it.reference(), it.referenceDigest()), it::bundle);
        }

        /** Returns a copy whose bundle and reference are already in memory. */
        LocaleDocuments loaded() {
            var bundleBytes = bundle.get();
            var referenceBytes = reference.get();
            return new LocaleDocuments(locale, digests, () -> bundleBytes, () -> referenceBytes, encodings);
        }
    }

    /**
     * Loads a snapshot from compressed documents.
     *
     * @param reusable snapshots whose unchanged locales may be shared
     */
    public static Snapshot of(ReleaseContent it, Collection<Snapshot> reusable) {
        return new Snapshot(new SnapshotSource(it.catalog(), it.title(), it.sourceLocale(), it.release(), it.createdAt(),
                it.locales().stream().map(LocaleDocuments::of).toList()), reusable);
    }

    /**
     * Loads a snapshot.
     *
     * @throws dev.parlance.rendering.syntax.TextSyntaxException if a text does not follow its syntax
     * @throws IllegalStateException if the documents do not match each other
     */
    public Snapshot(SnapshotSource source) {
        this(source, List.of());
    }

    /**
     * Loads a snapshot as {@link #Snapshot(SnapshotSource)} does, but shares unchanged locales.
     *
     * @param reusable snapshots whose unchanged locales may be shared
     */
    Snapshot(SnapshotSource source, Collection<Snapshot> reusable) {
        this(source, new OfferedLocales(source.sourceLocale(), source.locales().stream().map(LocaleDocuments::locale).toList()), reusable);
    }

    private Snapshot(SnapshotSource source, OfferedLocales offeredLocales, Collection<Snapshot> reusable) {
        this.catalog = source.catalog();
        this.title = source.title();
        this.release = source.release();
        this.createdAt = source.createdAt();
        this.offeredLocales = offeredLocales;
        this.locales = LoadLocales.load(source.locales(), reusable);
    }

    /** Returns the snapshot that a release of this draft would have, without a database. */
    public static Snapshot ofDraft(Draft draft, String title) {
        var documents = draft.locales().stream().map(it -> LocaleDocuments.of(FrozenLocale.of(draft, it, 0, null))).toList();
        return new Snapshot(new SnapshotSource(draft.catalog(), title, draft.sourceLocale(), 0, Instant.EPOCH, documents));
    }

    /**
     * Returns a snapshot of a draft in which only some of the offered locales can be read.
     *
     * @param locales locales of the draft, including its source locale
     */
    public static Snapshot ofDraft(Draft draft, String title, Collection<LocaleTag> locales, Instant createdAt) {
        var documents = locales.stream().map(it -> LocaleDocuments.of(FrozenLocale.of(draft, it, 0, null))).toList();
        return new Snapshot(new SnapshotSource(draft.catalog(), title, draft.sourceLocale(), DRAFT_RELEASE, createdAt, documents),
                new OfferedLocales(draft.sourceLocale(), draft.locales()), List.of());
    }

    public CatalogName catalog() {
        return catalog;
    }

    public String title() {
        return title;
    }

    public int release() {
        return release;
    }

    /** Returns whether this is a draft. The release number of a draft has no meaning. */
    public boolean isDraft() {
        return release == DRAFT_RELEASE;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Returns whether this is the release that a channel points at. */
    public boolean serves(ChannelHead head) {
        return release == head.release() && createdAt.equals(head.createdAt());
    }

    public OfferedLocales offeredLocales() {
        return offeredLocales;
    }

    /** Returns a pseudo-locale, created on first use. It is not part of the offered locales. */
    public PublishedLocale locale(PseudoLocale locale) {
        return pseudoLocales.computeIfAbsent(locale, it -> locale(offeredLocales.source()).pseudoLocalized(it, catalog.value(), release));
    }

    /**
     * Returns a locale.
     *
     * @param offered one of {@link #offeredLocales()}
     */
    public PublishedLocale locale(LocaleTag offered) {
        return locales.get(offered);
    }

    /** Returns the locales in memory: all offered ones, except for a draft. */
    public Collection<PublishedLocale> loadedLocales() {
        return locales.values();
    }

    /** Returns a locale; empty if it is not offered. */
    Optional<PublishedLocale> findLocale(LocaleTag locale) {
        return Optional.ofNullable(locales.get(locale));
    }
}
