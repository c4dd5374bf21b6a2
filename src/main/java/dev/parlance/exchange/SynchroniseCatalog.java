package dev.parlance.exchange;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.PublishRelease;
import java.util.Set;

/** Brings a shipped catalog into the database, and releases it where nothing is released yet. */
public final class SynchroniseCatalog {
    private final Catalogs catalogs;
    private final Messages messages;
    private final Texts texts;
    private final PublishRelease publish;
    private final Transactions transactions;

    public SynchroniseCatalog(Catalogs catalogs, Messages messages, Texts texts, PublishRelease publish,
                              Transactions transactions) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.texts = texts;
        this.publish = publish;
        this.transactions = transactions;
    }

    /** What was done, for the log: on a second start, nothing. */
    public record Outcome(int messages, int texts, boolean released) {
    }

    public Outcome run(ShippedCatalog shipped) {
        return transactions.call(() -> {
            var catalog = catalogs.lockOrMake(shipped.name(), shipped.content().title(), shipped.content().source());
            var plan = SynchronisationPlan.of(shipped, catalog.locales(),
                    messages.of(shipped.name()), texts.of(shipped.name()));
            if (!plan.isEmpty()) {
                apply(plan, catalog, shipped.content().required());
            }
            return new Outcome(plan.messages().size(), plan.texts().size(), publish.first(catalog));
        });
    }

    private void apply(SynchronisationPlan plan, Catalog catalog, Set<LocaleTag> required) {
        catalog.nextRevision();
        plan.newLocales().forEach(it -> catalog.offer(it, required.contains(it)));
        if (!plan.messages().isEmpty()) {
            catalog.definitionsChange();
        }
        plan.texts().stream().map(SynchronisationPlan.Wording::locale).distinct().forEach(catalog::textsChange);
        catalogs.save(catalog);
        plan.messages().forEach(it -> {
            var message = it.stored().orElseGet(() -> made(catalog.name(), it));
            message.define(it.definition());
            message.shippedAs(it.digest());
        });
        plan.texts().forEach(it -> {
            var text = it.stored().orElseGet(() -> made(catalog.name(), it));
            text.word(it.wording());
            text.shippedAs(it.digest());
        });
    }

    private Message made(CatalogName catalog, SynchronisationPlan.Defining it) {
        var message = new Message(catalog, it.key(), it.definition());
        messages.add(message);
        return message;
    }

    private MessageText made(CatalogName catalog, SynchronisationPlan.Wording it) {
        var text = new MessageText(catalog, it.key(), it.locale(), it.wording());
        texts.add(text);
        return text;
    }
}
