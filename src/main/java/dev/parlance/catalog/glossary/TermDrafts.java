package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Glossary terms, for editing.
 *
 * <p>Records every change and resets the check results of the texts concerned. They are checked again when a release is cut, or in the
 * background by {@code RecheckBacklog}.
 */
@Singleton
public final class TermDrafts {
    /** The maximum size of a glossary. Every save of a text compares it with all terms. */
    static final int MAX_TERMS = 2000;

    private final Glossary glossary;
    private final History history;

    public TermDrafts(Glossary glossary, History history) {
        this.glossary = glossary;
        this.history = history;
    }

    Optional<GlossaryTerm> find(CatalogName catalog, String term) {
        return glossary.find(catalog, term);
    }

    /**
     * Creates, replaces or removes a term. The same content again changes nothing.
     *
     * @param newContent null to remove the term
     * @return the term as it is now; empty if it does not exist
     * @throws dev.parlance.problems.ProblemException {@code TOO_MANY_ITEMS} if the glossary is full
     */
    public Optional<GlossaryTerm> update(Revision revision, String term, HistoryState.@Nullable TermContent newContent) {
        var catalog = revision.catalog().name();
        var existing = glossary.find(catalog, term);
        var before = existing.map(GlossaryTerm::content).orElse(null);
        if (newContent == null) {
            existing.ifPresent(it -> {
                glossary.remove(it);
                revision.recordChange(ChangeTarget.term(term), it.version() + 1, before, null);
                resetCheckResults(revision, term);
            });
            return Optional.empty();
        } else if (newContent.equals(before)) {
            return existing;
        }
        var updatedTerm = existing.orElseGet(() -> create(catalog, term));
        updatedTerm.update(newContent);
        if (existing.isEmpty()) {
            glossary.add(updatedTerm);
        }
        revision.recordChange(ChangeTarget.term(term), updatedTerm.version(), before, newContent);
        resetCheckResults(revision, term);
        return Optional.of(updatedTerm);
    }

    private GlossaryTerm create(CatalogName catalog, String term) {
        if (glossary.size(catalog) >= MAX_TERMS) {
            throw ProblemType.TOO_MANY_ITEMS.with("/term", MAX_TERMS);
        }
        return new GlossaryTerm(catalog, term, history.lastVersion(catalog, ChangeTarget.term(term)));
    }

    private void resetCheckResults(Revision revision, String term) {
        var catalog = revision.catalog();
        glossary.resetCheckResults(catalog.name(), catalog.sourceLocale(), term)
                .forEach((locale, counts) -> catalog.addToCounts(locale, TextCounts.NONE.plus(counts, -1)));
    }
}
