package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Act;
import dev.parlance.catalog.history.Change.Thing;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.Seen;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** What people change in catalogs themselves: their settings and their locales. */
@Singleton
public final class EditCatalog {
    private final Catalogs catalogs;
    private final WriteCatalog write;
    private final History history;
    private final Transactions transactions;

    public EditCatalog(Catalogs catalogs, WriteCatalog write, History history, Transactions transactions) {
        this.catalogs = catalogs;
        this.write = write;
        this.history = history;
        this.transactions = transactions;
    }

    /**
     * A new catalog.
     *
     * @param locales with whether a release needs all of their texts; the source need not be among them
     */
    public record Wanted(CatalogName name, LocaleTag source, Recorded.OfCatalog settings, SortedMap<LocaleTag, Boolean> locales) {
    }

    public Catalog make(Wanted wanted, Act act) {
        return transactions.call(() -> {
            if (catalogs.has(wanted.name())) {
                throw ProblemType.ALREADY_EXISTS.with(wanted.name().value());
            }
            var catalog = catalogs.lockOrMake(wanted.name(), wanted.settings().title(), wanted.source());
            if (catalog.revision() > 0) {
                throw ProblemType.ALREADY_EXISTS.with(wanted.name().value());
            }
            var revision = write.open(catalog, act);
            catalog.set(wanted.settings());
            revision.record(Thing.CATALOG, catalog.version(), null, catalog.recorded());
            offer(revision, wanted.source(), true);
            wanted.locales().forEach((locale, required) -> {
                if (!locale.equals(wanted.source())) {
                    offer(revision, locale, required);
                }
            });
            catalogs.save(catalog);
            return catalog;
        });
    }

    /** @param becomes what the present settings turn into */
    public Catalog set(CatalogName name, int seen, UnaryOperator<Recorded.OfCatalog> becomes, Act act) {
        return write.in(name, act, revision -> {
            var catalog = revision.catalog();
            refuseOther(catalog, seen);
            // Who is answered sees them, and they can be read here only.
            var locales = catalog.locales();
            var before = catalog.recorded();
            var after = becomes.apply(before);
            if (!after.equals(before)) {
                boolean others = catalog.set(after);
                revision.record(Thing.CATALOG, catalog.version(), before, after);
                if (others) {
                    locales.forEach(catalog::textsChange);
                }
            }
            return catalog;
        });
    }

    /** A locale that the catalog offers from now on, or offers already. */
    public Catalog offer(CatalogName name, int seen, LocaleTag locale, boolean required, Act act) {
        return write.in(name, act, revision -> {
            refuseOther(revision.catalog(), seen);
            if (revision.catalog().locale(locale).filter(it -> it.required() == required).isEmpty()) {
                offer(revision, locale, required);
                catalogs.save(revision.catalog());
            }
            return revision.catalog();
        });
    }

    private static void offer(Revision revision, LocaleTag locale, boolean required) {
        var catalog = revision.catalog();
        var before = catalog.locale(locale).map(it -> new Recorded.OfLocale(it.required())).orElse(null);
        catalog.offer(locale, required);
        revision.record(Thing.locale(locale), catalog.version(), before, new Recorded.OfLocale(required));
    }

    private void refuseOther(Catalog catalog, int seen) {
        Seen.refuseOther(history, catalog.name(), Thing.CATALOG, OptionalInt.of(seen),
                Optional.of(new Seen.Present(catalog.version(), catalog.recorded())));
    }
}
