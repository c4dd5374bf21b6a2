package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the glossary of a catalog. */
@Singleton
public final class ReadGlossary {
    private final Catalogs catalogs;
    private final Glossary glossary;
    private final Transactions transactions;

    public ReadGlossary(Catalogs catalogs, Glossary glossary, Transactions transactions) {
        this.catalogs = catalogs;
        this.glossary = glossary;
        this.transactions = transactions;
    }

    /**
     * Returns terms, sorted.
     *
     * @param after only terms after this one; empty for the first page
     * @throws dev.parlance.problems.ProblemException if there is no such catalog
     */
    public List<GlossaryTerm> page(CatalogName catalog, String after, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return glossary.page(catalog, after, limit);
        });
    }

    /** @throws dev.parlance.problems.ProblemException if there is no such catalog or term */
    public GlossaryTerm get(CatalogName catalog, String term) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return glossary.find(catalog, term).orElseThrow(() -> ProblemType.UNKNOWN_TERM.with(term, catalog.value()));
        });
    }
}
