package dev.parlance.storage.activity;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.activity.DraftActivity;
import dev.parlance.catalog.activity.RevisionSummary;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.ChangeSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The activity on drafts in PostgreSQL. Uses plain SQL, because it loads no entities. */
@ApplicationScoped
class SqlDraftActivity implements DraftActivity {
    private static final String SELECT_POSITIONS = """
            select catalog.name, catalog.revision, coalesce(counter.value, 0) from catalog
            left join comment_counter counter on counter.catalog = catalog.name where catalog.name in (:catalogs)
            """;
    /** Reads only the first changes of each revision, because an import may have a million changes. */
    private static final String SELECT_REVISIONS = """
            select numbers.revision, first.changed_by, first.subject, first.key, first.locale
            from generate_series(cast(:after as bigint) + 1, cast(:until as bigint)) numbers (revision)
            cross join lateral (select changed_by, subject, key, locale, ordinal from change
                where catalog = :catalog and change.revision = numbers.revision order by ordinal limit :targets) first
            order by numbers.revision, first.ordinal
            """;

    private final EntityManager database;

    SqlDraftActivity(EntityManager database) {
        this.database = database;
    }

    @Override
    public Map<CatalogName, Position> findPositions(Collection<CatalogName> catalogs) {
        List<Object[]> rows = database.createNativeQuery(SELECT_POSITIONS, Object[].class)
                .setParameter("catalogs", catalogs.stream().map(CatalogName::value).toList()).getResultList();
        return rows.stream().collect(Collectors.toMap(it -> new CatalogName((String) it[0]),
                it -> new Position((Long) it[1], (Long) it[2])));
    }

    @Override
    public List<RevisionSummary> findRevisions(CatalogName catalog, long after, long until, int maxTargets) {
        List<Object[]> rows = database.createNativeQuery(SELECT_REVISIONS, Object[].class).setParameter("catalog", catalog.value())
                .setParameter("after", after).setParameter("until", until).setParameter("targets", maxTargets + 1).getResultList();
        var byRevision = rows.stream().collect(Collectors.groupingBy(it -> (Long) it[0], LinkedHashMap::new, Collectors.toList()));
        return byRevision.entrySet().stream().map(it -> summarize(it.getKey(), it.getValue(), maxTargets)).toList();
    }

    private static RevisionSummary summarize(long revision, List<Object[]> changes, int maxTargets) {
        return new RevisionSummary(revision, (String) changes.get(0)[1],
                changes.stream().limit(maxTargets).map(SqlDraftActivity::toTarget).distinct().toList(), changes.size() > maxTargets);
    }

    private static ChangeTarget toTarget(Object[] row) {
        return new ChangeTarget(Labelled.findByLabel(ChangeSubject.class, (String) row[2]).orElseThrow(), (String) row[3],
                (String) row[4]);
    }
}
