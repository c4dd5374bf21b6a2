package dev.parlance.exchange.imports;

import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.TextState;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportEntry.Reason;
import dev.parlance.exchange.imports.ImportOptions.ReviewedTexts;
import dev.parlance.exchange.imports.ImportPlan.Part;
import dev.parlance.exchange.imports.ImportPlan.PlannedMessage;
import dev.parlance.exchange.imports.ImportPlan.PlannedText;
import dev.parlance.exchange.imports.ImportPlan.StoredMessage;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans the removal of texts and messages that the files lack.
 *
 * <p>Only the locales of the files are affected. If the files contain source texts, a message without an entry in any file is retired and
 * keeps its texts. Otherwise, its texts in these locales are removed.
 */
record MissingPlan(ImportOptions options, CatalogIndex index) {

    Part plan(Map<MessageKey, StoredMessage> stored) {
        var messages = new ArrayList<PlannedMessage>();
        var entries = new ArrayList<ImportEntry>();
        stored.forEach((key, message) -> {
            if (message.definition().lifecycle().stage() == Lifecycle.RETIRED || index.isCreated(key)) {
                return;
            }
            if (!index.isSeen(key) && index.hasLocale(index.source())) {
                retire(key, message, messages, entries);
            } else {
                removeTexts(key, message, messages, entries);
            }
        });
        return new Part(messages, entries);
    }

    private void retire(MessageKey key, StoredMessage message, List<PlannedMessage> messages, List<ImportEntry> entries) {
        if (!options.writable().test(index.source())) {
            entries.add(entry(Kind.REFUSED, key, null, Reason.NOT_PERMITTED));
            return;
        }
        var approved = message.texts().values().stream().anyMatch(it -> it.state() == TextState.APPROVED);
        if (approved && options.reviewed() != ReviewedTexts.OVERWRITE) {
            entries.add(entry(Kind.CONFLICTING, key, null, Reason.APPROVED));
        } else {
            entries.add(entry(Kind.REMOVED, key, null, Reason.MISSING));
            messages.add(new PlannedMessage(key, false, Optional.of(message.definition().withStage(Lifecycle.RETIRED)), List.of()));
        }
    }

    private void removeTexts(MessageKey key, StoredMessage message, List<PlannedMessage> messages, List<ImportEntry> entries) {
        var removed = new ArrayList<PlannedText>();
        message.texts().forEach((locale, text) -> {
            if (locale.equals(index.source()) || !index.hasLocale(locale) || index.isSeen(key, locale)) {
                return;
            }
            if (text.state() == TextState.APPROVED && options.reviewed() != ReviewedTexts.OVERWRITE) {
                entries.add(entry(Kind.CONFLICTING, key, locale, Reason.APPROVED));
            } else {
                entries.add(entry(Kind.REMOVED, key, locale, Reason.MISSING));
                removed.add(new PlannedText(locale, Optional.empty(), text.state()));
            }
        });
        if (!removed.isEmpty()) {
            messages.add(new PlannedMessage(key, false, Optional.empty(), removed));
        }
    }

    private static ImportEntry entry(Kind kind, MessageKey key, @Nullable LocaleTag locale, Reason reason) {
        return new ImportEntry(kind, "", 0, key.value(), null, locale == null ? null : locale.value(), reason, "");
    }
}
