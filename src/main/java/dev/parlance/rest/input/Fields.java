package dev.parlance.rest.input;

import dev.parlance.problems.Refusal;
import org.jspecify.annotations.Nullable;

/** Texts in bodies that must be there. */
public final class Fields {
    private Fields() {
    }

    public static String text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw Refusal.INVALID_FIELD.with(pointer, "missing");
        }
        return TextRules.comment(pointer, value, longest);
    }

    /** Never echoed, and of any characters. */
    public static String secret(String pointer, @Nullable String value) {
        if (value == null) {
            throw Refusal.INVALID_FIELD.with(pointer, "missing");
        }
        return value;
    }
}
