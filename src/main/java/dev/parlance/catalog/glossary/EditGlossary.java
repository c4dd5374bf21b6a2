package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Edits glossary terms. Each operation is one transaction and one revision. */
@Singleton
public final class EditGlossary {
    private final WriteCatalog writeCatalog;
    private final TermDrafts terms;
    private final History history;

    public EditGlossary(WriteCatalog writeCatalog, TermDrafts terms, History history) {
        this.writeCatalog = writeCatalog;
        this.terms = terms;
        this.history = history;
    }

    /**
     * The term to edit, with the version that the caller expects.
     *
     * @param expectedVersion empty if the term must not exist yet
     */
    public record TermTarget(CatalogName catalog, String term, OptionalInt expectedVersion, ChangeContext context) {
    }

    /**
     * The result of saving a term.
     *
     * @param created whether the term is new
     */
    public record SavedTerm(GlossaryTerm term, boolean created) {
    }

    /**
     * Creates or replaces a term.
     *
     * @throws dev.parlance.problems.ProblemException {@code STALE_REVISION}, or {@code TOO_MANY_ITEMS} if the glossary is full
     */
    public SavedTerm save(TermTarget target, HistoryState.TermContent content) {
        return save(target, existing -> content);
    }

    /**
     * Creates or replaces a term, with content that depends on the existing one.
     *
     * @throws dev.parlance.problems.ProblemException as {@link #save(TermTarget, HistoryState.TermContent)}
     */
    public SavedTerm save(TermTarget target, Function<Optional<HistoryState.TermContent>, HistoryState.TermContent> content) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> {
            var existing = terms.find(target.catalog(), target.term());
            requireVersion(target, existing);
            var saved = terms.update(revision, target.term(), content.apply(existing.map(GlossaryTerm::content))).orElseThrow();
            return new SavedTerm(saved, existing.isEmpty());
        });
    }

    /**
     * Removes a term.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_TERM} or {@code STALE_REVISION}
     */
    public void remove(TermTarget target) {
        writeCatalog.run(target.catalog(), target.context(), revision -> {
            var existing = terms.find(target.catalog(), target.term());
            if (existing.isEmpty()) {
                throw ProblemType.UNKNOWN_TERM.with(target.term(), target.catalog().value());
            }
            requireVersion(target, existing);
            return terms.update(revision, target.term(), null);
        });
    }

    private void requireVersion(TermTarget target, Optional<GlossaryTerm> existing) {
        VersionCheck.requireVersion(history, target.catalog(), ChangeTarget.term(target.term()), target.expectedVersion(),
                existing.map(it -> new VersionCheck.VersionedState(it.version(), it.content())));
    }
}
