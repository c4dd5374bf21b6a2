package dev.parlance.catalog.history;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.locales.LocaleTag;
import org.jspecify.annotations.Nullable;

/**
 * One writing transaction on a catalog, under the lock on it. Counts itself with its first change, so that an act that changes
 * nothing leaves nothing.
 */
public final class Revision {
    private final Catalog catalog;
    private final History history;
    private final ChangeContext act;
    private int changeCount;

    Revision(Catalog catalog, History history, ChangeContext context) {
        this.catalog = catalog;
        this.history = history;
        this.act = context;
    }

    public Catalog catalog() {
        return catalog;
    }

    public ChangeContext context() {
        return act;
    }

    /** How many things were changed so far. */
    public int changeCount() {
        return changeCount;
    }

    /**
     * A thing is, or becomes, what {@code after} says.
     *
     * @param version of the thing, after the change
     * @param before  null where there was none
     * @param after   null where there is none any more
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
        history.add(new Change(new Change.Id(catalog.name().value(), catalog.revision(), changeCount), target, version, act, before, after));
    }
}
