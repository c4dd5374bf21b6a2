package dev.parlance.storage.webhooks;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.events.EventType;
import dev.parlance.webhooks.EventFilter;
import dev.parlance.webhooks.Webhook;
import dev.parlance.webhooks.Webhook.PreviousSecret;
import dev.parlance.webhooks.WebhookSecret;
import dev.parlance.webhooks.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Webhooks in PostgreSQL. */
@ApplicationScoped
class SqlWebhooks implements Webhooks {
    private static final String SEPARATOR = " ";

    private static final String INSERT = """
            insert into webhook (id, catalog, url, description, events, status, status_since, secret, previous_secret,
                previous_secret_until, created_at, created_by, failing_since)
            values (:id, :catalog, :url, :description, :events, :status, :statusSince, :secret, :previousSecret,
                :previousUntil, :createdAt, :createdBy, :failingSince)
            """;
    private static final String UPDATE = """
            update webhook set url = :url, description = :description, events = :events, status = :status, status_since = :statusSince,
                secret = :secret, previous_secret = :previousSecret, previous_secret_until = :previousUntil, failing_since = :failingSince
            where id = :id
            """;
    private static final String SELECT = """
            select id, catalog, url, description, events, status, status_since, secret, previous_secret, previous_secret_until,
                created_at, created_by, failing_since
            from webhook
            """;
    private static final String SELECT_ONE = SELECT + "where catalog = :catalog and id = :id";
    /** Does not block transactions that add deliveries. */
    private static final String SELECT_LOCKED = SELECT + "where id = :id for no key update";
    private static final String SELECT_BY_CATALOG = SELECT + "where catalog = :catalog order by created_at, id";

    private final EntityManager database;

    SqlWebhooks(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(Webhook webhook) {
        write(INSERT, webhook).setParameter("catalog", webhook.catalog().value()).setParameter("createdAt", webhook.createdAt())
                .setParameter("createdBy", webhook.createdBy()).executeUpdate();
    }

    @Override
    public void save(Webhook webhook) {
        write(UPDATE, webhook).executeUpdate();
    }

    private NativeQuery<?> write(String sql, Webhook webhook) {
        var previous = webhook.secrets().previous();
        return database.createNativeQuery(sql).unwrap(NativeQuery.class).setParameter("id", webhook.id())
                .setParameter("url", webhook.settings().url()).setParameter("description", webhook.settings().description())
                .setParameter("events", String.join(SEPARATOR, webhook.settings().filter().labels()))
                .setParameter("status", webhook.status().label()).setParameter("statusSince", webhook.statusSince())
                .setParameter("secret", webhook.secrets().current().value())
                .setParameter("previousSecret", previous.map(it -> it.secret().value()).orElse(null), String.class)
                .setParameter("previousUntil", previous.map(PreviousSecret::validUntil).orElse(null), Instant.class)
                .setParameter("failingSince", webhook.failingSince().orElse(null), Instant.class);
    }

    @Override
    public void delete(UUID id) {
        database.createNativeQuery("delete from webhook where id = :id").setParameter("id", id).executeUpdate();
    }

    @Override
    public Optional<Webhook> find(CatalogName catalog, UUID id) {
        return rows(select(SELECT_ONE).setParameter("catalog", catalog.value()).setParameter("id", id)).findFirst();
    }

    @Override
    public Optional<Webhook> lock(UUID id) {
        return rows(select(SELECT_LOCKED).setParameter("id", id)).findFirst();
    }

    @Override
    public List<Webhook> findByCatalog(CatalogName catalog) {
        return rows(select(SELECT_BY_CATALOG).setParameter("catalog", catalog.value())).toList();
    }

    private NativeQuery<Object[]> select(String sql) {
        return database.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }

    private static Stream<Webhook> rows(NativeQuery<Object[]> query) {
        return query.getResultList().stream().map(SqlWebhooks::toWebhook);
    }

    private static Webhook toWebhook(Object[] row) {
        return new Webhook((UUID) row[0], new CatalogName((String) row[1]),
                new Webhook.Settings((String) row[2], (String) row[3], toFilter((String) row[4])),
                Labelled.findByLabel(Webhook.Status.class, (String) row[5]).orElseThrow(), (Instant) row[6],
                new Webhook.Secrets(new WebhookSecret((String) row[7]), Optional.ofNullable((@Nullable String) row[8])
                        .map(it -> new PreviousSecret(new WebhookSecret(it), (Instant) row[9]))),
                (Instant) row[10], (String) row[11], Optional.ofNullable((@Nullable Instant) row[12]));
    }

    private static EventFilter toFilter(String events) {
        return EventFilter.of(Arrays.stream(events.split(SEPARATOR)).filter(it -> !it.isEmpty())
                .map(it -> Labelled.findByLabel(EventType.class, it).orElseThrow()).toList());
    }
}
