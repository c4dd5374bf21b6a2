package dev.parlance.storage.activity;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.presence.DraftPlace;
import dev.parlance.catalog.presence.PresentPerson;
import dev.parlance.catalog.presence.Presences;
import dev.parlance.locales.LocaleTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The people who are present, in PostgreSQL. All times come from the database clock. */
@ApplicationScoped
class SqlPresences implements Presences {
    /** Preserves the time of arrival while the person stays in the same place. */
    private static final String SAVE = """
            insert into draft_presence (catalog, person, key, locale, since, expires_at)
            values (:catalog, :person, :key, :locale, now(), now() + make_interval(secs => :seconds))
            on conflict (catalog, person) do update set key = excluded.key, locale = excluded.locale, expires_at = excluded.expires_at,
                since = case when draft_presence.expires_at > now()
                    and (draft_presence.key, draft_presence.locale) is not distinct from (excluded.key, excluded.locale)
                    then draft_presence.since else excluded.since end
            """;
    private static final String DELETE = "delete from draft_presence where catalog = :catalog and person = :person";
    /** Skips rows that another transaction is updating or deleting. */
    private static final String DELETE_EXPIRED = """
            delete from draft_presence where (catalog, person) in (select catalog, person from draft_presence where expires_at <= now()
                order by expires_at limit 1000 for update skip locked)
            """;
    private static final String COUNT_OTHERS = """
            select count(*) from draft_presence where catalog = :catalog and person <> :person and expires_at > now()
            """;
    private static final String SELECT = """
            select catalog, person, key, locale, since from draft_presence where catalog in (:catalogs) and expires_at > now()
            order by person collate "C"
            """;

    private final EntityManager database;

    SqlPresences(EntityManager database) {
        this.database = database;
    }

    @Override
    public void save(CatalogName catalog, String person, DraftPlace place, Duration lifetime) {
        query(SAVE, catalog, person).setParameter("key", place.key().map(MessageKey::value).orElse(null), String.class)
                .setParameter("locale", place.locale().map(LocaleTag::value).orElse(null), String.class)
                .setParameter("seconds", (double) lifetime.toSeconds()).executeUpdate();
    }

    @Override
    public void remove(CatalogName catalog, String person) {
        query(DELETE, catalog, person).executeUpdate();
    }

    @Override
    public void deleteExpired() {
        database.createNativeQuery(DELETE_EXPIRED).executeUpdate();
    }

    @Override
    public int countOthers(CatalogName catalog, String person) {
        return ((Long) database.createNativeQuery(COUNT_OTHERS, Long.class).setParameter("catalog", catalog.value())
                .setParameter("person", person).getSingleResult()).intValue();
    }

    private NativeQuery<?> query(String sql, CatalogName catalog, String person) {
        return database.createNativeQuery(sql).unwrap(NativeQuery.class).setParameter("catalog", catalog.value())
                .setParameter("person", person);
    }

    @Override
    public Map<CatalogName, List<PresentPerson>> findAll(Collection<CatalogName> catalogs) {
        List<Object[]> rows = database.createNativeQuery(SELECT, Object[].class)
                .setParameter("catalogs", catalogs.stream().map(CatalogName::value).toList()).getResultList();
        return rows.stream().collect(Collectors.groupingBy(it -> new CatalogName((String) it[0]),
                Collectors.mapping(SqlPresences::toPerson, Collectors.toUnmodifiableList())));
    }

    private static PresentPerson toPerson(Object[] row) {
        return new PresentPerson((String) row[1], new DraftPlace(Optional.ofNullable((@Nullable String) row[2]).map(MessageKey::new),
                Optional.ofNullable((@Nullable String) row[3]).map(LocaleTag::new)), (Instant) row[4]);
    }
}
