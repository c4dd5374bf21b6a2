package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Tags;
import dev.parlance.rendering.Contract;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.jpa.HibernateHints;

/** Messages in PostgreSQL. */
@ApplicationScoped
class PanacheMessages implements Messages, PanacheRepositoryBase<Message, MessageId> {

    private static final String DEFINITIONS = """
            select message.id.key, message.position, message.code, message.reason, message.httpStatus, message.contract,
                message.tags
            from Message message where message.id.catalog = ?1 order by message.position, message.id.key
            """;

    @Override
    public List<Message> of(CatalogName catalog) {
        return list("id.catalog = ?1 order by position, id.key", catalog.value());
    }

    @Override
    public Map<MessageKey, Message.Definition> definitions(CatalogName catalog) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        getEntityManager().createQuery(DEFINITIONS, Object[].class).setParameter(1, catalog.value())
                .setHint(HibernateHints.HINT_FETCH_SIZE, PanacheTexts.AT_A_TIME).getResultStream().forEach(row ->
                        definitions.put(new MessageKey((String) row[0]), new Message.Definition((Integer) row[1], (String) row[2],
                                (String) row[3], (Integer) row[4], (Contract) row[5], (Tags) row[6])));
        return definitions;
    }

    @Override
    public void add(Message message) {
        persist(message);
    }
}
