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
    private final DraftStores rows;
    private final PublishRelease publish;
    private final WriteCatalog write;
    private final Transactions transactions;
    private final Clock clock;

    /** What a catalog has, and had. */
    @Singleton
    public record DraftStores(Messages messages, Texts texts, History history) {
    }

    public SynchroniseCatalog(Catalogs catalogs, DraftStores rows, PublishRelease publish, WriteCatalog write, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.rows = rows;
        this.publish = publish;
        this.write = write;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was done, for the log: on a second start, nothing. What clashes is not done. */
    public record Outcome(int messages, int texts, boolean released, List<KeyConflict> conflicts) {
        public Outcome {
            conflicts = List.copyOf(conflicts);
        }
    }

    public Outcome run(ShippedCatalog shipped) {
        return transactions.call(() -> {
            var catalog = catalogs.lockOrCreate(shipped.name(), shipped.content().title(), shipped.content().sourceLocale());
            var plan = SynchronisationPlan.of(shipped, catalog.locales(),
                    rows.messages().of(shipped.name()), rows.texts().of(shipped.name())).without(it -> applyPlan(shipped.name(), it));
            if (!plan.isEmpty()) {
                apply(plan, catalog, shipped.content().requiredLocales());
            }
            return new Outcome(plan.messages().size(), plan.texts().size(), publish.publishFirst(catalog), plan.conflicts());
        });
    }

    private boolean applyPlan(CatalogName catalog, SynchronisationPlan.TextChange it) {
        return rows.history().lastVersion(catalog, ChangeTarget.text(it.key(), it.locale())) > 0;
    }

    private void apply(SynchronisationPlan plan, Catalog catalog, Set<LocaleTag> required) {
        var revision = write.newRevision(catalog, ChangeContext.shipped(clock.instant()));
        plan.newLocales().forEach(it -> {
            catalog.addLocale(it, required.contains(it));
            revision.record(ChangeTarget.locale(it), catalog.version(), null, new HistoryState.OfLocale(required.contains(it)));
        });
        catalogs.save(catalog);
        plan.messages().forEach(it -> define(revision, it));
        var sources = new HashMap<MessageKey, String>();
        plan.sourceFirst(catalog.sourceLocale()).forEach(it -> saveTexts(revision, it, sources));
        rows.texts().markUnchecked(catalog.name(), plan.changedTexts(catalog.sourceLocale()));
        catalogs.recount(catalog);
    }

    private void define(Revision revision, SynchronisationPlan.DefinitionChange it) {
        var before = it.stored().map(stored -> new HistoryState.OfMessage(stored.definition())).orElse(null);
        var message = it.stored().orElseGet(() -> new Message(revision.catalog().name(), it.key(), it.definition()));
        if (before == null) {
            rows.messages().add(message);
        } else {
            message.redefine(it.definition());
        }
        message.shippedAs(it.digest());
        revision.record(ChangeTarget.message(it.key()), message.version(), before, new HistoryState.OfMessage(it.definition()));
    }

    /** @param sources the digest of the source of each message, as far as it is known */
    private void saveTexts(Revision revision, SynchronisationPlan.TextChange it, Map<MessageKey, String> sources) {
        var catalog = revision.catalog();
        var before = it.stored().map(MessageText::historyState).orElse(null);
        var text = it.stored().orElseGet(() -> new MessageText(catalog.name(), it.key(), it.locale(), 0));
        boolean source = it.locale().equals(catalog.sourceLocale());
        var from = source ? null : sources.computeIfAbsent(it.key(), key ->
                rows.texts().find(catalog.name(), key, catalog.sourceLocale()).map(stored -> stored.content().contentHash()).orElse(null));
        text.assign(it.content(), TextState.TRANSLATED, from, Confirmations.NONE, revision.context().by());
        text.shippedAs(it.digest());
        if (source) {
            sources.put(it.key(), text.content().contentHash());
        }
        if (before == null) {
            rows.texts().add(text);
        }
        revision.record(ChangeTarget.text(it.key(), it.locale()), text.version(), before, text.historyState());
    }
}
