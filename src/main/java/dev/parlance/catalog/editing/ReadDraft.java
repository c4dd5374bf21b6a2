package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.DraftPosition;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.History;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the draft of a catalog for editors. */
@Singleton
public final class ReadDraft {
    private final Catalogs catalogs;
    private final Messages messages;
    private final Texts texts;
    private final History history;
    private final RunChecks runChecks;
    private final Transactions transactions;

    public ReadDraft(Catalogs catalogs, Messages messages, Texts texts, History history, RunChecks runChecks,
            Transactions transactions) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.texts = texts;
        this.history = history;
        this.runChecks = runChecks;
        this.transactions = transactions;
    }

    /**
     * A message as the editor shows it, with its text in one locale.
     *
     * @param text   null if the locale has none
     * @param source null if it does not exist yet, and for the source locale itself
     * @param madeFrom the earlier source that a stale text was made from; null for other texts, and if it is not known
     */
    public record DraftRow(Message message, @Nullable MessageText text, @Nullable MessageText source, boolean stale,
            @Nullable TextContent madeFrom, List<Finding> findings) {
    }

    /**
     * A page of messages.
     *
     * @param next the start of the next page; null on the last page
     */
    public record DraftPage(List<DraftRow> rows, @Nullable DraftPosition next) {
    }

    /** A message with its texts in all locales. */
    public record MessageWithTexts(Catalog catalog, Message message, List<MessageText> texts) {
        public boolean isStale(MessageText text) {
            return text.isStale(texts.stream().filter(it -> it.locale().equals(catalog.sourceLocale())).findFirst().orElse(null));
        }
    }

    /**
     * Reads from a catalog within a transaction, where its locales can be loaded.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}
     */
    public <T> T readCatalog(CatalogName name, Function<Catalog, T> reader) {
        return transactions.call(() -> reader.apply(require(name)));
    }

    /** Reads from several catalogs within one transaction. Catalogs that no longer exist are left out. */
    public <T> Map<CatalogName, T> readCatalogs(Collection<CatalogName> names, Function<Catalog, T> reader) {
        return names.isEmpty() ? Map.of() : transactions.call(() -> names.stream().flatMap(it -> catalogs.find(it).stream())
                .collect(Collectors.toMap(Catalog::name, reader)));
    }

    /**
     * Returns a page of matching messages, with their findings.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_LOCALE}
     */
    public DraftPage findPage(CatalogName name, DraftQuery query, @Nullable DraftPosition after, int limit) {
        return transactions.call(() -> {
            var catalog = require(name);
            catalog.requireLocale(query.locale());
            var keys = messages.findKeys(catalog, query, after, limit + 1);
            var shown = keys.subList(0, Math.min(limit, keys.size()));
            var checkContext = runChecks.loadContext(catalog, query.locale(), shown);
            var rows = toRows(catalog, checkContext, query.locale(), shown);
            return new DraftPage(rows, keys.size() > limit ? positionOf(rows.get(limit - 1).message()) : null);
        });
    }

    public MessageWithTexts findMessage(CatalogName name, MessageKey key) {
        return transactions.call(() -> {
            var catalog = require(name);
            return new MessageWithTexts(catalog, require(name, key), texts.findAll(name, key));
        });
    }

    /**
     * Returns a text with its findings.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, {@code UNKNOWN_LOCALE}, {@code UNKNOWN_MESSAGE} or
     * {@code UNKNOWN_TEXT}
     */
    public DraftRow findText(CatalogName name, MessageKey key, LocaleTag locale) {
        return transactions.call(() -> {
            var catalog = require(name);
            catalog.requireLocale(locale);
            require(name, key);
            var row = toRows(catalog, runChecks.loadContext(catalog, locale, List.of(key)), locale, List.of(key)).get(0);
            if (row.text() == null) {
                throw ProblemType.UNKNOWN_TEXT.with(key.value(), locale.value());
            }
            return row;
        });
    }

    private List<DraftRow> toRows(Catalog catalog, CheckContext checkContext, LocaleTag locale, List<MessageKey> keys) {
        var stale = keys.stream().filter(checkContext::isStale).toList();
        var earlierSources = history.findTextChanges(catalog.name(), catalog.sourceLocale(), stale);
        return keys.stream().map(key -> new DraftRow(checkContext.message(key), checkContext.text(key).orElse(null),
                locale.equals(catalog.sourceLocale()) ? null : checkContext.source(key).orElse(null), checkContext.isStale(key),
                madeFrom(checkContext, earlierSources, key), checkContext.check(key))).toList();
    }

    private static @Nullable TextContent madeFrom(CheckContext checkContext, List<Change> sources, MessageKey key) {
        var hash = checkContext.text(key).map(it -> it.historyState().sourceHash()).orElse("");
        return sources.stream().filter(it -> key.value().equals(it.target().key()))
                .flatMap(it -> Stream.concat(it.after().stream(), it.before().stream()))
                .map(it -> ((HistoryState.RecordedText) it).content()).filter(it -> it.contentHash().equals(hash)).findFirst().orElse(null);
    }

    private static DraftPosition positionOf(Message message) {
        return new DraftPosition(message.definition().position(), message.key());
    }

    private Catalog require(CatalogName name) {
        return catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
    }

    private Message require(CatalogName name, MessageKey key) {
        return messages.find(name, key).orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), name.value()));
    }
}
