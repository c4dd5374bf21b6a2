package dev.parlance.catalog.editing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.locales.LocaleTag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Words texts as a shipment does: nobody asks whether they are admitted. */
@ApplicationScoped
public class WordForTests {
    private final WriteCatalog write;
    private final Catalogs catalogs;
    private final Texts texts;

    WordForTests(WriteCatalog write, Catalogs catalogs, Texts texts) {
        this.write = write;
        this.catalogs = catalogs;
        this.texts = texts;
    }

    public void word(CatalogName catalog, MessageKey key, LocaleTag locale, TextContent wording) {
        write.run(catalog, ChangeContext.shipped(Instant.now()), revision -> {
            var source = revision.catalog().sourceLocale();
            var before = texts.find(catalog, key, locale);
            var recorded = before.map(MessageText::historyState).orElse(null);
            var text = before.orElseGet(() -> new MessageText(catalog, key, locale, 0));
            var from = locale.equals(source) ? null : texts.find(catalog, key, source).map(it -> it.content().contentHash()).orElse(null);
            text.assign(wording, TextState.TRANSLATED, from, Confirmations.NONE, revision.context().by());
            if (before.isEmpty()) {
                texts.add(text);
            }
            revision.record(Change.ChangeTarget.text(key, locale), text.version(), recorded, text.historyState());
            catalogs.recount(revision.catalog());
            return null;
        });
    }
}
