package dev.parlance.codegen;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The messages of a catalog, sorted by key so that the order of files does not change the output. */
public record MessageSet(String catalog, List<CatalogMessage> messages) {
    public MessageSet {
        messages = messages.stream().sorted(Comparator.comparing(CatalogMessage::key)).toList();
        var keys = new HashSet<String>();
        for (var it : messages) {
            if (!keys.add(it.key())) {
                throw new IllegalArgumentException("two messages have the key " + it.key());
            }
        }
    }

    List<String> keys() {
        return messages.stream().map(CatalogMessage::key).toList();
    }

    /** Returns the different codes; several messages may share one. */
    List<String> codes() {
        return sorted(messages.stream().map(CatalogMessage::code));
    }

    /** Returns the different reasons. */
    List<String> reasons() {
        return sorted(messages.stream().map(CatalogMessage::reason).flatMap(Optional::stream));
    }

    private static List<String> sorted(Stream<String> values) {
        return values.distinct().sorted().toList();
    }
}
