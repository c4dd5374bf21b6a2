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

/** What people change in glossaries. Each act is one transaction and one revision. */
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
     * Which term, as the caller knows it.
     *
     * @param seen the version the caller knows; empty where there must be none yet
     */
    public record TermTarget(CatalogName catalog, String term, OptionalInt expectedVersion, ChangeContext context) {
    }

    /** @param made whether it is new */
    public record SavedTerm(GlossaryTerm term, boolean created) {
    }

    public SavedTerm save(TermTarget target, HistoryState.TermContent content) {
        return writeCatalog.run(target.catalog(), target.context(), revision -> {
            var existing = terms.find(target.catalog(), target.term());
            requireVersion(target, existing);
            var saved = terms.update(revision, target.term(), content).orElseThrow();
            return new SavedTerm(saved, existing.isEmpty());
        });
    }

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
