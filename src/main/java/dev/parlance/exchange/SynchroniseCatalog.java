package dev.parlance.exchange;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Recorded;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Act;
import dev.parlance.catalog.history.Change.Thing;
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
    private final Rows rows;
    private final PublishRelease publish;
    private final WriteCatalog write;
    private final Transactions transactions;
    private final Clock clock;

    /** What a catalog has, and had. */
    @Singleton
    public record Rows(Messages messages, Texts texts, History history) {
    }

    public SynchroniseCatalog(Catalogs catalogs, Rows rows, PublishRelease publish, WriteCatalog write, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.rows = rows;
        this.publish = publish;
        this.write = write;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was done, for the log: on a second start, nothing. What clashes is not done. */
    public record Outcome(int messages, int texts, boolean released, List<Clash> clashes) {
        public Outcome {
            clashes = List.copyOf(clashes);
        }
    }

    public Outcome run(ShippedCatalog shipped) {
        return transactions.call(() -> {
            var catalog = catalogs.lockOrMake(shipped.name(), shipped.content().title(), shipped.content().sourceLocale());
            var plan = SynchronisationPlan.of(shipped, catalog.locales(),
                    rows.messages().of(shipped.name()), rows.texts().of(shipped.name())).leavingAway(it -> once(shipped.name(), it));
            if (!plan.isEmpty()) {
                apply(plan, catalog, shipped.content().requiredLocales());
            }
            return new Outcome(plan.messages().size(), plan.texts().size(), publish.publishFirst(catalog), plan.clashes());
        });
    }

    private boolean once(CatalogName catalog, SynchronisationPlan.Wording it) {
        return rows.history().lastVersion(catalog, Thing.text(it.key(), it.locale())) > 0;
    }

    private void apply(SynchronisationPlan plan, Catalog catalog, Set<LocaleTag> required) {
        var revision = write.open(catalog, Act.shipped(clock.instant()));
        plan.newLocales().forEach(it -> {
            catalog.offer(it, required.contains(it));
            revision.record(Thing.locale(it), catalog.version(), null, new Recorded.OfLocale(required.contains(it)));
        });
        catalogs.save(catalog);
        plan.messages().forEach(it -> define(revision, it));
        var sources = new HashMap<MessageKey, String>();
        plan.sourceFirst(catalog.sourceLocale()).forEach(it -> word(revision, it, sources));
        rows.texts().forgetVerdicts(catalog.name(), plan.seenAnew(catalog.sourceLocale()));
        catalogs.recount(catalog);
    }

    private void define(Revision revision, SynchronisationPlan.Defining it) {
        var before = it.stored().map(stored -> new Recorded.OfMessage(stored.definition())).orElse(null);
        var message = it.stored().orElseGet(() -> new Message(revision.catalog().name(), it.key(), it.definition()));
        if (before == null) {
            rows.messages().add(message);
        } else {
            message.define(it.definition());
        }
        message.shippedAs(it.digest());
        revision.record(Thing.message(it.key()), message.version(), before, new Recorded.OfMessage(it.definition()));
    }

    /** @param sources the digest of the source of each message, as far as it is known */
    private void word(Revision revision, SynchronisationPlan.Wording it, Map<MessageKey, String> sources) {
        var catalog = revision.catalog();
        var before = it.stored().map(MessageText::recorded).orElse(null);
        var text = it.stored().orElseGet(() -> new MessageText(catalog.name(), it.key(), it.locale(), 0));
        boolean source = it.locale().equals(catalog.sourceLocale());
        var from = source ? null : sources.computeIfAbsent(it.key(), key ->
                rows.texts().find(catalog.name(), key, catalog.sourceLocale()).map(stored -> stored.wording().digest()).orElse(null));
        text.word(it.wording(), TextState.TRANSLATED, from, Confirmations.NONE, revision.act().by());
        text.shippedAs(it.digest());
        if (source) {
            sources.put(it.key(), text.wording().digest());
        }
        if (before == null) {
            rows.texts().add(text);
        }
        revision.record(Thing.text(it.key(), it.locale()), text.version(), before, text.recorded());
    }
}
