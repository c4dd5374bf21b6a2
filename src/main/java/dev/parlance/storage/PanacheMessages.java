package dev.parlance.storage;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Messages;
import dev.parlance.storage.drafts.DraftSqlQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL repository of messages. */
@ApplicationScoped
class PanacheMessages implements Messages, PanacheRepositoryBase<Message, MessageId> {

    private static final String SELECT_RELEASED_DEFINITIONS = """
            select message.id.key, message.definition from Message message
            where message.id.catalog = ?1 and message.definition.lifecycle.stage in (?2)
            order by message.definition.position, message.id.key
            """;
    private static final String SELECT_DEFINITIONS = """
            select message.id.key, message.definition from Message message where message.id.catalog = ?1
            order by message.definition.position, message.id.key
            """;
    private static final List<Lifecycle> RELEASED_STAGES = Arrays.stream(Lifecycle.values()).filter(Lifecycle::isReleased).toList();

    @Override
    public List<Message> findAll(CatalogName catalog) {
        return list("id.catalog = ?1 order by definition.position, id.key", catalog.value());
    }

    @Override
    public Map<MessageKey, Message.Definition> findReleasedDefinitions(CatalogName catalog) {
        return toDefinitions(getEntityManager().createQuery(SELECT_RELEASED_DEFINITIONS, Object[].class)
                .setParameter(1, catalog.value()).setParameter(2, RELEASED_STAGES));
    }

    @Override
    public Map<MessageKey, Message.Definition> findDefinitions(CatalogName catalog) {
        return toDefinitions(getEntityManager().createQuery(SELECT_DEFINITIONS, Object[].class).setParameter(1, catalog.value()));
    }

    private static Map<MessageKey, Message.Definition> toDefinitions(TypedQuery<Object[]> query) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        query.setHint(HibernateHints.HINT_FETCH_SIZE, PanacheTexts.FETCH_SIZE).getResultStream()
                .forEach(row -> definitions.put(new MessageKey((String) row[0]), (Message.Definition) row[1]));
        return definitions;
    }

    @Override
    public List<Message> findAll(CatalogName catalog, Collection<MessageKey> keys) {
        return list(PanacheCatalogs.IN_CATALOG + " and id.key in (?2) order by definition.position, id.key", catalog.value(),
                keys.stream().map(MessageKey::value).toList());
    }

    @Override
    public List<MessageKey> findKeys(Catalog catalog, DraftQuery query, DraftQuery.@Nullable DraftPosition after, int limit) {
        return DraftSqlQuery.of(catalog, query, after).findKeys(getEntityManager(), limit);
    }

    @Override
    public int count(Catalog catalog, DraftQuery query) {
        return DraftSqlQuery.of(catalog, query, null).count(getEntityManager());
    }

    @Override
    public Optional<Message> find(CatalogName catalog, MessageKey key) {
        return findByIdOptional(new MessageId(catalog.value(), key.value()));
    }

    @Override
    public boolean existsByReason(CatalogName catalog, String reason, MessageKey except) {
        return count("id.catalog = ?1 and definition.reason = ?2 and id.key <> ?3", catalog.value(), reason, except.value()) > 0;
    }

    @Override
    public int nextPosition(CatalogName catalog) {
        return getEntityManager().createQuery("select coalesce(max(definition.position), -1) + 1 from Message where id.catalog = ?1",
                Integer.class)
                .setParameter(1, catalog.value()).getSingleResult();
    }

    @Override
    public void add(Message message) {
        persist(message);
    }
}
