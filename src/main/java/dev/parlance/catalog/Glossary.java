package dev.parlance.catalog;

import dev.parlance.checks.Term;
import dev.parlance.locales.LocaleTag;
import java.util.List;

/** The terms of the catalogs, and how they are to be translated. */
public interface Glossary {

    /** As the checks want them, for one locale. */
    List<Term> terms(CatalogName catalog, LocaleTag locale);
}
