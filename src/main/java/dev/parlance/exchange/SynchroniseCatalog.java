package dev.parlance.exchange;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.MessageDraft;
import dev.parlance.catalog.editing.MessageDrafts;
import dev.parlance.catalog.editing.MessageDrafts.BulkUpdate;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.PublishRelease;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Synchronises the database with a shipped catalog, and publishes the catalog if it has no release yet. */
@Singleton
public final class SynchroniseCatalog {
    /**
     * Above this number of texts, the planner statistics are refreshed. Without them, the checks before the first release of a new database
     * would compare each text with all others.
     */
    private static final int MANY_TEXTS = 1_000;

    private final Catalogs catalogs;
    private final CatalogRepositories repositories;
    private final PublishRelease publishRelease;
    private final WriteCatalog writeCatalog;
    private final MessageDrafts drafts;
    private final Transactions transactions;
    private final Clock clock;

    /** The repositories that a plan reads. */
    @Singleton
    public record CatalogRepositories(Messages messages, Texts texts, History history) {
    }

    public SynchroniseCatalog(Catalogs catalogs, CatalogRepositories repositories, PublishRelease publishRelease, WriteCatalog writeCatalog,
                              MessageDrafts drafts, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.repositories = repositories;
        this.publishRelease = publishRelease;
        this.writeCatalog = writeCatalog;
        this.drafts = drafts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The result of a synchronisation, for the log.
     *
     * <p>Later starts of the same version save nothing.
     *
     * @param conflicts shipped messages that were skipped
     */
    public record SyncResult(int savedMessages, int savedTexts, boolean released, List<SyncConflict> conflicts) {
        public SyncResult {
            conflicts = List.copyOf(conflicts);
        }
    }

    public SyncResult synchronise(ShippedCatalog shipped) {
        return transactions.call(() -> {
            var catalog = catalogs.lockOrCreate(shipped.name(), shipped.toContent().title(), shipped.toContent().sourceLocale());
            var plan = SynchronisationPlan.of(shipped, catalog.locales(),
                    repositories.messages().findAll(shipped.name()), repositories.texts().findAll(shipped.name()))
                    .withoutRemovedLocales(it -> existedBefore(shipped.name(), ChangeTarget.ofLocale(it)))
                    .withoutRemovedTexts(it -> existedBefore(shipped.name(), ChangeTarget.text(it.key(), it.locale())));
            if (!plan.isEmpty()) {
                apply(plan, catalog, shipped.toContent().requiredLocales());
            }
            return new SyncResult(plan.messages().size(), plan.texts().size(), publishRelease.publishFirst(catalog), plan.conflicts());
        });
    }

    private boolean existedBefore(CatalogName catalog, ChangeTarget target) {
        return repositories.history().lastVersion(catalog, target) > 0;
    }

    private void apply(SynchronisationPlan plan, Catalog catalog, Set<LocaleTag> required) {
        var revision = writeCatalog.beginRevision(catalog, ChangeContext.forShipment(clock.instant()));
        plan.newLocales().forEach(it -> {
            catalog.offerLocale(it, required.contains(it));
            revision.recordChange(ChangeTarget.ofLocale(it), catalog.version(), null,
                    new HistoryState.LocaleSettings(required.contains(it)));
        });
        catalogs.save(catalog);
        drafts.updateAll(revision, updates(plan, catalog.sourceLocale()));
        if (plan.texts().size() > MANY_TEXTS) {
            catalogs.refreshStatistics();
        }
    }

    /** Returns the updates in catalog order, source texts first, because translations refer to their content. */
    private static List<BulkUpdate> updates(SynchronisationPlan plan, LocaleTag source) {
        var changes = new LinkedHashMap<MessageKey, Consumer<MessageDraft>>();
        var created = new HashMap<MessageKey, Message.Definition>();
        plan.messages().forEach(it -> {
            if (it.stored().isEmpty()) {
                created.put(it.key(), it.definition());
            }
            changes.put(it.key(), draft -> {
                draft.updateDefinition(it.definition());
                draft.message().markShipped(it.digest());
            });
        });
        plan.textsSourceFirst(source).forEach(it -> changes.merge(it.key(), draft -> save(draft, it), Consumer::andThen));
        return changes.entrySet().stream()
                .map(it -> new BulkUpdate(it.getKey(), Optional.ofNullable(created.get(it.getKey())), it.getValue())).toList();
    }

    private static void save(MessageDraft draft, SynchronisationPlan.TextChange it) {
        draft.saveText(it.locale(), new HistoryState.RecordedText(it.content(), TextState.TRANSLATED,
                draft.currentSourceHash(it.locale()), Confirmations.NONE)).markShipped(it.digest());
    }
}
