package dev.parlance.catalog.history;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.history.Change.Thing;
import dev.parlance.locales.LocaleTag;
import org.jspecify.annotations.Nullable;

/**
 * One writing transaction on a catalog, under the lock on it. Counts itself with its first change, so that an act that changes
 * nothing leaves nothing.
 */
public final class Revision {
    private final Catalog catalog;
    private final History history;
    private final Act act;
    private int changes;

    Revision(Catalog catalog, History history, Act act) {
        this.catalog = catalog;
        this.history = history;
        this.act = act;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Act act() {
        return act;
    }

    /** How many things were changed so far. */
    public int changes() {
        return changes;
    }

    /**
     * A thing is, or becomes, what {@code after} says.
     *
     * @param version of the thing, after the change
     * @param before  null where there was none
     * @param after   null where there is none any more
     */
    public void record(Thing thing, int version, @Nullable Recorded before, @Nullable Recorded after) {
        if (changes++ == 0) {
            catalog.nextRevision();
        }
        switch (thing.subject()) {
            case MESSAGE -> catalog.definitionsChange();
            case TEXT -> catalog.textsChange(new LocaleTag(thing.locale()));
            case CATALOG, LOCALE, TERM -> {
            }
        }
        history.add(new Change(new Change.Id(catalog.name().value(), catalog.revision(), changes), thing, version, act, before, after));
    }
}
