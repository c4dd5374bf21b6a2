package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.Renderer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
     * The bytes of one locale.
     *
     * @param encodings of the bundle
     */
    public record Documents(LocaleTag locale, byte[] bundle, byte[] reference, Map<Encoding, byte[]> encodings) {
        static Documents of(Frozen frozen) {
            return new Documents(frozen.locale(), frozen.bundle(), frozen.reference(), Map.of());
        }

        static Documents of(ReleaseContent.LocaleContent it) {
            return new Documents(it.locale(), Gunzip.checked(it.bundle().get(Encoding.GZIP), it.bundleDigest()),
                    Gunzip.checked(it.reference(), it.referenceDigest()), it.bundle());
        }
    }

    public static Snapshot of(ReleaseContent it) {
        return new Snapshot(new Source(it.catalog(), it.title(), it.source(), it.release(), it.cutAt(),
                it.locales().stream().map(Documents::of).toList()));
    }

    public Snapshot(Source source) {
        this.catalog = source.catalog();
        this.title = source.title();
        this.release = source.release();
        this.cutAt = source.cutAt();
        this.offered = new OfferedLocales(source.sourceLocale(), source.locales().stream().map(Documents::locale).toList());
        this.locales = new LinkedHashMap<>();
        var renderer = new Renderer();
        for (var it : source.locales()) {
            locales.put(it.locale(), new PublishedLocale(it, renderer));
        }
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
}
