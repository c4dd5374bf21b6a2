package dev.parlance.storage.webhooks;

import dev.parlance.catalog.Labelled;
import dev.parlance.webhooks.Deliveries;
import dev.parlance.webhooks.Delivery;
import dev.parlance.webhooks.Delivery.Attempt;
import dev.parlance.webhooks.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Deliveries in PostgreSQL. */
@ApplicationScoped
class SqlDeliveries implements Deliveries {
    private static final String COLUMNS = """
            id, webhook, message_id, event_type, payload, created_at, status, attempts, next_attempt_at, attempted_at, duration_millis,
                response_status, response_excerpt, error
            """;
    /** Adds nothing if the webhook is being deleted, so that the transaction of the event does not fail. */
    private static final String INSERT = """
            insert into webhook_delivery (id, webhook, message_id, event_type, payload, created_at, status, attempts, next_attempt_at)
            select :id, id, :messageId, :eventType, :payload, cast(:createdAt as timestamptz), :status, :attempts,
                cast(:nextAttemptAt as timestamptz)
            from webhook where id = :webhook for key share
            """;
    private static final String UPDATE = """
            update webhook_delivery set status = :status, attempts = :attempts, next_attempt_at = :nextAttemptAt,
                attempted_at = :attemptedAt, duration_millis = :durationMillis, response_status = :responseStatus,
                response_excerpt = :excerpt, error = :error
            where id = :id
            """;
    private static final String SELECT = "select " + COLUMNS + " from webhook_delivery ";
    private static final String SELECT_ONE = SELECT + "where webhook = :webhook and id = :id";
    private static final String SELECT_PAGE = SELECT + """
            where webhook = :webhook and (cast(:createdAt as timestamptz) is null or created_at < :createdAt
                or created_at = :createdAt and id > cast(:afterId as uuid))
            order by created_at desc, id
            """;
    /** Webhooks without failures come first, so that failing ones cannot use all requests. */
    private static final String CLAIM = """
            update webhook set busy_until = :leaseUntil where id in (select id from webhook
                where (busy_until is null or busy_until < :now) and exists (select 1 from webhook_delivery delivery
                    where delivery.webhook = webhook.id and delivery.status = 'pending' and delivery.next_attempt_at <= :now
                        and (webhook.status = 'enabled' or delivery.event_type = 'webhook.test'))
                order by failing_since nulls first, id limit :limit for no key update skip locked)
            returning id
            """;
    private static final String CLAIM_DELIVERY = """
            update webhook_delivery set attempts = attempts + 1 where id in (select delivery.id from webhook_delivery delivery
                join webhook on webhook.id = delivery.webhook
                where delivery.webhook = :webhook and delivery.status = 'pending' and delivery.next_attempt_at <= :now
                    and (webhook.status = 'enabled' or delivery.event_type = 'webhook.test')
                order by delivery.next_attempt_at, delivery.created_at, delivery.id limit 1)
            returning
            """ + COLUMNS;
    /** Skips rows that another replica is deleting. */
    private static final String DELETE = """
            delete from webhook_delivery where id in (select id from webhook_delivery where created_at < :before
                order by created_at limit :limit for update skip locked)
            """;

    private final EntityManager database;
    private final Webhooks webhooks;

    SqlDeliveries(EntityManager database, Webhooks webhooks) {
        this.database = database;
        this.webhooks = webhooks;
    }

    @Override
    public void addAll(List<Delivery> added) {
        for (var it : added) {
            write(INSERT, it).setParameter("webhook", it.webhook()).setParameter("messageId", it.messageId())
                    .setParameter("eventType", it.eventType()).setParameter("payload", it.payload())
                    .setParameter("createdAt", it.createdAt()).executeUpdate();
        }
    }

    @Override
    public void save(Delivery delivery) {
        var attempt = delivery.lastAttempt();
        write(UPDATE, delivery).setParameter("attemptedAt", attempt.map(Attempt::at).orElse(null), Instant.class)
                .setParameter("durationMillis", attempt.map(Attempt::durationMillis).orElse(null), Integer.class)
                .setParameter("responseStatus", attempt.map(Attempt::responseStatus).filter(OptionalInt::isPresent)
                        .map(OptionalInt::getAsInt).orElse(null), Integer.class)
                .setParameter("excerpt", attempt.map(Attempt::excerpt).orElse(null), String.class)
                .setParameter("error", attempt.flatMap(Attempt::error).map(Labelled::label).orElse(null), String.class).executeUpdate();
    }

    private NativeQuery<?> write(String sql, Delivery delivery) {
        return database.createNativeQuery(sql).unwrap(NativeQuery.class).setParameter("id", delivery.id())
                .setParameter("status", delivery.status().label()).setParameter("attempts", delivery.attempts())
                .setParameter("nextAttemptAt", delivery.nextAttemptAt().orElse(null), Instant.class);
    }

    @Override
    public Optional<Delivery> find(UUID webhook, UUID id) {
        return rows(select(SELECT_ONE).setParameter("webhook", webhook).setParameter("id", id)).findFirst();
    }

    @Override
    public List<Delivery> page(UUID webhook, Optional<DeliveryPosition> after, int limit) {
        return rows(select(SELECT_PAGE).setParameter("webhook", webhook)
                .setParameter("createdAt", after.map(DeliveryPosition::createdAt).orElse(null), Instant.class)
                .setParameter("afterId", after.map(DeliveryPosition::id).orElse(null), UUID.class).setMaxResults(limit)).toList();
    }

    @Override
    public List<ClaimedDelivery> claim(Instant now, Instant leaseUntil, int limit) {
        List<UUID> claimed = database.createNativeQuery(CLAIM, UUID.class).setParameter("now", now).setParameter("leaseUntil", leaseUntil)
                .setParameter("limit", limit).getResultList();
        var deliveries = new ArrayList<ClaimedDelivery>();
        for (var id : claimed) {
            var delivery = rows(select(CLAIM_DELIVERY).setParameter("webhook", id).setParameter("now", now)).findFirst();
            if (delivery.isPresent()) {
                deliveries.add(new ClaimedDelivery(webhooks.lock(id).orElseThrow(), delivery.get()));
            } else {
                // Another replica sent it between the two statements.
                release(id);
            }
        }
        return List.copyOf(deliveries);
    }

    @Override
    public void release(UUID webhook) {
        database.createNativeQuery("update webhook set busy_until = null where id = :id").setParameter("id", webhook).executeUpdate();
    }

    @Override
    public int deleteCreatedBefore(Instant instant, int limit) {
        return database.createNativeQuery(DELETE).setParameter("before", instant).setParameter("limit", limit).executeUpdate();
    }

    private NativeQuery<Object[]> select(String sql) {
        return database.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }

    private static Stream<Delivery> rows(NativeQuery<Object[]> query) {
        return query.getResultList().stream().map(SqlDeliveries::toDelivery);
    }

    private static Delivery toDelivery(Object[] row) {
        return new Delivery((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4], (Instant) row[5],
                Labelled.findByLabel(Delivery.Status.class, (String) row[6]).orElseThrow(), (Integer) row[7],
                Optional.ofNullable((@Nullable Instant) row[8]),
                Optional.ofNullable((@Nullable Instant) row[9]).map(it -> toAttempt(it, row)));
    }

    private static Attempt toAttempt(Instant at, Object[] row) {
        var status = (@Nullable Integer) row[11];
        return new Attempt(at, (Integer) row[10], status == null ? OptionalInt.empty() : OptionalInt.of(status), (String) row[12],
                Optional.ofNullable((@Nullable String) row[13])
                        .map(it -> Labelled.findByLabel(Delivery.SendError.class, it).orElseThrow()));
    }
}
