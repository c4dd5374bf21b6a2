package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.Place;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people see of a draft while they work on it. */
@Singleton
public final class ReadDraft {
    private final Catalogs catalogs;
    private final Messages messages;
    private final Texts texts;
    private final RunChecks judge;
    private final Transactions transactions;

    public ReadDraft(Catalogs catalogs, Messages messages, Texts texts, RunChecks judge, Transactions transactions) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.texts = texts;
        this.judge = judge;
        this.transactions = transactions;
    }

    /**
     * A message as a translator sees it.
     *
     * @param text   null where the locale has none
     * @param source null where nobody has written it yet, and for the source itself
     */
    public record Row(Message message, @Nullable MessageText text, @Nullable MessageText source, boolean stale, List<Finding> findings) {
    }

    /** @param next where the next page begins; null at the end */
    public record Page(List<Row> rows, @Nullable Place next) {
    }

    /** A message, and how far each of its texts is. */
    public record MessageWithTexts(Catalog catalog, Message message, List<MessageText> texts) {
        public boolean stale(MessageText text) {
            return text.isStale(texts.stream().filter(it -> it.locale().equals(catalog.sourceLocale())).findFirst().orElse(null));
        }
    }

    public <T> T catalog(CatalogName name, Function<Catalog, T> reads) {
        return transactions.call(() -> reads.apply(found(name)));
    }

    public Page page(CatalogName name, DraftQuery query, @Nullable Place after, int most) {
        return transactions.call(() -> {
            var catalog = found(name);
            catalog.requireLocale(query.locale());
            var keys = messages.keys(catalog, query, after, most + 1);
            var shown = keys.subList(0, Math.min(most, keys.size()));
            var around = judge.contextOf(catalog, query.locale(), shown);
            var rows = shown.stream().map(it -> row(catalog, around, query.locale(), it)).toList();
            return new Page(rows, keys.size() > most ? place(rows.get(most - 1).message()) : null);
        });
    }

    public MessageWithTexts message(CatalogName name, MessageKey key) {
        return transactions.call(() -> {
            var catalog = found(name);
            return new MessageWithTexts(catalog, found(name, key), texts.of(name, key));
        });
    }

    /** One text with what the checks say of it. */
    public Row text(CatalogName name, MessageKey key, LocaleTag locale) {
        return transactions.call(() -> {
            var catalog = found(name);
            catalog.requireLocale(locale);
            found(name, key);
            var row = row(catalog, judge.contextOf(catalog, locale, List.of(key)), locale, key);
            if (row.text() == null) {
                throw ProblemType.UNKNOWN_TEXT.with(key.value(), locale.value());
            }
            return row;
        });
    }

    private static Row row(Catalog catalog, CheckContext around, LocaleTag locale, MessageKey key) {
        return new Row(around.message(key), around.text(key).orElse(null),
                locale.equals(catalog.sourceLocale()) ? null : around.source(key).orElse(null), around.isStale(key), around.findings(key));
    }

    private static Place place(Message message) {
        return new Place(message.definition().position(), message.key());
    }

    private Catalog found(CatalogName name) {
        return catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
    }

    private Message found(CatalogName name, MessageKey key) {
        return messages.find(name, key).orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), name.value()));
    }
}
