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
    private final WriteCatalog write;
    private final TermDrafts terms;
    private final History history;

    public EditGlossary(WriteCatalog write, TermDrafts terms, History history) {
        this.write = write;
        this.terms = terms;
        this.history = history;
    }

    /**
     * Which term, as the caller knows it.
     *
     * @param seen the version the caller knows; empty where there must be none yet
     */
    public record SaveTermCommand(CatalogName catalog, String term, OptionalInt expectedVersion, ChangeContext context) {
    }

    /** @param made whether it is new */
    public record SavedTerm(GlossaryTerm term, boolean created) {
    }

    public SavedTerm put(SaveTermCommand order, HistoryState.OfTerm wanted) {
        return write.run(order.catalog(), order.context(), revision -> {
            var present = terms.find(order.catalog(), order.term());
            requireVersion(order, present);
            var saved = terms.save(revision, order.term(), wanted).orElseThrow();
            return new SavedTerm(saved, present.isEmpty());
        });
    }

    public void remove(SaveTermCommand order) {
        write.run(order.catalog(), order.context(), revision -> {
            var present = terms.find(order.catalog(), order.term());
            if (present.isEmpty()) {
                throw ProblemType.UNKNOWN_TERM.with(order.term(), order.catalog().value());
            }
            requireVersion(order, present);
            return terms.save(revision, order.term(), null);
        });
    }

    private void requireVersion(SaveTermCommand order, Optional<GlossaryTerm> present) {
        VersionCheck.requireVersion(history, order.catalog(), ChangeTarget.term(order.term()), order.expectedVersion(),
                present.map(it -> new VersionCheck.CurrentVersion(it.version(), it.historyState())));
    }
}
