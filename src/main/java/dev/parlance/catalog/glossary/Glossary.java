package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.TextCounts;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terms of the catalogs, and how they are to be translated. */
public interface Glossary {

    /** As the checks want them, for one locale; those that say nothing for it are left out. */
    List<CheckedTerm> checkedTerms(CatalogName catalog, LocaleTag locale);

    Optional<GlossaryTerm> find(CatalogName catalog, String term);

    /** Sorted, from the one after {@code after}; the empty text stands before all. */
    List<GlossaryTerm> page(CatalogName catalog, String after, int limit);

    int size(CatalogName catalog);

    void add(GlossaryTerm term);

    void remove(GlossaryTerm term);

    /**
     * Forgets what the checks said of the translations of all sources that hold a term, in whatever case. Rather some too many than
     * one too few.
     *
     * @return by locale, what they count for in the catalog and, unjudged, do no more
     */
    Map<LocaleTag, TextCounts> resetCheckResults(CatalogName catalog, LocaleTag sourceLocale, String term);
}
