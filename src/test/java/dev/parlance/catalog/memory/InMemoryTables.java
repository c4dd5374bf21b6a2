package dev.parlance.catalog.memory;

import com.ibm.icu.text.UTF16;
import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.glossary.GlossaryTerm;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.jobs.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of all fakes, by their natural keys. A transaction works on a copy. */
final class InMemoryTables {
    /** The order of PostgreSQL's collation C. */
    static final Comparator<String> BY_CODE_POINT = new UTF16.StringComparator(true, false, 0);

    final Map<CatalogName, Catalog> catalogs = new HashMap<>();
    final Map<MessageId, Message> messages = new HashMap<>();
    final Map<TextId, MessageText> texts = new HashMap<>();
    final Map<GlossaryTerm.Id, GlossaryTerm> terms = new HashMap<>();
    final Map<UUID, Job> jobs = new HashMap<>();
    final List<Change> changes = new ArrayList<>();
    /** The catalogs with releases. Releases themselves are stored in another fake. */
    final Set<CatalogName> releasedCatalogs = new HashSet<>();

    InMemoryTables copy() {
        var copy = new InMemoryTables();
        copyRows(catalogs, copy.catalogs);
        copyRows(messages, copy.messages);
        copyRows(texts, copy.texts);
        copyRows(terms, copy.terms);
        copyRows(jobs, copy.jobs);
        copy.changes.addAll(changes);
        copy.releasedCatalogs.addAll(releasedCatalogs);
        return copy;
    }

    private static <K, E> void copyRows(Map<K, E> from, Map<K, E> to) {
        from.forEach((key, row) -> to.put(key, EntityFields.copy(row)));
    }

    /** Adds a row like an insert: the key must be unused. */
    static <K, E> void insert(Map<K, E> table, E row) {
        @SuppressWarnings("unchecked")
        var id = (K) EntityFields.get(row, "id");
        if (table.putIfAbsent(id, row) != null) {
            throw new IllegalStateException("duplicate key: " + id);
        }
    }

    Stream<MessageText> textsOf(CatalogName catalog) {
        return texts.entrySet().stream().filter(it -> it.getKey().catalog().equals(catalog.value())).map(Map.Entry::getValue);
    }

    Stream<Message> messagesOf(CatalogName catalog) {
        return messages.entrySet().stream().filter(it -> it.getKey().catalog().equals(catalog.value())).map(Map.Entry::getValue);
    }

    boolean isReleased(TextId id) {
        return messages.get(new MessageId(id.catalog(), id.key())).definition().lifecycle().stage().isReleased();
    }

    /** Replaces the row, because other objects of the transaction must not see an update by SQL. */
    void resetCheckResults(TextId id) {
        var copy = EntityFields.copy(texts.get(id));
        EntityFields.set(copy, "errors", null);
        EntityFields.set(copy, "warnings", null);
        texts.put(id, copy);
    }
}
