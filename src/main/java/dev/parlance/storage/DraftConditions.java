package dev.parlance.storage;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.Todo;
import dev.parlance.catalog.MessageKey;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question about a draft as PostgreSQL wants it: only the conditions that were asked for, each over an index where there is one. */
final class DraftConditions {
    private static final String SELECT = """
             from message
            left join message_text text on text.catalog = message.catalog and text.key = message.key and text.locale = :locale
            left join message_text source on source.catalog = message.catalog and source.key = message.key and source.locale = :source
            where message.catalog = :catalog""";
    private static final String FOUND = """
             and (message.key ilike :q or message.reason ilike :q or text.message ilike :q or text.description ilike :q
                or source.message ilike :q or source.description ilike :q)""";
    /** {@link dev.parlance.catalog.MessageText#stale}, of a text and a source that may be missing. */
    static final String STALE = "text.source_wording <> source.wording";
    private static final String ORDER = " order by message.position, message.key limit :most";

    private final StringBuilder where = new StringBuilder(SELECT);
    private final Map<String, Object> values = new LinkedHashMap<>();

    private DraftConditions() {
    }

    static DraftConditions of(Catalog catalog, DraftQuery query, DraftQuery.@Nullable Place after) {
        var sql = new DraftConditions();
        sql.values.putAll(Map.of("catalog", catalog.name().value(), "locale", query.locale().value(),
                "source", catalog.sourceLocale().value()));
        if (query.lifecycle() == null) {
            sql.where.append(" and message.lifecycle <> 'retired'");
        } else {
            sql.and(" and message.lifecycle = :lifecycle", "lifecycle", query.lifecycle().label());
        }
        if (query.todo() != null) {
            sql.where.append(condition(query.todo()));
        }
        if (query.tag() != null) {
            sql.and(" and strpos(message.tags, :tag) > 0", "tag", '"' + query.tag() + '"');
        }
        if (query.prefix() != null) {
            sql.and(" and starts_with(message.key, :prefix)", "prefix", query.prefix());
        }
        if (query.code() != null) {
            sql.and(" and message.code = :code", "code", query.code());
        }
        if (query.q() != null) {
            sql.and(FOUND, "q", "%" + query.q().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (after != null) {
            sql.and(" and (message.position, message.key) > (:position, :after)", "position", after.position());
            sql.values.put("after", after.key().value());
        }
        return sql;
    }

    List<MessageKey> keys(EntityManager database, int most) {
        var query = database.createNativeQuery("select message.key" + where + ORDER, String.class).setParameter("most", most);
        values.forEach(query::setParameter);
        return query.getResultStream().map(it -> new MessageKey((String) it)).toList();
    }

    int count(EntityManager database) {
        var query = database.createNativeQuery("select count(*)" + where, Long.class);
        values.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).intValue();
    }

    private void and(String condition, String name, Object value) {
        where.append(condition);
        values.put(name, value);
    }

    private static String condition(Todo todo) {
        return switch (todo) {
            case UNTRANSLATED -> " and text.key is null";
            case DRAFT, TRANSLATED, APPROVED -> " and text.state = '" + todo.label() + "'";
            case STALE -> " and " + STALE;
            case ERRORS -> " and text.errors > 0";
            case WARNINGS -> " and text.warnings > 0";
        };
    }
}
