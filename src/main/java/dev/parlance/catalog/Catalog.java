package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A named set of messages with one source locale. */
@Entity
public class Catalog {
    @Id
    private String name;
    private String title;
    private LocaleTag sourceLocale;
    private long revision;

    @ElementCollection
    @CollectionTable(name = "catalog_locale", joinColumns = @JoinColumn(name = "catalog"))
    @Column(name = "locale")
    private Set<LocaleTag> locales = new HashSet<>();

    /** For the persistence layer. */
    protected Catalog() {
    }

    public CatalogName name() {
        return new CatalogName(name);
    }

    public String title() {
        return title;
    }

    public LocaleTag sourceLocale() {
        return sourceLocale;
    }

    /** How many writing transactions there were. */
    public long revision() {
        return revision;
    }

    /** The locales that may have texts, the source among them. */
    public SortedSet<LocaleTag> locales() {
        return new TreeSet<>(locales);
    }

    public void offer(LocaleTag locale) {
        locales.add(locale);
    }

    /** Counts a writing transaction. The caller holds the lock on this catalog. */
    public void nextRevision() {
        revision++;
    }
}
