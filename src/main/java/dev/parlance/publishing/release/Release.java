package dev.parlance.publishing.release;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An immutable, numbered cut of a catalog at one of its revisions. */
@Entity
public class Release {
    @EmbeddedId
    private ReleaseId id;
    private long revision;
    private String title;
    private LocaleTag sourceLocale;
    private Instant createdAt;
    private @Nullable String createdBy;
    private String comment;

    /** For the persistence layer. */
    protected Release() {
    }

    public Release(Catalog catalog, int number, Instant createdAt, String createdBy, String comment) {
        this.id = new ReleaseId(catalog.name().value(), number);
        this.revision = catalog.revision();
        this.title = catalog.title();
        this.sourceLocale = catalog.sourceLocale();
        // The database stores microseconds.
        this.createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        this.createdBy = createdBy;
        this.comment = comment;
    }

    public ReleaseId id() {
        return id;
    }

    public CatalogName catalog() {
        return new CatalogName(id.catalog());
    }

    public int number() {
        return id.number();
    }

    /** Returns the revision of the catalog at which the draft was cut. */
    public long revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Returns the actor; empty for releases cut before the actor was recorded. */
    public Optional<String> createdBy() {
        return Optional.ofNullable(createdBy);
    }

    public String comment() {
        return comment;
    }

    public String title() {
        return title;
    }

    public LocaleTag sourceLocale() {
        return sourceLocale;
    }
}
