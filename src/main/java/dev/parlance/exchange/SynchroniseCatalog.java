package dev.parlance.exchange;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.PublishRelease;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings a shipped catalog into the database, and releases it where nothing is released yet. */
@Singleton
public final class SynchroniseCatalog {
    private final Catalogs catalogs;
    private final CatalogRepositories repositories;
    private final PublishRelease publishRelease;
    private final WriteCatalog writeCatalog;
    private final Transactions transactions;
    private final Clock clock;

    /** What a catalog has, and had. */
    @Singleton
    public record CatalogRepositories(Messages messages, Texts texts, History history) {
    }

    public SynchroniseCatalog(Catalogs catalogs, CatalogRepositories repositories, PublishRelease publishRelease, WriteCatalog writeCatalog, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.repositories = repositories;
        this.publishRelease = publishRelease;
        this.writeCatalog = writeCatalog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was done, for the log: on a second start, nothing. What clashes is not done. */
    public record SyncResult(int savedMessages, int savedTexts, boolean released, List<SyncConflict> conflicts) {
        public SyncResult {
            conflicts = List.copyOf(conflicts);
        }
    }

    public SyncResult synchronise(ShippedCatalog shipped) {
        return transactions.call(() -> {
            var catalog = catalogs.lockOrCreate(shipped.name(), shipped.toContent().title(), shipped.toContent().sourceLocale());
            var plan = SynchronisationPlan.of(shipped, catalog.locales(),
                    repositories.messages().findAll(shipped.name()), repositories.texts().findAll(shipped.name())).withoutRemovedTexts(it -> existedBefore(shipped.name(), it));
            if (!plan.isEmpty()) {
                apply(plan, catalog, shipped.toContent().requiredLocales());
            }
            return new SyncResult(plan.messages().size(), plan.texts().size(), publishRelease.publishFirst(catalog), plan.conflicts());
        });
    }

    private boolean existedBefore(CatalogName catalog, SynchronisationPlan.TextChange it) {
        return repositories.history().lastVersion(catalog, ChangeTarget.text(it.key(), it.locale())) > 0;
    }

    private void apply(SynchronisationPlan plan, Catalog catalog, Set<LocaleTag> required) {
        var revision = writeCatalog.beginRevision(catalog, ChangeContext.forShipment(clock.instant()));
        plan.newLocales().forEach(it -> {
            catalog.offerLocale(it, required.contains(it));
            revision.recordChange(ChangeTarget.ofLocale(it), catalog.version(), null, new HistoryState.LocaleSettings(required.contains(it)));
        });
        catalogs.save(catalog);
        plan.messages().forEach(it -> saveDefinition(revision, it));
        var sourceHashes = new HashMap<MessageKey, String>();
        plan.textsSourceFirst(catalog.sourceLocale()).forEach(it -> saveText(revision, it, sourceHashes));
        repositories.texts().resetCheckResults(catalog.name(), plan.messagesToRecheck(catalog.sourceLocale()));
        catalogs.recomputeCounts(catalog);
    }

    private void saveDefinition(Revision revision, SynchronisationPlan.DefinitionChange it) {
        var before = it.stored().map(stored -> new HistoryState.RecordedMessage(stored.definition())).orElse(null);
        var message = it.stored().orElseGet(() -> new Message(revision.catalog().name(), it.key(), it.definition()));
        if (before == null) {
            repositories.messages().add(message);
        } else {
            message.updateDefinition(it.definition());
        }
        message.markShipped(it.digest());
        revision.recordChange(ChangeTarget.message(it.key()), message.version(), before, new HistoryState.RecordedMessage(it.definition()));
    }

    /** @param sources the digest of the source of each message, as far as it is known */
    private void saveText(Revision revision, SynchronisationPlan.TextChange it, Map<MessageKey, String> sourceHashes) {
        var catalog = revision.catalog();
        var before = it.stored().map(MessageText::historyState).orElse(null);
        var text = it.stored().orElseGet(() -> new MessageText(catalog.name(), it.key(), it.locale(), 0));
        boolean isSource = it.locale().equals(catalog.sourceLocale());
        var sourceHash = isSource ? null : sourceHashes.computeIfAbsent(it.key(), key ->
                repositories.texts().find(catalog.name(), key, catalog.sourceLocale()).map(stored -> stored.content().contentHash()).orElse(null));
        text.updateContent(it.content(), TextState.TRANSLATED, sourceHash, Confirmations.NONE, revision.context().actor());
        text.markShipped(it.digest());
        if (isSource) {
            sourceHashes.put(it.key(), text.content().contentHash());
        }
        if (before == null) {
            repositories.texts().add(text);
        }
        revision.recordChange(ChangeTarget.text(it.key(), it.locale()), text.version(), before, text.historyState());
    }
}
