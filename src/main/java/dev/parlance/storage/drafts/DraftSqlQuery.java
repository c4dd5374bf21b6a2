package dev.parlance.storage.drafts;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.SearchFolding;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link DraftQuery} in SQL, with only the requested conditions, which use an index where possible. */
public final class DraftSqlQuery {
    private static final String FROM = """
             from message
            left join message_text text on text.catalog = message.catalog and text.key = message.key and text.locale = :locale
            left join message_text source on source.catalog = message.catalog and source.key = message.key and source.locale = :source
            where message.catalog = :catalog""";
    /**
     * Searches each table separately: joining all texts, only to discard most of them, takes three times as long.
     *
     * <p>The collation C lower-cases only ASCII, regardless of the language of the database. Keys and reasons contain no other letters.
     */
    private static final String SEARCH_CONDITION = """
             and message.key in (
                select its.key from message its where its.catalog = :catalog
                    and (lower(its.key collate "C") like :identifierq or lower(its.reason collate "C") like :identifierq)
                union all select its.key from message_text its where its.catalog = :catalog and its.locale = :locale
                    and coalesce(its.search_text, lower(its.message || E'\\n' || its.description)) like :q
                union all select its.key from message_text its where its.catalog = :catalog and its.locale = :source
                    and coalesce(its.search_text, lower(its.message || E'\\n' || its.description)) like :sourceq)""";
    /** {@code MessageText.isStale} in SQL, for a text and a source that may be missing. */
    public static final String STALE = "text.source_wording <> source.wording";
    private static final String ORDER = " order by message.position, message.key limit :most";

    private final StringBuilder where = new StringBuilder(FROM);
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private DraftSqlQuery() {
    }

    public static DraftSqlQuery of(Catalog catalog, DraftQuery query, DraftQuery.@Nullable DraftPosition after) {
        var result = new DraftSqlQuery();
        result.parameters.putAll(Map.of("catalog", catalog.name().value(), "locale", query.locale().value(),
                "source", catalog.sourceLocale().value()));
        if (query.lifecycle() == null) {
            result.where.append(" and message.lifecycle <> 'retired'");
        } else {
            result.addCondition(" and message.lifecycle = :lifecycle", "lifecycle", query.lifecycle().label());
        }
        if (!query.textFilters().isEmpty()) {
            result.where.append(" and ").append(anyOf(query.textFilters()));
        }
        if (query.tag() != null) {
            result.addCondition(" and cast(message.tags as jsonb) @> cast(:tag as jsonb)", "tag", "[\"" + query.tag() + "\"]");
        }
        if (query.prefix() != null) {
            result.addCondition(" and starts_with(message.key, :prefix)", "prefix", query.prefix());
        }
        if (query.code() != null) {
            result.addCondition(" and message.code = :code", "code", query.code());
        }
        if (query.author() != null) {
            result.addCondition(" and text.worded_by = :author", "author", query.author());
        }
        if (query.searchTerm() != null) {
            result.addSearch(query.searchTerm(), query.locale(), catalog.sourceLocale());
        }
        if (after != null) {
            result.addCondition(" and (message.position, message.key) > (:position, :after)", "position", after.position());
            result.parameters.put("after", after.key().value());
        }
        return result;
    }

    public List<MessageKey> findKeys(EntityManager database, int limit) {
        return select("message.key", ORDER, String.class, database).setParameter("most", limit).getResultStream()
                .map(MessageKey::new).toList();
    }

    public int count(EntityManager database) {
        return select("count(*)", "", Long.class, database).getSingleResult().intValue();
    }

    /** Returns a query for columns of the matching rows. PostgreSQL removes unused joins. */
    <T> TypedQuery<T> select(String columns, String order, Class<T> type, EntityManager database) {
        @SuppressWarnings("unchecked")
        var query = (TypedQuery<T>) database.createNativeQuery("select " + columns + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** Returns the condition that at least one filter matches; true without filters. */
    static String anyOf(Set<TextFilter> filters) {
        return filters.isEmpty() ? "true"
                : filters.stream().map(DraftSqlQuery::textFilterCondition).collect(Collectors.joining(" or ", "(", ")"));
    }

    private void addCondition(String condition, String name, Object value) {
        where.append(condition);
        parameters.put(name, value);
    }

    /** Adds a search condition. A term of only invisible characters matches nothing, as in the search of published messages. */
    private void addSearch(String term, LocaleTag locale, LocaleTag source) {
        var inSource = new SearchFolding(source).fold(term);
        if (inSource.isEmpty()) {
            where.append(" and false");
        } else {
            addCondition(SEARCH_CONDITION, "q", likePattern(new SearchFolding(locale).fold(term)));
            parameters.put("sourceq", likePattern(inSource));
            parameters.put("identifierq", likePattern(SearchFolding.ofIdentifiers().fold(term)));
        }
    }

    private static String likePattern(String folded) {
        return "%" + folded.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String textFilterCondition(TextFilter textFilter) {
        return switch (textFilter) {
            case UNTRANSLATED -> "text.key is null";
            case DRAFT, TRANSLATED, APPROVED -> "text.state = '" + textFilter.label() + "'";
            case STALE -> STALE;
            case REJECTED -> "text.rejected";
            case ERRORS -> "text.errors > 0";
            case WARNINGS -> "text.warnings > 0";
        };
    }
}
