package dev.parlance.catalog.history;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.locales.LocaleTag;
import org.jspecify.annotations.Nullable;

/**
 * One writing transaction on a catalog, under the lock on it.
 *
 * <p>The first recorded change increments the revision of the catalog, so a transaction that changes nothing leaves no trace.
 */
public final class Revision {
    private final Catalog catalog;
    private final History history;
    private final ChangeContext context;
    private int changeCount;

    Revision(Catalog catalog, History history, ChangeContext context) {
        this.catalog = catalog;
        this.history = history;
        this.context = context;
    }

    public Catalog catalog() {
        return catalog;
    }

    public ChangeContext context() {
        return context;
    }

    /** Returns the number of changes recorded so far. */
    public int changeCount() {
        return changeCount;
    }

    /**
     * Records a change in history and marks in the catalog what changed.
     *
     * @param version version of the target after the change
     * @param before  null if the change creates the target
     * @param after   null if the change removes the target
     */
    public void recordChange(ChangeTarget target, int version, @Nullable HistoryState before, @Nullable HistoryState after) {
        if (changeCount++ == 0) {
            catalog.incrementRevision();
        }
        switch (target.subject()) {
            case MESSAGE -> catalog.markDefinitionsChanged();
            case TEXT -> catalog.markTextsChanged(new LocaleTag(target.ofLocale()));
            case CATALOG, LOCALE, TERM -> {
            }
        }
        history.add(new Change(new Change.Id(catalog.name().value(), catalog.revision(), changeCount), target, version, context, before,
                after));
    }
}
