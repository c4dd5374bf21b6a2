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

/** Saves texts as a shipment does, without enforcing the text policy. */
@ApplicationScoped
public class TextFixtures {
    private final WriteCatalog writeCatalog;
    private final Catalogs catalogs;
    private final Texts texts;

    TextFixtures(WriteCatalog writeCatalog, Catalogs catalogs, Texts texts) {
        this.writeCatalog = writeCatalog;
        this.catalogs = catalogs;
        this.texts = texts;
    }

    public void save(CatalogName catalog, MessageKey key, LocaleTag locale, TextContent content) {
        writeCatalog.run(catalog, ChangeContext.forShipment(Instant.now()), revision -> {
            var source = revision.catalog().sourceLocale();
            var before = texts.find(catalog, key, locale);
            var stateBefore = before.map(MessageText::historyState).orElse(null);
            var text = before.orElseGet(() -> new MessageText(catalog, key, locale, 0));
            var sourceHash = locale.equals(source) ? null
                    : texts.find(catalog, key, source).map(it -> it.content().contentHash()).orElse(null);
            text.updateContent(content, TextState.TRANSLATED, sourceHash, Confirmations.NONE, revision.context().actor());
            if (before.isEmpty()) {
                texts.add(text);
            }
            revision.recordChange(Change.ChangeTarget.text(key, locale), text.version(), stateBefore, text.historyState());
            catalogs.recomputeCounts(revision.catalog());
            return null;
        });
    }
}
