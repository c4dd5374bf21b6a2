package dev.parlance.publishing.release;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One locale of a release: the digests of its bundle and its reference document. */
@Entity
@Table(name = "release_bundle")
public class ReleaseBundle {
    @EmbeddedId
    private Id id;
    private int changedIn;
    private String bundleDigest;
    private String referenceDigest;

    /** The natural key. */
    @Embeddable
    public record Id(String catalog, int number, String locale) {
    }

    /** For the persistence layer. */
    protected ReleaseBundle() {
    }

    ReleaseBundle(ReleaseId release, LocaleTag locale, int changedIn, Digest bundle, Digest reference) {
        this.id = new Id(release.catalog(), release.number(), locale.value());
        this.changedIn = changedIn;
        this.bundleDigest = bundle.hex();
        this.referenceDigest = reference.hex();
    }

    public static ReleaseBundle of(ReleaseId release, FrozenLocale frozen) {
        return new ReleaseBundle(release, frozen.locale(), frozen.changedIn(), frozen.bundleDigest(), frozen.referenceDigest());
    }

    /** Returns the entry of a later release that has the same bytes. */
    ReleaseBundle copyTo(ReleaseId release) {
        return new ReleaseBundle(release, locale(), changedIn, bundle(), reference());
    }

    public LocaleTag locale() {
        return new LocaleTag(id.locale());
    }

    /** Returns the release in which the bytes of the bundle were created. */
    public int changedIn() {
        return changedIn;
    }

    public Digest bundle() {
        return new Digest(bundleDigest);
    }

    public Digest reference() {
        return new Digest(referenceDigest);
    }
}
