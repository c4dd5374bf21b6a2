package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.Messages;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Messages in PostgreSQL. */
@ApplicationScoped
class PanacheMessages implements Messages, PanacheRepositoryBase<Message, MessageId> {

    @Override
    public List<Message> of(CatalogName catalog) {
        return list("id.catalog = ?1 order by position, id.key", catalog.value());
    }

    @Override
    public void add(Message message) {
        persist(message);
    }
}
