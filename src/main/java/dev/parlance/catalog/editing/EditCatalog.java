package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.VisibilityHistory;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.locales.FallbackChain;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates catalogs, and edits their settings and locales. */
@Singleton
public final class EditCatalog {
    /** The maximum number of locales of a catalog. Many responses list all locales, and snapshots number them in one byte. */
    public static final int MAX_LOCALES = 200;

    private final Catalogs catalogs;
    private final WriteCatalog writeCatalog;
    private final History history;
    private final Texts texts;
    private final VisibilityHistory visibility;
    private final Transactions transactions;

    public EditCatalog(Catalogs catalogs, WriteCatalog writeCatalog, History history, Texts texts, VisibilityHistory visibility,
            Transactions transactions) {
        this.catalogs = catalogs;
        this.visibility = visibility;
        this.texts = texts;
        this.writeCatalog = writeCatalog;
        this.history = history;
        this.transactions = transactions;
    }

    /**
     * A catalog to create.
     *
     * @param locales          whether a release requires all texts of the locale, by locale; need not contain the source locale
     * @param publiclyReadable whether anyone may read the releases
     */
    public record CreateCatalogCommand(CatalogName name, LocaleTag sourceLocale, HistoryState.CatalogSettings settings,
            SortedMap<LocaleTag, Boolean> locales, boolean publiclyReadable) {
    }

    /** Everything about a catalog that an update may replace. */
    public record CatalogState(HistoryState.CatalogSettings settings, LocaleTag sourceLocale, boolean publiclyReadable) {
        static CatalogState of(Catalog it) {
            return new CatalogState(it.settings(), it.sourceLocale(), it.publiclyReadable());
        }
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
            catalog.initializeVisibility(command.publiclyReadable());
            recordVisibility(catalog, context, null, command.publiclyReadable());
            catalog.updateSettings(command.settings());
            revision.recordChange(ChangeTarget.CATALOG, catalog.version(), null, catalog.settings());
            offerLocale(revision, command.sourceLocale(), true);
            command.locales().entrySet().stream().filter(it -> !it.getKey().equals(command.sourceLocale()))
                    .forEach(it -> offerLocale(revision, it.getKey(), it.getValue()));
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
        return update(name, expectedVersion,
                it -> new CatalogState(change.apply(it.settings()), it.sourceLocale(), it.publiclyReadable()), context);
    }

    /**
     * Changes a catalog. The source locale can be replaced until the first release, by a locale of the catalog.
     *
     * @param change computes the new state from the current one
     * @throws dev.parlance.problems.ProblemException as {@link #updateSettings}, {@code CATALOG_HAS_RELEASES} or {@code UNKNOWN_LOCALE}
     */
    public Catalog update(CatalogName name, int expectedVersion, UnaryOperator<CatalogState> change, ChangeContext context) {
        return writeCatalog.run(name, context, revision -> {
            var catalog = revision.catalog();
            requireVersion(catalog, expectedVersion);
            // Loads the lazy association while the session is open: the response lists the locales.
            catalog.locales();
            var before = CatalogState.of(catalog);
            var after = change.apply(before);
            if (!after.settings().equals(before.settings())) {
                updateSettings(revision, after.settings());
            }
            if (!after.sourceLocale().equals(before.sourceLocale())) {
                changeSourceLocale(revision, after.sourceLocale());
            }
            if (after.publiclyReadable() != before.publiclyReadable()) {
                catalog.setPubliclyReadable(after.publiclyReadable());
                recordReplaced(revision, null, before.publiclyReadable(), null, after.publiclyReadable());
                recordVisibility(catalog, context, before.publiclyReadable(), after.publiclyReadable());
            }
            return catalog;
        });
    }

    private static void updateSettings(Revision revision, HistoryState.CatalogSettings settings) {
        var catalog = revision.catalog();
        var before = catalog.settings();
        boolean releasedStatesChanged = catalog.updateSettings(settings);
        revision.recordChange(ChangeTarget.CATALOG, catalog.version(), before, settings);
        if (releasedStatesChanged) {
            catalog.locales().forEach(catalog::markTextsChanged);
        }
    }

    private void changeSourceLocale(Revision revision, LocaleTag locale) {
        var catalog = revision.catalog();
        requireUnreleased(catalog);
        catalog.requireLocale(locale);
        var before = catalog.sourceLocale();
        catalog.changeSourceLocale(locale);
        recordReplaced(revision, before, null, locale, null);
        catalogs.save(catalog);
        texts.changeSource(catalog.name(), locale);
        catalogs.recomputeCounts(catalog);
    }

    private static void recordReplaced(Revision revision, @Nullable LocaleTag sourceBefore, @Nullable Boolean publicBefore,
            @Nullable LocaleTag source, @Nullable Boolean publiclyReadable) {
        var settings = revision.catalog().settings();
        revision.recordChange(ChangeTarget.CATALOG, revision.catalog().version(), settings.with(sourceBefore, publicBefore),
                settings.with(source, publiclyReadable));
    }

    private void recordVisibility(Catalog catalog, ChangeContext context, @Nullable Boolean before, @Nullable Boolean after) {
        visibility.add(new VisibilityHistory.VisibilityChange(catalog.name(), context.actor(), context.timestamp(), before, after));
    }

    private void requireUnreleased(Catalog catalog) {
        if (catalogs.hasReleases(catalog.name())) {
            throw ProblemType.CATALOG_HAS_RELEASES.with(catalog.name().value());
        }
    }

    /**
     * Deletes a catalog that was never released, with its history. The history of its visibility remains.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, {@code STALE_REVISION} or {@code CATALOG_HAS_RELEASES}
     */
    public void delete(CatalogName name, int expectedVersion, ChangeContext context) {
        transactions.call(() -> {
            var catalog = catalogs.lock(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
            requireVersion(catalog, expectedVersion);
            requireUnreleased(catalog);
            recordVisibility(catalog, context, catalog.publiclyReadable(), null);
            catalogs.delete(name);
            return name;
        });
    }

    /**
     * Removes a locale and its texts from a catalog. Releases and the history keep them.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, {@code STALE_REVISION}, {@code UNKNOWN_LOCALE} or
     *         {@code SOURCE_LOCALE_NOT_REMOVABLE}
     */
    public Catalog removeLocale(CatalogName name, int expectedVersion, LocaleTag locale, ChangeContext context) {
        return writeCatalog.run(name, context, revision -> {
            var catalog = revision.catalog();
            requireVersion(catalog, expectedVersion);
            catalog.requireLocale(locale);
            if (locale.equals(catalog.sourceLocale())) {
                throw ProblemType.SOURCE_LOCALE_NOT_REMOVABLE.with(locale.value(), name.value());
            }
            var before = new HistoryState.LocaleSettings(catalog.findLocale(locale).orElseThrow().required());
            for (MessageText text : texts.findAll(name, locale)) {
                revision.recordChange(ChangeTarget.text(text.key(), locale), text.version() + 1, text.historyState(), null);
            }
            texts.removeAll(name, locale);
            catalog.removeLocale(locale);
            revision.recordChange(ChangeTarget.ofLocale(locale), catalog.version(), before, null);
            // The texts that readers of these locales fell back to are gone.
            catalog.locales().stream().filter(it -> FallbackChain.of(it).contains(locale)).forEach(catalog::markTextsChanged);
            catalogs.save(catalog);
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
