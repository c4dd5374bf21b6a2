package dev.parlance.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.catalog.CatalogName;
import dev.parlance.security.AccessChange;
import dev.parlance.security.AccessHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The history of access changes in PostgreSQL. Plain SQL, because rows are only added and read. */
@ApplicationScoped
class SqlAccessHistory implements AccessHistory {
    /** The row of access_revision stays locked until the commit, so a later revision is never visible before an earlier one. */
    private static final String INSERT = """
            with next as (update access_revision set revision = revision + 1 returning revision)
            insert into access_change (revision, subject, name, catalog, action, changed_at, changed_by, before, after)
            select revision, :subject, :name, cast(:catalog as text), :action, :at, :by, :before, :after from next
            """;
    private static final String SELECT = """
            select revision, subject, name, catalog, action, changed_at, changed_by, before, after from access_change
            where revision > :after and revision < :before and changed_at >= :since
            order by revision desc
            """;
    /** Before every change, and within the range of PostgreSQL. */
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final JsonMapper JSON = new JsonMapper();

    private final EntityManager database;

    SqlAccessHistory(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(AccessChange change) {
        database.createNativeQuery(INSERT).setParameter("subject", change.subject().label()).setParameter("name", change.name())
                .setParameter("catalog", change.catalog().map(CatalogName::value).orElse(null))
                .setParameter("action", change.action().label()).setParameter("at", change.changedAt())
                .setParameter("by", change.changedBy()).setParameter("before", toJson(change.before()))
                .setParameter("after", toJson(change.after())).executeUpdate();
    }

    @Override
    public List<RecordedChange> page(Query query, int limit) {
        List<Object[]> rows = database.createNativeQuery(SELECT, Object[].class).setParameter("after", query.after())
                .setParameter("before", query.before()).setParameter("since", query.since().orElse(BEGINNING)).setMaxResults(limit)
                .getResultList();
        return rows.stream().map(SqlAccessHistory::toChange).toList();
    }

    private static RecordedChange toChange(Object[] row) {
        return new RecordedChange((Long) row[0], new AccessChange(AccessChange.Subject.of((String) row[1]), (String) row[2],
                Optional.ofNullable((@Nullable String) row[3]).map(CatalogName::new), AccessChange.Action.of((String) row[4]),
                (Instant) row[5], (String) row[6], fromJson((String) row[7]), fromJson((String) row[8])));
    }

    private static String toJson(Map<String, String> state) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(state));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fromJson(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
