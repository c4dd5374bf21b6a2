package dev.parlance.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An enum constant with a label, which is its name in the API and in the database.
 *
 * <p>The label of {@code SAME_REQUEST} is {@code same-request}.
 */
public interface Labelled {

    String name();

    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Labelled> Optional<E> findByLabel(Class<E> type, String label) {
        return Arrays.stream(type.getEnumConstants()).filter(it -> it.label().equals(label)).findFirst();
    }

    static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
    }
}
