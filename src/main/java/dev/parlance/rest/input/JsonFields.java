package dev.parlance.rest.input;

import dev.parlance.catalog.Labelled;
import dev.parlance.problems.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts in bodies that must be there. */
public final class JsonFields {
    private JsonFields() {
    }

    public static String requireText(String pointer, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            throw ProblemType.INVALID_FIELD.with(pointer, "missing");
        }
        return TextInput.optionalText(pointer, value, maxLength);
    }

    /** Never echoed, and of any characters. */
    public static String requireSecret(String pointer, @Nullable String value) {
        if (value == null) {
            throw ProblemType.INVALID_FIELD.with(pointer, "missing");
        }
        return value;
    }

    /** One of the labels of an enumeration; empty if absent. */
    public static <E extends Enum<E> & Labelled> Optional<E> choice(String pointer, Class<E> type, @Nullable String label) {
        return Optional.ofNullable(label).map(it -> Labelled.findByLabel(type, it).orElseThrow(() -> ProblemType.INVALID_FIELD.with(pointer, "value")));
    }
}
