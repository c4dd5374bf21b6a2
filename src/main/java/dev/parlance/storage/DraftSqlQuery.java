package dev.parlance.storage;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.MessageKey;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link DraftQuery} in SQL: only the requested conditions, each backed by an index where there is one. */
final class DraftSqlQuery {
    private static final String SELECT = """
             from message
            left join message_text text on text.catalog = message.catalog and text.key = message.key and text.locale = :locale
            left join message_text source on source.catalog = message.catalog and source.key = message.key and source.locale = :source
            where message.catalog = :catalog""";
    private static final String SEARCH_CONDITION = """
             and (message.key ilike :q or message.reason ilike :q or text.message ilike :q or text.description ilike :q
                or source.message ilike :q or source.description ilike :q)""";
    /** {@code MessageText.isStale} in SQL, for a text and a source that may be missing. */
    static final String STALE = "text.source_wording <> source.wording";
    private static final String ORDER = " order by message.position, message.key limit :most";

    private final StringBuilder where = new StringBuilder(SELECT);
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private DraftSqlQuery() {
    }

    static DraftSqlQuery of(Catalog catalog, DraftQuery query, DraftQuery.@Nullable DraftPosition after) {
        var result = new DraftSqlQuery();
        result.parameters.putAll(Map.of("catalog", catalog.name().value(), "locale", query.locale().value(),
                "source", catalog.sourceLocale().value()));
        if (query.lifecycle() == null) {
            result.where.append(" and message.lifecycle <> 'retired'");
        } else {
            result.addCondition(" and message.lifecycle = :lifecycle", "lifecycle", query.lifecycle().label());
        }
        if (query.textFilter() != null) {
            result.where.append(textFilterCondition(query.textFilter()));
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
        if (query.searchTerm() != null) {
            result.addCondition(SEARCH_CONDITION, "q", "%" + query.searchTerm().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (after != null) {
            result.addCondition(" and (message.position, message.key) > (:position, :after)", "position", after.position());
            result.parameters.put("after", after.key().value());
        }
        return result;
    }

    List<MessageKey> findKeys(EntityManager database, int limit) {
        var query = database.createNativeQuery("select message.key" + where + ORDER, String.class).setParameter("most", limit);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(it -> new MessageKey((String) it)).toList();
    }

    int count(EntityManager database) {
        var query = database.createNativeQuery("select count(*)" + where, Long.class);
        parameters.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).intValue();
    }

    private void addCondition(String condition, String name, Object value) {
        where.append(condition);
        parameters.put(name, value);
    }

    private static String textFilterCondition(TextFilter textFilter) {
        return switch (textFilter) {
            case UNTRANSLATED -> " and text.key is null";
            case DRAFT, TRANSLATED, APPROVED -> " and text.state = '" + textFilter.label() + "'";
            case STALE -> " and " + STALE;
            case ERRORS -> " and text.errors > 0";
            case WARNINGS -> " and text.warnings > 0";
        };
    }
}
