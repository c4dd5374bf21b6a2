package dev.parlance.publishing.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.publishing.release.Head;
import dev.parlance.publishing.release.Digest;
import dev.parlance.publishing.release.Draft;
import dev.parlance.publishing.release.Encoding;
import dev.parlance.publishing.release.Frozen;
import dev.parlance.publishing.release.Gunzip;
import dev.parlance.publishing.release.ReleaseContent;
import dev.parlance.rendering.PseudoLocale;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A release loaded in memory: compiled, thread-safe, never changed. */
public final class Snapshot {
    private final CatalogName catalog;
    private final String title;
    private final int release;
    private final Instant cutAt;
    private final OfferedLocales offered;
    private final Map<LocaleTag, PublishedLocale> locales;
    private final Map<PseudoLocale, PublishedLocale> pseudo = new ConcurrentHashMap<>();

    /** What a snapshot is made from: a release's head and the documents of its locales. */
    public record Source(CatalogName catalog, String title, LocaleTag sourceLocale, int release, Instant cutAt, List<Documents> locales) {
    }

    /**
     * The bytes of one locale, which may be fetched and unpacked when they are asked for, on any thread.
     *
     * @param encodings of the bundle
     */
    public record Documents(LocaleTag locale, Origin origin, Supplier<byte[]> bundle, Supplier<byte[]> reference,
                            Supplier<Map<Encoding, byte[]>> encodings) {
        Documents(LocaleTag locale, byte[] bundle, byte[] reference) {
            this(locale, new Origin(Digest.of(bundle), Digest.of(reference)), () -> bundle, () -> reference, Map::of);
        }

        static Documents of(Frozen frozen) {
            return new Documents(frozen.locale(), new Origin(frozen.bundleDigest(), frozen.referenceDigest()), frozen::bundle,
                    frozen::reference, Map::of);
        }

        static Documents of(ReleaseContent.LocaleContent it) {
            return new Documents(it.locale(), new Origin(it.bundleDigest(), it.referenceDigest()),
                    () -> Gunzip.checked(it.bundle().get(Encoding.GZIP), it.bundleDigest()),
                    () -> Gunzip.checked(it.reference(), it.referenceDigest()), it::bundle);
        }

        /** The same at hand. */
        Documents unpacked() {
            var its = bundle.get();
            var unpacked = reference.get();
            return new Documents(locale, origin, () -> its, () -> unpacked, encodings);
        }
    }

    /** @param known snapshots whose locales it may share */
    public static Snapshot of(ReleaseContent it, Collection<Snapshot> known) {
        return new Snapshot(new Source(it.catalog(), it.title(), it.source(), it.release(), it.cutAt(),
                it.locales().stream().map(Documents::of).toList()), known);
    }

    /**
     * @throws dev.parlance.rendering.BadText where a text does not follow its syntax
     * @throws IllegalStateException          where the documents do not fit each other
     */
    public Snapshot(Source source) {
        this(source, List.of());
    }

    /**
     * As {@link #Snapshot(Source)}, but what did not change is not loaded again.
     *
     * @param known snapshots whose locales it may share
     */
    Snapshot(Source source, Collection<Snapshot> known) {
        this.catalog = source.catalog();
        this.title = source.title();
        this.release = source.release();
        this.cutAt = source.cutAt();
        this.offered = new OfferedLocales(source.sourceLocale(), source.locales().stream().map(Documents::locale).toList());
        this.locales = LoadLocales.of(source.locales(), known);
    }

    /** A draft as if it were released, without a database. */
    public static Snapshot unreleased(Draft draft, String title) {
        var documents = draft.locales().stream().map(it -> Documents.of(Frozen.of(draft, it, 0, null))).toList();
        return new Snapshot(new Source(draft.catalog(), title, draft.source(), 0, Instant.EPOCH, documents));
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

    public Instant cutAt() {
        return cutAt;
    }

    /** Whether this is the release that a channel points at. */
    public boolean serves(Head head) {
        return release == head.release() && cutAt.equals(head.cutAt());
    }

    public OfferedLocales offered() {
        return offered;
    }

    /** Made when first asked for, and never listed. */
    public PublishedLocale in(PseudoLocale locale) {
        return pseudo.computeIfAbsent(locale, it -> in(offered.source()).as(it, catalog.value(), release));
    }

    /** @param offered one of {@link #offered()} */
    public PublishedLocale in(LocaleTag offered) {
        return locales.get(offered);
    }

    /** Unlike {@link #in(LocaleTag)} for any locale. */
    Optional<PublishedLocale> find(LocaleTag locale) {
        return Optional.ofNullable(locales.get(locale));
    }
}
