package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A locale in which a catalog has texts, with the counts of these texts. */
@Entity
@Table(name = "catalog_locale")
public class CatalogLocale {
    @EmbeddedId
    private Id id;
    private long revision;
    private boolean required;
    private int drafts;
    private int translated;
    private int approved;
    private int stale;
    private int faulty;
    private int warned;

    /** The natural key. */
    @Embeddable
    public record Id(String catalog, String locale) {
    }

    /** For the persistence layer. */
    protected CatalogLocale() {
    }

    CatalogLocale(CatalogName catalog, LocaleTag locale, boolean required, long revision) {
        this.id = new Id(catalog.value(), locale.value());
        this.required = required;
        this.revision = revision;
    }

    public LocaleTag locale() {
        return LocaleTag.parse(id.locale());
    }

    /** Returns the revision of the catalog that last changed a text of this locale. */
    public long revision() {
        return revision;
    }

    /** Returns whether a release requires all texts of this locale. */
    public boolean required() {
        return required;
    }

    /** Returns the counts of the texts of released messages. */
    public TextCounts counts() {
        return new TextCounts(drafts, translated, approved, stale, faulty, warned);
    }

    void updateRequired(boolean required) {
        this.required = required;
    }

    void addToCounts(TextCounts delta) {
        this.drafts += delta.drafts();
        this.translated += delta.translated();
        this.approved += delta.approved();
        this.stale += delta.stale();
        this.faulty += delta.withErrors();
        this.warned += delta.withWarnings();
    }

    void markChanged(long revision) {
        this.revision = revision;
    }
}
