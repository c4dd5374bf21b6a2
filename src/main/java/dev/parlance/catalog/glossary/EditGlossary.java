package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.history.Act;
import dev.parlance.catalog.history.Change.Thing;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Seen;
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
    public record Order(CatalogName catalog, String term, OptionalInt seen, Act act) {
    }

    /** @param made whether it is new */
    public record Saved(GlossaryTerm term, boolean made) {
    }

    public Saved put(Order order, Recorded.OfTerm wanted) {
        return write.in(order.catalog(), order.act(), revision -> {
            var present = terms.find(order.catalog(), order.term());
            refuseOther(order, present);
            var saved = terms.become(revision, order.term(), wanted).orElseThrow();
            return new Saved(saved, present.isEmpty());
        });
    }

    public void remove(Order order) {
        write.in(order.catalog(), order.act(), revision -> {
            var present = terms.find(order.catalog(), order.term());
            if (present.isEmpty()) {
                throw ProblemType.UNKNOWN_TERM.with(order.term(), order.catalog().value());
            }
            refuseOther(order, present);
            return terms.become(revision, order.term(), null);
        });
    }

    private void refuseOther(Order order, Optional<GlossaryTerm> present) {
        Seen.refuseOther(history, order.catalog(), Thing.term(order.term()), order.seen(),
                present.map(it -> new Seen.Present(it.version(), it.recorded())));
    }
}
