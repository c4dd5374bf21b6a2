package dev.parlance.rest.input;

import dev.parlance.catalog.Labelled;
import dev.parlance.problems.ProblemType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validation of single members of JSON bodies. */
public final class JsonFields {
    private JsonFields() {
    }

    /**
     * Returns a text that must be present and not blank.
     *
     * @param maxLength in code points
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD}, {@link ProblemType#TOO_LONG} or
     *         {@link ProblemType#FORBIDDEN_CHARACTER}
     */
    public static String requireText(String pointer, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            throw ProblemType.INVALID_FIELD.with(pointer, "missing");
        }
        return TextInput.optionalText(pointer, value, maxLength);
    }

    /** Returns a secret that must be present. It may have any characters, and problems never contain it. */
    public static String requireSecret(String pointer, @Nullable String value) {
        if (value == null) {
            throw ProblemType.INVALID_FIELD.with(pointer, "missing");
        }
        return value;
    }

    /**
     * Returns the constants whose labels are listed with commas; empty if absent.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} for an unknown label
     */
    public static <E extends Enum<E> & Labelled> Set<E> choices(String pointer, Class<E> type, @Nullable String labels) {
        return labels == null ? Set.of() : Arrays.stream(labels.split(",", -1)).flatMap(it -> choice(pointer, type, it).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the constant with a label; empty if absent.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} for an unknown label
     */
    public static <E extends Enum<E> & Labelled> Optional<E> choice(String pointer, Class<E> type, @Nullable String label) {
        return Optional.ofNullable(label)
                .map(it -> Labelled.findByLabel(type, it).orElseThrow(() -> ProblemType.INVALID_FIELD.with(pointer, "value",
                        Arrays.stream(type.getEnumConstants()).map(Labelled::label).collect(Collectors.joining(", ")))));
    }
}
