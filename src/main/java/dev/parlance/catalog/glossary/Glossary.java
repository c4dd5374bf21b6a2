package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.TextCounts;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The repository of glossary terms. */
public interface Glossary {

    /** Returns the terms that apply to a locale: those with a translation, or not to be translated. */
    List<CheckedTerm> checkedTerms(CatalogName catalog, LocaleTag locale);

    Optional<GlossaryTerm> find(CatalogName catalog, String term);

    /** Returns terms sorted by name, starting after {@code after}; the empty string starts with the first. */
    List<GlossaryTerm> page(CatalogName catalog, String after, int limit);

    int size(CatalogName catalog);

    void add(GlossaryTerm term);

    void remove(GlossaryTerm term);

    /**
     * Resets the check results of all translations whose source contains a term in any case.
     *
     * <p>May match too many sources, but never misses one.
     *
     * @return by locale, the errors and warnings that were counted for these texts and no longer are
     */
    Map<LocaleTag, TextCounts> resetCheckResults(CatalogName catalog, LocaleTag sourceLocale, String term);
}
