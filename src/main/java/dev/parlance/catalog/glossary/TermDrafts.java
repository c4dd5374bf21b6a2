package dev.parlance.catalog.glossary;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Counts;
import dev.parlance.catalog.HistoryState;
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
    static final int MOST = 2000;

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
    public Optional<GlossaryTerm> save(Revision revision, String term, HistoryState.@Nullable OfTerm becomes) {
        var catalog = revision.catalog().name();
        var present = glossary.find(catalog, term);
        var before = present.map(GlossaryTerm::historyState).orElse(null);
        if (becomes == null) {
            present.ifPresent(it -> {
                glossary.remove(it);
                revision.record(ChangeTarget.term(term), it.version() + 1, before, null);
                recheck(revision, term);
            });
            return Optional.empty();
        } else if (becomes.equals(before)) {
            return present;
        }
        var its = present.orElseGet(() -> newTerm(catalog, term));
        its.replace(becomes);
        if (present.isEmpty()) {
            glossary.add(its);
        }
        revision.record(ChangeTarget.term(term), its.version(), before, becomes);
        recheck(revision, term);
        return Optional.of(its);
    }

    private GlossaryTerm newTerm(CatalogName catalog, String term) {
        if (glossary.size(catalog) >= MOST) {
            throw ProblemType.TOO_MANY_ITEMS.with("/term", MOST);
        }
        return new GlossaryTerm(catalog, term, history.lastVersion(catalog, ChangeTarget.term(term)));
    }

    private void recheck(Revision revision, String term) {
        var catalog = revision.catalog();
        glossary.markUnchecked(catalog.name(), catalog.sourceLocale(), term)
                .forEach((locale, counted) -> catalog.addToCounts(locale, Counts.NONE.plus(counted, -1)));
    }
}
