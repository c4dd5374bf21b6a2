package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.suggestions.Suggestion;
import dev.parlance.catalog.suggestions.TranslationMemory;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The translation memory in PostgreSQL: source texts compared by the trigrams of pg_trgm.
 *
 * <p>Each source text has a small bitmap of the classes of its trigrams. A scan over all sources of a locale selects the 200 bitmaps
 * most similar to that of the text, and pg_trgm computes the similarity of these only. This takes the same time for every text and
 * grows with the number of sources. The indexes of pg_trgm were faster for texts of rare words, but took seconds where all texts
 * consist of the same words. The computation per source is half of the time, so it uses integers and counts the common
 * classes once: Dice's coefficient orders texts as Jaccard's index does, which pg_trgm uses.
 *
 * <p>In a database whose {@code lc_ctype} is C, pg_trgm recognises ASCII letters only, so texts in other scripts match only if equal.
 */
@ApplicationScoped
class SqlTranslationMemory implements TranslationMemory {
    /** More rows than suggestions are read, because many sources share a translation. */
    private static final int ROWS_PER_SUGGESTION = 5;

    private static final String SELECT_SIMILAR = """
            with asked as materialized (
                select bits, bit_count(bits) as classes from trigram_classes(:text) as bits),
            alike as materialized (
                select its.catalog, its.key from source_trigrams its, asked
                where its.catalog in (:catalogs) and its.locale = :from
                  and its.classes * 5 >= asked.classes * 2 and its.classes * 2 <= asked.classes * 5
                order by cast(bit_count(its.trigrams & asked.bits) as real) / greatest(its.classes + asked.classes, 1) desc
                limit 200),
            same as materialized (
                select its.catalog, its.key from message_text its
                join message_text theirs on theirs.catalog = its.catalog and theirs.key = its.key and theirs.locale = :to
                where its.catalog in (:catalogs) and its.locale = :from and md5(its.message) = md5(:text) and its.message = :text
                limit 200),
            found as (
                select source.catalog, source.key, source.message as source, theirs.syntax, theirs.message, theirs.description, theirs.state,
                    case when source.message = :text then 1 else least(similarity(source.message, :text), 0.99) end as similarity
                from (select catalog, key from alike union select catalog, key from same) its
                join catalog on catalog.name = its.catalog and catalog.source_locale = :from
                join message_text source on source.catalog = its.catalog and source.key = its.key and source.locale = :from
                join message_text theirs on theirs.catalog = its.catalog and theirs.key = its.key and theirs.locale = :to
                where not (its.catalog = :catalog and its.key = :key))
            select catalog, key, source, syntax, message, description, state, cast(similarity as double precision) from found
            where similarity >= 0.3
            order by similarity desc, array_position(array['approved', 'translated', 'draft'], state), catalog, key
            limit :most
            """;

    private final EntityManager database;

    SqlTranslationMemory(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<Suggestion> findSimilar(Query query, int limit) {
        if (query.catalogs().isEmpty()) {
            return List.of();
        }
        var suggestions = new ArrayList<Suggestion>();
        var seenTranslations = new HashSet<TextContent>();
        for (var row : database.createNativeQuery(SELECT_SIMILAR, Object[].class)
                .setParameter("text", query.text()).setParameter("from", query.sourceLocale().value()).setParameter("to",
                query.targetLocale().value())
                .setParameter("catalogs", query.catalogs().stream().map(CatalogName::value).toList())
                .setParameter("catalog", query.excludedMessage().map(MessageId::catalog).orElse(""))
                .setParameter("key", query.excludedMessage().map(MessageId::key).orElse(""))
                .setParameter("most", limit * ROWS_PER_SUGGESTION).getResultList()) {
            var suggestion = toSuggestion((Object[]) row);
            if (suggestions.size() < limit && seenTranslations.add(suggestion.translation())) {
                suggestions.add(suggestion);
            }
        }
        return List.copyOf(suggestions);
    }

    private static Suggestion toSuggestion(Object[] row) {
        var state = Labelled.findByLabel(TextState.class, (String) row[6]).orElseThrow();
        return new Suggestion((String) row[2], new TextContent(Syntax.of((String) row[3]), (String) row[4], (String) row[5]),
                (Double) row[7],
                Optional.of(new Suggestion.SuggestionOrigin(new CatalogName((String) row[0]), new MessageKey((String) row[1]), state)));
    }
}
