package dev.parlance.catalog;

import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.Refusal;

/** What people change in the draft of a catalog. Each act is one transaction and one revision. */
public final class EditMessages {
    private final Catalogs catalogs;
    private final Texts texts;
    private final Transactions transactions;

    public EditMessages(Catalogs catalogs, Texts texts, Transactions transactions) {
        this.catalogs = catalogs;
        this.texts = texts;
        this.transactions = transactions;
    }

    /** Replaces what a message says in a locale of its catalog, or says it there for the first time. */
    public void word(CatalogName catalog, MessageKey key, LocaleTag locale, Wording wording) {
        transactions.call(() -> {
            var changed = catalogs.lock(catalog).orElseThrow(() -> Refusal.UNKNOWN_CATALOG.with(catalog.value()));
            changed.nextRevision();
            changed.textsChange(locale);
            texts.find(catalog, key, locale).ifPresentOrElse(text -> text.word(wording),
                    () -> texts.add(new MessageText(catalog, key, locale, wording)));
            return changed.revision();
        });
    }
}
