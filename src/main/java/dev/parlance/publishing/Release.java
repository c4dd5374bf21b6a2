package dev.parlance.publishing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;

/** An immutable, numbered cut of a catalog at one of its revisions. */
@Entity
public class Release {
    @EmbeddedId
    private ReleaseId id;
    private long revision;
    private String title;
    private LocaleTag sourceLocale;
    private Instant createdAt;

    /** For the persistence layer. */
    protected Release() {
    }

    public Release(Catalog catalog, int number, Instant createdAt) {
        this.id = new ReleaseId(catalog.name().value(), number);
        this.revision = catalog.revision();
        this.title = catalog.title();
        this.sourceLocale = catalog.sourceLocale();
        this.createdAt = createdAt;
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

    public String title() {
        return title;
    }

    public LocaleTag sourceLocale() {
        return sourceLocale;
    }
}
