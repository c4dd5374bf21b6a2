package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A named set of messages with one source locale. */
@Entity
public class Catalog {
    @Id
    private String name;
    private String title;
    private LocaleTag sourceLocale;
    private long revision;

    private long definitionsRevision;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "catalog", insertable = false, updatable = false)
    private Set<CatalogLocale> locales = new HashSet<>();

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

    /** The revision that last changed a definition: a key, code, reason, status or contract. */
    public long definitionsRevision() {
        return definitionsRevision;
    }

    /** The locales that may have texts, the source among them. */
    public SortedSet<LocaleTag> locales() {
        return locales.stream().map(CatalogLocale::locale).collect(Collectors.toCollection(TreeSet::new));
    }

    /** With which no text may be missing in a release; the source always is among them. */
    public SortedSet<LocaleTag> requiredLocales() {
        var required = locales.stream().filter(CatalogLocale::required).map(CatalogLocale::locale)
                .collect(Collectors.toCollection(TreeSet::new));
        required.add(sourceLocale);
        return required;
    }

    /** The locales with texts that were changed after this revision. */
    public SortedSet<LocaleTag> localesChangedSince(long revision) {
        return locales.stream().filter(it -> it.revision() > revision).map(CatalogLocale::locale)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public void offer(LocaleTag locale, boolean required) {
        locales.add(new CatalogLocale(name(), locale, required, revision));
    }

    /** Counts a writing transaction. The caller holds the lock on this catalog. */
    public void nextRevision() {
        revision++;
    }

    /** The present revision adds, changes or removes definitions. */
    public void definitionsChange() {
        definitionsRevision = revision;
    }

    /** The present revision adds, changes or removes texts of an offered locale. */
    public void textsChange(LocaleTag locale) {
        locales.stream().filter(it -> it.locale().equals(locale)).forEach(it -> it.changedIn(revision));
    }
}
