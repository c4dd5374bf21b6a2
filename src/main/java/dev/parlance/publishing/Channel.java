package dev.parlance.publishing;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;

/** A named pointer to a release of its catalog. */
@Entity
public class Channel {
    /** The channel that is read when none is named. */
    public static final String PRODUCTION = "production";

    @EmbeddedId
    private Id id;
    private int release;

    /** The natural key. */
    @Embeddable
    public record Id(String catalog, String name) {
    }

    /** For the persistence layer. */
    protected Channel() {
    }

    Channel(String name, ReleaseId release) {
        this.id = new Id(release.catalog(), name);
        this.release = release.number();
    }
}
