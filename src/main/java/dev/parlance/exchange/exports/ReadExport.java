package dev.parlance.exchange.exports;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.exchange.imports.FileNote;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.EntryDetails;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the draft of a catalog for an export: all messages that are not retired, with their texts in the requested locales. */
@Singleton
public final class ReadExport {
    private final Catalogs catalogs;
    private final Messages messages;
    private final Texts texts;
    private final Transactions transactions;

    public ReadExport(Catalogs catalogs, Messages messages, Texts texts, Transactions transactions) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.texts = texts;
        this.transactions = transactions;
    }

    /** The stored texts of one locale. */
    private record LocaleRows(Map<MessageKey, TextContent> contents, Map<MessageKey, TextState> states) {
    }

    /**
     * Reads the draft in the requested locales.
     *
     * @param locales empty for all locales
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_LOCALE}
     */
    public CatalogExport read(CatalogName name, Set<LocaleTag> locales) {
        return transactions.call(() -> {
            var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
            locales.forEach(catalog::requireLocale);
            var exported = new TreeSet<>(locales.isEmpty() ? catalog.locales() : locales);
            var definitions = new LinkedHashMap<>(messages.findDefinitions(name));
            definitions.values().removeIf(it -> it.lifecycle().stage() == Lifecycle.RETIRED);
            var rows = new HashMap<LocaleTag, LocaleRows>();
            exported.forEach(it -> rows.put(it, readRows(name, it)));
            var source = catalog.sourceLocale();
            var sources = rows.containsKey(source) ? rows.get(source) : readRows(name, source);
            var bundles = new TreeMap<LocaleTag, BundleContent>();
            exported.forEach(it -> bundles.put(it,
                    new BundleContent(it, Optional.of(source), entries(it, definitions, rows.get(it), sources))));
            return new CatalogExport(name.value(), toContent(catalog, exported, definitions, rows), bundles);
        });
    }

    private LocaleRows readRows(CatalogName name, LocaleTag locale) {
        var contents = new HashMap<MessageKey, TextContent>();
        var states = new HashMap<MessageKey, TextState>();
        for (var state : TextState.values()) {
            texts.findContents(name, locale, Set.of(state)).forEach((key, content) -> {
                contents.put(key, content);
                states.put(key, state);
            });
        }
        return new LocaleRows(contents, states);
    }

    private static List<BundleContent.Entry> entries(LocaleTag locale, Map<MessageKey, Message.Definition> definitions, LocaleRows rows,
            LocaleRows sources) {
        var entries = new ArrayList<BundleContent.Entry>();
        definitions.keySet().stream().filter(rows.contents()::containsKey).sorted(Comparator.comparing(MessageKey::value)).forEach(key -> {
            var definition = definitions.get(key);
            var content = rows.contents().get(key);
            var source = Optional.ofNullable(sources.contents().get(key)).map(it -> patternOf(it.syntax(), it.message(), definition));
            var details = new EntryDetails(Optional.of(toEntry(key, definition)), Optional.ofNullable(definition.fileKey()), source,
                    FileNote.of(content, definition.contract()), Optional.of(toReviewState(rows.states().get(key))));
            entries.add(new BundleContent.Entry(key.value(), patternOf(content.syntax(), content.message(), definition),
                    definition.contract(), locale,
                    PatternText.inexpressibleArguments(content.syntax(), content.message(), definition.contract()), details));
        });
        return List.copyOf(entries);
    }

    private static MessageEntry toEntry(MessageKey key, Message.Definition it) {
        return new MessageEntry(key.value(), it.code(), it.reason(), it.httpStatus(),
                Optional.ofNullable(it.grpcStatus()).map(GrpcStatus::label), it.contract(), it.tags().names());
    }

    private static String patternOf(Syntax syntax, String text, Message.Definition definition) {
        return PatternText.of(syntax, text).withNames(definition.contract()).pattern();
    }

    private static ReviewState toReviewState(TextState state) {
        return switch (state) {
            case DRAFT -> ReviewState.DRAFT;
            case TRANSLATED -> ReviewState.TRANSLATED;
            case APPROVED -> ReviewState.APPROVED;
        };
    }

    private static CatalogContent toContent(Catalog catalog, SortedSet<LocaleTag> exported, Map<MessageKey, Message.Definition> definitions,
            Map<LocaleTag, LocaleRows> rows) {
        var entries = definitions.entrySet().stream().map(it -> toEntry(it.getKey(), it.getValue())).toList();
        var textsByLocale = new TreeMap<LocaleTag, Map<String, TextEntry>>();
        exported.forEach(locale -> {
            var byKey = new LinkedHashMap<String, TextEntry>();
            definitions.keySet().forEach(key -> {
                var content = rows.get(locale).contents().get(key);
                if (content != null) {
                    byKey.put(key.value(), new TextEntry(content.syntax(), content.message(), content.description()));
                }
            });
            textsByLocale.put(locale, byKey);
        });
        var required = new TreeSet<>(catalog.requiredLocales());
        required.retainAll(exported);
        return new CatalogContent(catalog.settings().title(), catalog.sourceLocale(), required, entries, textsByLocale);
    }
}
