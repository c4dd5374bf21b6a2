package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A word or phrase with required translations, or one that must not be translated. */
@Entity
@Table(name = "term")
public class GlossaryTerm {
    @EmbeddedId
    private Id id;
    private String notes;
    private boolean doNotTranslate;
    private TermTranslations translations;
    private int version;

    @Embeddable
    public record Id(String catalog, String term) {
    }

    /** For the persistence layer. */
    protected GlossaryTerm() {
    }

    /** @param version last version of a term that was removed from this place; 0 if there was none */
    GlossaryTerm(CatalogName catalog, String term, int version) {
        this.id = new Id(catalog.value(), term);
        this.version = version;
    }

    public String term() {
        return id.term();
    }

    public HistoryState.TermContent content() {
        return new HistoryState.TermContent(id.term(), doNotTranslate, notes, translations.byLocale());
    }

    /** Returns the version, which every change increments. */
    public int version() {
        return version;
    }

    void update(HistoryState.TermContent content) {
        this.notes = content.notes();
        this.doNotTranslate = content.doNotTranslate();
        this.translations = new TermTranslations(content.translations());
        this.version++;
    }
}
