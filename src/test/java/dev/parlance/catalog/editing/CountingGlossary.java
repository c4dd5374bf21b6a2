package dev.parlance.catalog.editing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.glossary.GlossaryTerm;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts how often the checks read the terms: once for each run. */
final class CountingGlossary implements Glossary {
    private final Glossary glossary;
    private int reads;

    CountingGlossary(Glossary glossary) {
        this.glossary = glossary;
    }

    int reads() {
        return reads;
    }

    @Override
    public List<CheckedTerm> checkedTerms(CatalogName catalog, LocaleTag locale) {
        reads++;
        return glossary.checkedTerms(catalog, locale);
    }

    @Override
    public Optional<GlossaryTerm> find(CatalogName catalog, String term) {
        return glossary.find(catalog, term);
    }

    @Override
    public List<GlossaryTerm> page(CatalogName catalog, String after, int limit) {
        return glossary.page(catalog, after, limit);
    }

    @Override
    public int size(CatalogName catalog) {
        return glossary.size(catalog);
    }

    @Override
    public void add(GlossaryTerm term) {
        glossary.add(term);
    }

    @Override
    public void remove(GlossaryTerm term) {
        glossary.remove(term);
    }

    @Override
    public Map<LocaleTag, TextCounts> resetCheckResults(CatalogName catalog, LocaleTag sourceLocale, String term) {
        return glossary.resetCheckResults(catalog, sourceLocale, term);
    }
}
