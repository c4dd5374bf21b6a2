package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.locales.LocaleTag;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts in memory. */
final class InMemoryTexts implements Texts {
    private static final int MAX_SIBLINGS = 20;

    private final InMemoryTransactions transactions;

    InMemoryTexts(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<MessageText> findAll(CatalogName catalog) {
        return of(catalog).toList();
    }

    @Override
    public List<MessageText> findAll(CatalogName catalog, MessageKey key) {
        return of(catalog).filter(it -> it.key().equals(key)).sorted(Comparator.comparing(MessageText::locale)).toList();
    }

    @Override
    public Map<MessageKey, MessageText.TextContent> findContents(CatalogName catalog, LocaleTag locale, Set<TextState> states) {
        return of(catalog).filter(it -> it.locale().equals(locale) && states.contains(it.state()))
                .collect(Collectors.toMap(MessageText::key, MessageText::content));
    }

    @Override
    public Map<MessageKey, MessageText> findAll(CatalogName catalog, LocaleTag locale, Collection<MessageKey> keys) {
        return of(catalog).filter(it -> it.locale().equals(locale) && keys.contains(it.key()))
                .collect(Collectors.toMap(MessageText::key, Function.identity()));
    }

    @Override
    public List<MessageText> findAll(CatalogName catalog, Set<LocaleTag> locales, Collection<MessageKey> keys) {
        return of(catalog).filter(it -> locales.contains(it.locale()) && keys.contains(it.key())).toList();
    }

    @Override
    public Map<MessageKey, List<String>> findSiblingTranslations(CatalogName catalog, LocaleTag sourceLocale, LocaleTag targetLocale,
                                                                 Collection<MessageKey> keys) {
        var siblings = new HashMap<MessageKey, List<String>>();
        keys.forEach(key -> find(catalog, key, sourceLocale).ifPresent(source -> {
            var translations = of(catalog).filter(it -> it.locale().equals(sourceLocale) && !it.key().equals(key)
                            && it.content().message().equals(source.content().message()))
                    .flatMap(it -> find(catalog, it.key(), targetLocale).stream()).map(it -> it.content().message())
                    .distinct().sorted(InMemoryTables.BY_CODE_POINT).limit(MAX_SIBLINGS).toList();
            if (!translations.isEmpty()) {
                siblings.put(key, translations);
            }
        }));
        return siblings;
    }

    @Override
    public List<MessageText> findUnchecked(CatalogName catalog, int limit) {
        return of(catalog).filter(it -> it.errors().isEmpty()).limit(limit).toList();
    }

    @Override
    public int countUnchecked(CatalogName catalog, int limit) {
        return findUnchecked(catalog, limit).size();
    }

    @Override
    public void resetCheckResults(CatalogName catalog, Collection<MessageKey> keys) {
        idsOf(catalog).filter(it -> keys.contains(new MessageKey(it.key()))).toList().forEach(transactions.tables()::resetCheckResults);
    }

    @Override
    public Optional<CatalogName> findCatalogWithUnchecked() {
        return transactions.tables().texts.entrySet().stream().filter(it -> it.getValue().errors().isEmpty())
                .map(it -> new CatalogName(it.getKey().catalog())).findFirst();
    }

    @Override
    public List<TextId> findWithErrors(CatalogName catalog, Set<TextState> states, int limit) {
        var tables = transactions.tables();
        return idsOf(catalog).filter(tables::isReleased)
                .filter(it -> states.contains(tables.texts.get(it).state()) && tables.texts.get(it).errors().orElse(0) > 0)
                .sorted(Comparator.comparing(TextId::locale).thenComparing(TextId::key)).limit(limit).toList();
    }

    @Override
    public Optional<MessageText> find(CatalogName catalog, MessageKey key, LocaleTag locale) {
        return Optional.ofNullable(transactions.tables().texts.get(new TextId(catalog.value(), key.value(), locale.value())));
    }

    @Override
    public List<MessageText> findAll(CatalogName catalog, LocaleTag locale) {
        return of(catalog).filter(it -> it.locale().equals(locale)).sorted(Comparator.comparing(it -> it.key().value())).toList();
    }

    @Override
    public void removeAll(CatalogName catalog, LocaleTag locale) {
        findAll(catalog, locale).forEach(this::remove);
    }

    @Override
    public void changeSource(CatalogName catalog, LocaleTag source) {
        idsOf(catalog).toList().forEach(it -> {
            transactions.tables().resetCheckResults(it);
            EntityFields.set(transactions.tables().texts.get(it), "sourceWording", it.locale().equals(source.value()) ? null
                    : find(catalog, new MessageKey(it.key()), source).map(text -> text.content().contentHash()).orElse(null));
        });
    }

    @Override
    public void add(MessageText text) {
        InMemoryTables.insert(transactions.tables().texts, text);
    }

    @Override
    public void remove(MessageText text) {
        transactions.tables().texts.remove((TextId) EntityFields.get(text, "id"));
    }

    private Stream<MessageText> of(CatalogName catalog) {
        return transactions.tables().textsOf(catalog);
    }

    private Stream<TextId> idsOf(CatalogName catalog) {
        return transactions.tables().texts.keySet().stream().filter(it -> it.catalog().equals(catalog.value()));
    }
}
