package dev.parlance.catalog.memory;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Messages;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages in memory. */
final class InMemoryMessages implements Messages {
    private static final Comparator<Message> ORDER = Comparator.<Message>comparingInt(it -> it.definition().position())
            .thenComparing(it -> it.key().value());

    private final InMemoryTransactions transactions;

    InMemoryMessages(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Message> findAll(CatalogName catalog) {
        return sorted(catalog).toList();
    }

    @Override
    public Map<MessageKey, Message.Definition> findReleasedDefinitions(CatalogName catalog) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        sorted(catalog).filter(it -> it.definition().lifecycle().stage().isReleased())
                .forEach(it -> definitions.put(it.key(), it.definition()));
        return definitions;
    }

    @Override
    public Map<MessageKey, Message.Definition> findDefinitions(CatalogName catalog) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        sorted(catalog).forEach(it -> definitions.put(it.key(), it.definition()));
        return definitions;
    }

    @Override
    public List<Message> findAll(CatalogName catalog, Collection<MessageKey> keys) {
        return sorted(catalog).filter(it -> keys.contains(it.key())).toList();
    }

    @Override
    public List<MessageKey> findKeys(Catalog catalog, DraftQuery query, DraftQuery.@Nullable DraftPosition after, int limit) {
        return matching(catalog, query).filter(it -> after == null || isAfter(it, after)).map(Message::key).limit(limit).toList();
    }

    @Override
    public int count(Catalog catalog, DraftQuery query) {
        return (int) matching(catalog, query).count();
    }

    @Override
    public Optional<Message> find(CatalogName catalog, MessageKey key) {
        return Optional.ofNullable(transactions.tables().messages.get(new MessageId(catalog.value(), key.value())));
    }

    @Override
    public boolean existsByReason(CatalogName catalog, String reason, MessageKey excludedKey) {
        return transactions.tables().messagesOf(catalog)
                .anyMatch(it -> it.definition().reason().equals(reason) && !it.key().equals(excludedKey));
    }

    @Override
    public int nextPosition(CatalogName catalog) {
        return sorted(catalog).mapToInt(it -> it.definition().position()).max().orElse(-1) + 1;
    }

    @Override
    public void add(Message message) {
        var id = (MessageId) EntityFields.get(message, "id");
        if (existsByReason(new CatalogName(id.catalog()), message.definition().reason(), message.key())) {
            throw new IllegalStateException("duplicate reason: " + message.definition().reason());
        }
        InMemoryTables.insert(transactions.tables().messages, message);
    }

    private Stream<Message> matching(Catalog catalog, DraftQuery query) {
        var filter = new InMemoryDraftFilter(transactions.tables(), catalog, query);
        return sorted(catalog.name()).filter(filter);
    }

    private Stream<Message> sorted(CatalogName catalog) {
        return transactions.tables().messagesOf(catalog).sorted(ORDER);
    }

    private static boolean isAfter(Message message, DraftQuery.DraftPosition after) {
        int position = message.definition().position();
        return position > after.position() || position == after.position() && message.key().value().compareTo(after.key().value()) > 0;
    }
}
