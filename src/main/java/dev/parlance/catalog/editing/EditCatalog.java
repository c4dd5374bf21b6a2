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
    private final WriteCatalog writeCatalog;
    private final History history;
    private final Transactions transactions;

    public EditCatalog(Catalogs catalogs, WriteCatalog writeCatalog, History history, Transactions transactions) {
        this.catalogs = catalogs;
        this.writeCatalog = writeCatalog;
        this.history = history;
        this.transactions = transactions;
    }

    /**
     * A new catalog.
     *
     * @param locales with whether a release needs all of their texts; the source need not be among them
     */
    public record CreateCatalogCommand(CatalogName name, LocaleTag sourceLocale, HistoryState.CatalogSettings settings, SortedMap<LocaleTag, Boolean> locales) {
    }

    public Catalog create(CreateCatalogCommand command, ChangeContext context) {
        return transactions.call(() -> {
            if (catalogs.exists(command.name())) {
                throw ProblemType.ALREADY_EXISTS.with(command.name().value());
            }
            var catalog = catalogs.lockOrCreate(command.name(), command.settings().title(), command.sourceLocale());
            if (catalog.revision() > 0) {
                throw ProblemType.ALREADY_EXISTS.with(command.name().value());
            }
            var revision = writeCatalog.beginRevision(catalog, context);
            catalog.updateSettings(command.settings());
            revision.recordChange(ChangeTarget.CATALOG, catalog.version(), null, catalog.settings());
            offerLocale(revision, command.sourceLocale(), true);
            command.locales().forEach((locale, required) -> {
                if (!locale.equals(command.sourceLocale())) {
                    offerLocale(revision, locale, required);
                }
            });
            catalogs.save(catalog);
            return catalog;
        });
    }

    /** @param becomes what the present settings turn into */
    public Catalog updateSettings(CatalogName name, int expectedVersion, UnaryOperator<HistoryState.CatalogSettings> change, ChangeContext context) {
        return writeCatalog.run(name, context, revision -> {
            var catalog = revision.catalog();
            requireVersion(catalog, expectedVersion);
            // Who is answered sees them, and they can be read here only.
            var locales = catalog.locales();
            var before = catalog.settings();
            var after = change.apply(before);
            if (!after.equals(before)) {
                boolean releasedStatesChanged = catalog.updateSettings(after);
                revision.recordChange(ChangeTarget.CATALOG, catalog.version(), before, after);
                if (releasedStatesChanged) {
                    locales.forEach(catalog::markTextsChanged);
                }
            }
            return catalog;
        });
    }

    /** A locale that the catalog offers from now on, or offers already. */
    public Catalog offerLocale(CatalogName name, int expectedVersion, LocaleTag locale, boolean required, ChangeContext context) {
        return writeCatalog.run(name, context, revision -> {
            requireVersion(revision.catalog(), expectedVersion);
            if (revision.catalog().findLocale(locale).filter(it -> it.required() == required).isEmpty()) {
                offerLocale(revision, locale, required);
                catalogs.save(revision.catalog());
            }
            return revision.catalog();
        });
    }

    private static void offerLocale(Revision revision, LocaleTag locale, boolean required) {
        var catalog = revision.catalog();
        var before = catalog.findLocale(locale).map(it -> new HistoryState.LocaleSettings(it.required())).orElse(null);
        catalog.offerLocale(locale, required);
        revision.recordChange(ChangeTarget.ofLocale(locale), catalog.version(), before, new HistoryState.LocaleSettings(required));
    }

    private void requireVersion(Catalog catalog, int expectedVersion) {
        VersionCheck.requireVersion(history, catalog.name(), ChangeTarget.CATALOG, OptionalInt.of(expectedVersion),
                Optional.of(new VersionCheck.VersionedState(catalog.version(), catalog.settings())));
    }
}
