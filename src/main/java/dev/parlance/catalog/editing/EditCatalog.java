package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.VersionCheck;
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
    public record CreateCatalogCommand(CatalogName name, LocaleTag source, HistoryState.OfCatalog settings, SortedMap<LocaleTag, Boolean> locales) {
    }

    public Catalog create(CreateCatalogCommand wanted, ChangeContext act) {
        return transactions.call(() -> {
            if (catalogs.exists(wanted.name())) {
                throw ProblemType.ALREADY_EXISTS.with(wanted.name().value());
            }
            var catalog = catalogs.lockOrCreate(wanted.name(), wanted.settings().title(), wanted.source());
            if (catalog.revision() > 0) {
                throw ProblemType.ALREADY_EXISTS.with(wanted.name().value());
            }
            var revision = write.newRevision(catalog, act);
            catalog.updateSettings(wanted.settings());
            revision.record(ChangeTarget.CATALOG, catalog.version(), null, catalog.historyState());
            setLocale(revision, wanted.source(), true);
            wanted.locales().forEach((locale, required) -> {
                if (!locale.equals(wanted.source())) {
                    setLocale(revision, locale, required);
                }
            });
            catalogs.save(catalog);
            return catalog;
        });
    }

    /** @param becomes what the present settings turn into */
    public Catalog updateSettings(CatalogName name, int seen, UnaryOperator<HistoryState.OfCatalog> becomes, ChangeContext act) {
        return write.run(name, act, revision -> {
            var catalog = revision.catalog();
            requireVersion(catalog, seen);
            // Who is answered sees them, and they can be read here only.
            var locales = catalog.locales();
            var before = catalog.historyState();
            var after = becomes.apply(before);
            if (!after.equals(before)) {
                boolean others = catalog.updateSettings(after);
                revision.record(ChangeTarget.CATALOG, catalog.version(), before, after);
                if (others) {
                    locales.forEach(catalog::markTextsChanged);
                }
            }
            return catalog;
        });
    }

    /** A locale that the catalog offers from now on, or offers already. */
    public Catalog setLocale(CatalogName name, int seen, LocaleTag locale, boolean required, ChangeContext act) {
        return write.run(name, act, revision -> {
            requireVersion(revision.catalog(), seen);
            if (revision.catalog().locale(locale).filter(it -> it.required() == required).isEmpty()) {
                setLocale(revision, locale, required);
                catalogs.save(revision.catalog());
            }
            return revision.catalog();
        });
    }

    private static void setLocale(Revision revision, LocaleTag locale, boolean required) {
        var catalog = revision.catalog();
        var before = catalog.locale(locale).map(it -> new HistoryState.OfLocale(it.required())).orElse(null);
        catalog.addLocale(locale, required);
        revision.record(ChangeTarget.locale(locale), catalog.version(), before, new HistoryState.OfLocale(required));
    }

    private void requireVersion(Catalog catalog, int seen) {
        VersionCheck.requireVersion(history, catalog.name(), ChangeTarget.CATALOG, OptionalInt.of(seen),
                Optional.of(new VersionCheck.CurrentVersion(catalog.version(), catalog.historyState())));
    }
}
