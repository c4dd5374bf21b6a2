package dev.parlance.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The repository of messages. */
public interface Messages {

    /** Returns all messages in the order of their positions. */
    List<Message> findAll(CatalogName catalog);

    /**
     * Returns the definitions of released messages in the order of their positions.
     *
     * <p>Reads columns only and loads no entities.
     */
    Map<MessageKey, Message.Definition> findReleasedDefinitions(CatalogName catalog);

    /** Returns the definitions of all messages in the order of their positions, like {@link #findReleasedDefinitions}. */
    Map<MessageKey, Message.Definition> findDefinitions(CatalogName catalog);

    /** Returns the messages with the given keys in the order of their positions. */
    List<Message> findAll(CatalogName catalog, Collection<MessageKey> keys);

    /** Returns the keys of matching messages in the order of their positions, starting after a position. */
    List<MessageKey> findKeys(Catalog catalog, DraftQuery query, DraftQuery.@Nullable DraftPosition after, int limit);

    /** Returns the number of matching messages. */
    int count(Catalog catalog, DraftQuery query);

    Optional<Message> find(CatalogName catalog, MessageKey key);

    /** Returns whether a message other than {@code excludedKey} has the reason. */
    boolean existsByReason(CatalogName catalog, String reason, MessageKey excludedKey);

    /** Returns the position after the last message; 0 in an empty catalog. */
    int nextPosition(CatalogName catalog);

    void add(Message message);
}
