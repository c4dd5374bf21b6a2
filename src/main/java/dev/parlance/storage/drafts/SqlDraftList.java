package dev.parlance.storage.drafts;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.DraftList;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The list of draft messages in PostgreSQL.
 *
 * <p>A page is read in two queries. The first finds the keys, and PostgreSQL omits joins that its conditions do not need. The second reads
 * the rows of these keys.
 */
@ApplicationScoped
class SqlDraftList implements DraftList {
    private static final String SELECT_ROWS = """
            select message.key, message.code, message.lifecycle, left(source.message, :excerpt) as source,
                left(text.message, :excerpt) as message, text.syntax, text.state, coalesce({stale}, false) as stale, text.rejected,
                text.errors, text.warnings, text.version, text.changed_by, text.changed_at
            from message
            left join message_text text on text.catalog = message.catalog and text.key = message.key and text.locale = :locale
            left join message_text source on source.catalog = message.catalog and source.key = message.key and source.locale = :source
            where message.catalog = :catalog and message.key in (:keys)
            """.replace("{stale}", DraftSqlQuery.STALE);
    private static final String COUNTS = """
            count(*) filter (where {matching}) as matching, count(*) as total, count(*) filter (where text.key is null) as untranslated,
            count(*) filter (where text.state = 'draft') as drafts, count(*) filter (where text.state = 'translated') as translated,
            count(*) filter (where text.state = 'approved') as approved, count(*) filter (where {stale}) as stale,
            count(*) filter (where text.rejected) as rejected, count(*) filter (where text.errors > 0) as errors,
            count(*) filter (where text.warnings > 0) as warnings,
            count(*) filter (where text.errors > 0 or text.warnings > 0) as findings
            """.replace("{stale}", DraftSqlQuery.STALE);
    private static final String POSITION = """
            count(*) filter (where {before}) as offset_, count(*) filter (where message.key = :target) as listed, count(*) as total
            """;
    private static final String SELECT_TARGET = """
            select message.position, text.changed_at from message
            left join message_text text on text.catalog = message.catalog and text.key = message.key and text.locale = :locale
            where message.catalog = :catalog and message.key = :key
            """;
    /** Reads one row of the index per locale. An aggregate would read the whole history. */
    private static final String SELECT_LAST_CHANGES = """
            select its.locale, latest.changed_at, latest.changed_by, latest.cause from catalog_locale its
            cross join lateral (select changed_at, changed_by, cause from change
                where change.catalog = its.catalog and change.locale = its.locale and change.subject = 'text'
                order by change.revision desc, change.ordinal desc limit 1) latest
            where its.catalog = :catalog
            """;
    private static final String COUNT_REJECTED = """
            select text.locale, count(*) as texts from message_text text
            join message on message.catalog = text.catalog and message.key = text.key and message.lifecycle in ('active', 'deprecated')
            where text.catalog = :catalog and text.rejected
            group by text.locale
            """;
    private static final String COUNT_CHANGES = """
            select cast(changed_at at time zone 'UTC' as date) as changed_on, count(*) as changes from change
            where catalog = :catalog and changed_at >= cast(:first as date) at time zone 'UTC'
            group by changed_on
            """;
    private static final String BEFORE_POSITION = "(message.position, message.key) < (:position, :target)";

    private final EntityManager database;

    SqlDraftList(EntityManager database) {
        this.database = database;
    }

    @Override
    public ListPart findRows(Catalog catalog, DraftQuery query, ListWindow window) {
        var selection = DraftSqlQuery.of(catalog, query, null);
        var found = selection.select("message.key, count(*) over () as total", orderBy(window.order()) + " limit :most offset :skipped",
                Tuple.class, database).setParameter("most", window.limit()).setParameter("skipped", window.offset()).getResultList();
        if (found.isEmpty()) {
            return new ListPart(window.offset() == 0 ? 0 : selection.count(database), List.of());
        }
        var keys = found.stream().map(it -> it.get("key", String.class)).toList();
        var rows = new HashMap<String, ListRow>();
        for (var row : tuples(SELECT_ROWS, Map.of("catalog", catalog.name().value(), "locale", query.locale().value(),
                "source", catalog.sourceLocale().value(), "keys", keys, "excerpt", EXCERPT_LENGTH + 1))) {
            rows.put(row.get("key", String.class), toRow(row, query.locale().equals(catalog.sourceLocale())));
        }
        return new ListPart(count(found.get(0), "total"), keys.stream().map(rows::get).toList());
    }

    @Override
    public ListCounts count(Catalog catalog, DraftQuery query) {
        var columns = COUNTS.replace("{matching}", DraftSqlQuery.anyOf(query.textFilters()));
        var row = DraftSqlQuery.of(catalog, query.inAnyState(), null).select(columns, "", Tuple.class, database).getSingleResult();
        return new ListCounts(count(row, "matching"), count(row, "total"), count(row, "untranslated"), count(row, "drafts"),
                count(row, "translated"), count(row, "approved"), count(row, "stale"), count(row, "rejected"), count(row, "errors"),
                count(row, "warnings"), count(row, "findings"));
    }

    @Override
    public Optional<ListPosition> findPosition(Catalog catalog, DraftQuery query, SortOrder order, MessageKey key) {
        return tuples(SELECT_TARGET, Map.of("catalog", catalog.name().value(), "locale", query.locale().value(), "key", key.value()))
                .stream().findFirst().map(target -> findPosition(catalog, query, order, key, target));
    }

    private ListPosition findPosition(Catalog catalog, DraftQuery query, SortOrder order, MessageKey key, Tuple target) {
        var changedAt = target.get("changed_at", Instant.class);
        var before = switch (order) {
            case POSITION -> BEFORE_POSITION;
            case KEY -> "message.key < :target";
            case CHANGED -> changedAt == null ? "text.changed_at is not null or " + BEFORE_POSITION
                    : "text.changed_at > :changed or text.changed_at = :changed and " + BEFORE_POSITION;
        };
        var counting = DraftSqlQuery.of(catalog, query, null).select(POSITION.replace("{before}", before), "", Tuple.class, database)
                .setParameter("target", key.value());
        if (order != SortOrder.KEY) {
            counting.setParameter("position", target.get("position", Integer.class));
        }
        if (order == SortOrder.CHANGED && changedAt != null) {
            counting.setParameter("changed", changedAt);
        }
        var row = counting.getSingleResult();
        return new ListPosition(count(row, "listed") > 0, count(row, "offset_"), count(row, "total"));
    }

    @Override
    public Map<LocaleTag, LastChange> findLastChanges(Catalog catalog) {
        return tuples(SELECT_LAST_CHANGES, Map.of("catalog", catalog.name().value())).stream().collect(Collectors.toMap(
                SqlDraftList::localeOf, it -> new LastChange(it.get("changed_at", Instant.class), it.get("changed_by", String.class),
                        Labelled.findByLabel(ChangeCause.class, it.get("cause", String.class)).orElseThrow())));
    }

    @Override
    public Map<LocaleTag, Integer> countRejected(Catalog catalog) {
        return tuples(COUNT_REJECTED, Map.of("catalog", catalog.name().value())).stream()
                .collect(Collectors.toMap(SqlDraftList::localeOf, it -> count(it, "texts")));
    }

    @Override
    public SortedMap<LocalDate, Integer> countChanges(CatalogName catalog, LocalDate firstDay) {
        var counts = new TreeMap<LocalDate, Integer>();
        tuples(COUNT_CHANGES, Map.of("catalog", catalog.value(), "first", firstDay))
                .forEach(it -> counts.put(it.get("changed_on", LocalDate.class), count(it, "changes")));
        return counts;
    }

    private List<Tuple> tuples(String sql, Map<String, Object> parameters) {
        @SuppressWarnings("unchecked")
        var query = (TypedQuery<Tuple>) database.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static String orderBy(SortOrder order) {
        return switch (order) {
            case POSITION -> " order by message.position, message.key";
            case KEY -> " order by message.key";
            case CHANGED -> " order by text.changed_at desc nulls last, message.position, message.key";
        };
    }

    private static ListRow toRow(Tuple row, boolean isSource) {
        return new ListRow(new MessageKey(row.get("key", String.class)), row.get("code", String.class),
                Labelled.findByLabel(Lifecycle.class, row.get("lifecycle", String.class)).orElseThrow(),
                isSource ? null : row.get("source", String.class), row.get("state") == null ? null : toText(row));
    }

    private static ListText toText(Tuple row) {
        return new ListText(row.get("message", String.class), Syntax.of(row.get("syntax", String.class)),
                Labelled.findByLabel(TextState.class, row.get("state", String.class)).orElseThrow(), row.get("stale", Boolean.class),
                row.get("rejected", Boolean.class), row.get("errors", Integer.class), row.get("warnings", Integer.class),
                row.get("version", Integer.class), row.get("changed_by", String.class), row.get("changed_at", Instant.class));
    }

    private static LocaleTag localeOf(Tuple row) {
        return new LocaleTag(row.get("locale", String.class));
    }

    private static int count(Tuple row, String column) {
        return row.get(column, Long.class).intValue();
    }
}
