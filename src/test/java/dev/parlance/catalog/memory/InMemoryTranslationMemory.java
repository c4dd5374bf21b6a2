package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.suggestions.Suggestion;
import dev.parlance.catalog.suggestions.Suggestion.SuggestionOrigin;
import dev.parlance.catalog.suggestions.TranslationMemory;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A translation memory in memory. Compares sources by trigrams, as pg_trgm does: Jaccard's index of the trigrams of their words. */
final class InMemoryTranslationMemory implements TranslationMemory {
    private static final double MIN_SIMILARITY = 0.3;
    /** Only the same text has a similarity of 1. */
    private static final double MAX_SIMILARITY_OF_OTHERS = 0.99;
    private static final Comparator<SuggestionOrigin> BY_STATE_AND_KEY = Comparator.comparing(SuggestionOrigin::state).reversed()
            .thenComparing(it -> it.catalog().value()).thenComparing(it -> it.key().value());
    private static final Comparator<Suggestion> ORDER = Comparator.comparingDouble(Suggestion::similarity).reversed()
            .thenComparing(it -> it.origin().orElseThrow(), BY_STATE_AND_KEY);

    private final InMemoryTransactions transactions;

    InMemoryTranslationMemory(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Suggestion> findSimilar(Query query, int limit) {
        var seen = new HashSet<MessageText.TextContent>();
        return transactions.tables().texts.entrySet().stream().filter(it -> isSource(it.getKey(), query))
                .flatMap(it -> toSuggestion(it, query).stream()).filter(it -> it.similarity() >= MIN_SIMILARITY).sorted(ORDER)
                .filter(it -> seen.add(it.translation())).limit(limit).toList();
    }

    private boolean isSource(TextId id, Query query) {
        var catalog = new CatalogName(id.catalog());
        return query.catalogs().contains(catalog) && transactions.tables().catalogs.get(catalog).sourceLocale().equals(query.sourceLocale())
                && id.locale().equals(query.sourceLocale().value())
                && query.excludedMessage().filter(it -> it.catalog().equals(id.catalog()) && it.key().equals(id.key())).isEmpty();
    }

    private Optional<Suggestion> toSuggestion(Map.Entry<TextId, MessageText> source, Query query) {
        var id = source.getKey();
        var message = source.getValue().content().message();
        return Optional.ofNullable(transactions.tables().texts.get(new TextId(id.catalog(), id.key(), query.targetLocale().value())))
                .map(it -> new Suggestion(message, it.content(), similarity(message, query.text()),
                        Optional.of(new SuggestionOrigin(new CatalogName(id.catalog()), new MessageKey(id.key()), it.state()))));
    }

    private static double similarity(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        var common = trigrams(one);
        common.retainAll(trigrams(other));
        var all = trigrams(one);
        all.addAll(trigrams(other));
        return all.isEmpty() ? 0 : Math.min((double) common.size() / all.size(), MAX_SIMILARITY_OF_OTHERS);
    }

    private static Set<String> trigrams(String text) {
        var trigrams = new HashSet<String>();
        Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(it -> !it.isEmpty()).map(it -> "  " + it + " ")
                .forEach(word -> {
            for (int i = 0; i + 3 <= word.length(); i++) {
                trigrams.add(word.substring(i, i + 3));
            }
        });
        return trigrams;
    }
}
