package dev.parlance.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages of all catalogs. */
public interface Messages {

    /** In the order of their positions. */
    List<Message> findAll(CatalogName catalog);

    /** Those that are released, in the order of their positions. Read only: these are no entities. */
    Map<MessageKey, Message.Definition> findReleasedDefinitions(CatalogName catalog);

    /** Some of them, in the order of their positions. */
    List<Message> findAll(CatalogName catalog, Collection<MessageKey> keys);

    /** Those that are asked for, in the order of their positions. */
    List<MessageKey> findKeys(Catalog catalog, DraftQuery query, DraftQuery.@Nullable DraftPosition after, int limit);

    /** How many are asked for. */
    int count(Catalog catalog, DraftQuery query);

    Optional<Message> find(CatalogName catalog, MessageKey key);

    /** Whether a message other than this one has the reason. */
    boolean existsByReason(CatalogName catalog, String reason, MessageKey excludedKey);

    /** One after the last. */
    int nextPosition(CatalogName catalog);

    void add(Message message);
}
