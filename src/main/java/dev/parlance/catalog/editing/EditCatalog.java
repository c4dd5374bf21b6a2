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

/** Creates catalogs, and edits their settings and locales. */
@Singleton
public final class EditCatalog {
    /** The maximum number of locales of a catalog. Many responses list all locales, and snapshots number them in one byte. */
    public static final int MAX_LOCALES = 200;

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
     * A catalog to create.
     *
     * @param locales whether a release requires all texts of the locale, by locale; need not contain the source locale
     */
    public record CreateCatalogCommand(CatalogName name, LocaleTag sourceLocale, HistoryState.CatalogSettings settings,
            SortedMap<LocaleTag, Boolean> locales) {
    }

    /**
     * Creates a catalog with its locales.
     *
     * @throws dev.parlance.problems.ProblemException {@code ALREADY_EXISTS}, or {@code TOO_MANY_ITEMS} for too many locales
     */
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

    /**
     * Changes the settings of a catalog.
     *
     * @param change computes the new settings from the current ones
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code STALE_REVISION}
     */
    public Catalog updateSettings(CatalogName name, int expectedVersion, UnaryOperator<HistoryState.CatalogSettings> change,
            ChangeContext context) {
        return writeCatalog.run(name, context, revision -> {
            var catalog = revision.catalog();
            requireVersion(catalog, expectedVersion);
            // Loads the lazy association while the session is open: the response lists the locales.
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

    /**
     * Adds a locale to a catalog, or changes whether it is required.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, {@code STALE_REVISION}, or {@code TOO_MANY_ITEMS} if the
     *         catalog has {@link #MAX_LOCALES} locales
     */
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
        if (catalog.findLocale(locale).isEmpty() && catalog.locales().size() >= MAX_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with("/locales", MAX_LOCALES);
        }
        var before = catalog.findLocale(locale).map(it -> new HistoryState.LocaleSettings(it.required())).orElse(null);
        catalog.offerLocale(locale, required);
        revision.recordChange(ChangeTarget.ofLocale(locale), catalog.version(), before, new HistoryState.LocaleSettings(required));
    }

    private void requireVersion(Catalog catalog, int expectedVersion) {
        VersionCheck.requireVersion(history, catalog.name(), ChangeTarget.CATALOG, OptionalInt.of(expectedVersion),
                Optional.of(new VersionCheck.VersionedState(catalog.version(), catalog.settings())));
    }
}
