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
 * Terms, for those who change them. Writes down what happens; what the checks said of the texts concerned is no longer true, and is
 * found out anew when it is next asked for.
 */
@Singleton
public final class TermDrafts {
    /** Each save of a text has them all looked at. */
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

    /** @param becomes what the term is from now on; null where it shall be none */
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
