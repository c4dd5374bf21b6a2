package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeSubject;
import dev.parlance.catalog.history.History;
import dev.parlance.locales.LocaleTag;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL repository of the history of changes. */
@ApplicationScoped
class PanacheHistory implements History, PanacheRepositoryBase<Change, Change.Id> {

    /** Changes of a catalog have neither key nor locale, which lets PostgreSQL use its index. */
    private static final String LAST_SOURCE_CHANGE = """
            select coalesce(max(revision), 0) from change where catalog = :catalog and key is null and locale is null
                and subject = 'catalog' and after::jsonb #>> '{catalog,sourceLocale}' is not null
            """;
    private static final String SELECT_LAST_TEXT_VERSIONS = """
            select change.key, change.locale, max(change.version) from Change change
            where change.{inCatalog} and change.subject = ?2 and change.locale in (?3) and change.key in (?4)
            group by change.key, change.locale
            """.replace("{inCatalog}", PanacheCatalogs.IN_CATALOG);
    private static final String SELECT_CHANGED_MESSAGES = """
            select change.key from Change change where change.id.catalog = ?1 and change.id.revision = ?2 and change.subject in (?3)
            group by change.key order by max(change.id.ordinal) desc
            """;
    private static final String SELECT_LATEST = """
            select distinct on (subject, key, locale) * from change
            where catalog = (select name from catalog where name = :catalog) and key in (:keys) and subject in ('message', 'text')
            order by subject, key, locale, revision desc, ordinal desc
            """;
    private static final List<ChangeSubject> OF_MESSAGES = List.of(ChangeSubject.MESSAGE, ChangeSubject.TEXT);
    private static final String LATEST_FIRST = " order by id.revision desc, id.ordinal desc";

    @Override
    public void add(Change change) {
        persist(change);
    }

    @Override
    public List<Change> page(CatalogName catalog, Query query, int limit) {
        var where = new StringBuilder("id.catalog = :catalog and id.revision > :after");
        var values = Parameters.with("catalog", catalog.value()).and("after", query.after());
        if (query.key() != null) {
            where.append(" and key = :key");
            values.and("key", query.key());
        }
        if (query.locale() != null) {
            where.append(" and locale = :locale");
            values.and("locale", query.locale().value());
        }
        if (query.author() != null) {
            where.append(" and changedBy = :author");
            values.and("author", query.author());
        }
        if (query.cause() != null) {
            where.append(" and cause = :cause");
            values.and("cause", query.cause());
        }
        addIfPresent(where, values, "changedAt >= :since", "since", query.since());
        if (query.startingBefore() != null) {
            // The first condition is redundant, but lets PostgreSQL start its index scan there: it cannot do so for "or".
            where.append(" and id.revision <= :revision and (id.revision < :revision or id.ordinal < :ordinal)");
            values.and("revision", query.startingBefore().revision()).and("ordinal", query.startingBefore().ordinal());
        }
        return find(where + LATEST_FIRST, values).page(0, limit).list();
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, long revision) {
        return list("id.catalog = ?1 and id.revision = ?2 order by id.ordinal", catalog.value(), revision);
    }

    @Override
    public List<MessageKey> findChangedMessages(CatalogName catalog, long revision) {
        return getEntityManager().createQuery(SELECT_CHANGED_MESSAGES, String.class).setParameter(1, catalog.value())
                .setParameter(2, revision).setParameter(3, OF_MESSAGES).getResultStream().map(MessageKey::new).toList();
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, long revision, Collection<MessageKey> keys) {
        return list(PanacheCatalogs.IN_CATALOG + " and id.revision = ?2 and subject in (?3) and key in (?4) order by id.ordinal",
                catalog.value(), revision, OF_MESSAGES, keys.stream().map(MessageKey::value).toList());
    }

    @Override
    public List<Change> findOtherChanges(CatalogName catalog, long revision) {
        return list("id.catalog = ?1 and id.revision = ?2 and subject not in (?3) order by id.ordinal", catalog.value(), revision,
                OF_MESSAGES);
    }

    @Override
    public Map<ChangeTarget, Change> findLatest(CatalogName catalog, Collection<MessageKey> keys) {
        List<Change> latest = getEntityManager().createNativeQuery(SELECT_LATEST, Change.class).setParameter("catalog", catalog.value())
                .setParameter("keys", keys.stream().map(MessageKey::value).toList()).getResultList();
        return latest.stream().collect(Collectors.toMap(Change::target, it -> it));
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, UUID job) {
        return list("id.catalog = ?1 and job = ?2 order by id.revision, id.ordinal", catalog.value(), job);
    }

    @Override
    public Optional<Change> findVersion(CatalogName catalog, ChangeTarget target, int version) {
        var condition = TargetCondition.of(catalog, target);
        return find(condition.jpql() + " and version = :version" + LATEST_FIRST,
                condition.parameters().and("version", version)).firstResultOptional();
    }

    @Override
    public Optional<Change> findLatest(CatalogName catalog, ChangeTarget target) {
        var condition = TargetCondition.of(catalog, target);
        return find(condition.jpql() + LATEST_FIRST, condition.parameters()).firstResultOptional();
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, Selection selection, int limit) {
        var where = new StringBuilder("id.catalog = :catalog and subject in (:subjects)");
        var values = Parameters.with("catalog", catalog.value())
                .and("subjects", List.of(ChangeSubject.MESSAGE, ChangeSubject.TEXT, ChangeSubject.TERM));
        addIfPresent(where, values, "key = :key", "key", selection.key());
        addIfPresent(where, values, "locale = :locale", "locale", selection.locale() == null ? null : selection.locale().value());
        addIfPresent(where, values, "changedBy = :author", "author", selection.author());
        addIfPresent(where, values, "cause = :cause", "cause", selection.cause());
        addIfPresent(where, values, "changedAt >= :from", "from", selection.from());
        addIfPresent(where, values, "changedAt < :to", "to", selection.to());
        return find(where + " order by id.revision, id.ordinal", values).page(0, limit).list();
    }

    @Override
    public long lastSourceChange(CatalogName catalog) {
        return (Long) getEntityManager().createNativeQuery(LAST_SOURCE_CHANGE, Long.class).setParameter("catalog", catalog.value())
                .getSingleResult();
    }

    private static void addIfPresent(StringBuilder where, Parameters values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.and(name, value);
        }
    }

    @Override
    public List<Change> findTextChanges(CatalogName catalog, LocaleTag locale, Collection<MessageKey> keys) {
        return keys.isEmpty() ? List.of() : list("id.catalog = ?1 and subject = ?2 and locale = ?3 and key in (?4)" + LATEST_FIRST,
                catalog.value(), ChangeSubject.TEXT, locale.value(), keys.stream().map(MessageKey::value).toList());
    }

    @Override
    public Map<ChangeTarget, Integer> findLastTextVersions(CatalogName catalog, Set<LocaleTag> locales, Collection<MessageKey> keys) {
        var versions = new HashMap<ChangeTarget, Integer>();
        if (!keys.isEmpty()) {
            getEntityManager().createQuery(SELECT_LAST_TEXT_VERSIONS, Object[].class).setParameter(1, catalog.value())
                    .setParameter(2, ChangeSubject.TEXT).setParameter(3, locales.stream().map(LocaleTag::value).toList())
                    .setParameter(4, keys.stream().map(MessageKey::value).toList()).getResultStream()
                    .forEach(row -> versions.put(new ChangeTarget(ChangeSubject.TEXT, (String) row[0], (String) row[1]), (Integer) row[2]));
        }
        return versions;
    }

    /** The condition for one target. PostgreSQL uses its index for = and "is null", but not for "is not distinct from". */
    private record TargetCondition(StringBuilder jpql, Parameters parameters) {
        static TargetCondition of(CatalogName catalog, ChangeTarget target) {
            var condition = new TargetCondition(new StringBuilder("id.catalog = :catalog and subject = :subject"),
                    Parameters.with("catalog", catalog.value()).and("subject", target.subject()));
            condition.addEquals("key", target.key());
            condition.addEquals("locale", target.ofLocale());
            return condition;
        }

        private void addEquals(String column, @Nullable String value) {
            if (value == null) {
                jpql.append(" and ").append(column).append(" is null");
            } else {
                jpql.append(" and ").append(column).append(" = :").append(column);
                parameters.and(column, value);
            }
        }
    }
}
