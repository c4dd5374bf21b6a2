package dev.parlance.publishing;

import dev.parlance.locales.LocaleTag;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One locale of a release: which blobs it is made of. */
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

    ReleaseBundle(ReleaseId release, Frozen frozen) {
        this.id = new Id(release.catalog(), release.number(), frozen.locale().value());
        this.changedIn = frozen.changedIn();
        this.bundleDigest = Digest.of(frozen.bundle()).hex();
        this.referenceDigest = Digest.of(frozen.reference()).hex();
    }

    public LocaleTag locale() {
        return new LocaleTag(id.locale());
    }

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
