package dev.parlance.rest.authoring;

import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextInput;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query parameters that select messages of a draft, as received. */
record DraftFilter(@Nullable String locale, @Nullable String state, @Nullable String lifecycle, @Nullable String tag,
        @Nullable String prefix, @Nullable String code, @Nullable String author, @Nullable String q) {
    static final String STATES = "One or several of untranslated, draft, translated, approved, stale, rejected, errors and warnings, "
            + "separated by commas";
    static final String LIFECYCLES = "draft, active, deprecated or retired; all but retired by default";
    static final String AUTHOR = "Name of the person or key that last changed the text";
    static final String SEARCH = "Text to find in key, reason, text or description";
    private static final int MAX_SEARCH_LENGTH = 200;

    /** The same selection as a member of a JSON body. */
    @Schema(name = "JobQuery", requiredProperties = "locale")
    record InBody(
            @Schema(description = "BCP 47 language tag", examples = "ja") @Nullable String locale,
            @Schema(description = DraftFilter.STATES, examples = "draft,translated") @Nullable String state,
            @Nullable String tag, @Schema(description = "Prefix of the key") @Nullable String prefix, @Nullable String code,
            @Schema(description = "Text to find in key, reason, text or description") @Nullable String q,
            @Schema(enumeration = {"draft", "active", "deprecated", "retired"}) @Nullable String lifecycle,
            @Schema(description = DraftFilter.AUTHOR) @Nullable String author) {
        DraftQuery toQuery() {
            if (locale == null) {
                throw ProblemType.INVALID_FIELD.with("/query/locale", "missing");
            }
            return DraftQuery.of(LocaleTag.parse(locale), JsonFields.choices("/query/state", TextFilter.class, state),
                    optionalText("/query/tag", tag), optionalText("/query/prefix", prefix), optionalText("/query/code", code),
                    optionalText("/query/q", q), JsonFields.choice("/query/lifecycle", Lifecycle.class, lifecycle).orElse(null),
                    optionalText("/query/author", author));
        }

        private static @Nullable String optionalText(String pointer, @Nullable String value) {
            return value == null ? null : TextInput.optionalText(pointer, value, MAX_SEARCH_LENGTH);
        }
    }

    DraftQuery toQuery() {
        return DraftQuery.of(Parameters.parseLocale(locale), parseEnums("state", TextFilter.class, state),
                Parameters.parseTag("tag", tag).orElse(null), parseText("prefix", prefix), parseText("code", code), parseText("q", q),
                parseEnum("lifecycle", Lifecycle.class, lifecycle), parseText("author", author));
    }

    private static @Nullable String parseText(String name, @Nullable String value) {
        return Parameters.parseText(name, value, MAX_SEARCH_LENGTH).orElse(null);
    }

    static <E extends Enum<E> & Labelled> @Nullable E parseEnum(String name, Class<E> type, @Nullable String label) {
        return label == null ? null : Labelled.findByLabel(type, label)
                .orElseThrow(() -> Parameters.invalidParameter(name, label, Arrays.stream(type.getEnumConstants()).map(Labelled::label)
                        .collect(Collectors.joining(", "))));
    }

    private static <E extends Enum<E> & Labelled> Set<E> parseEnums(String name, Class<E> type, @Nullable String labels) {
        return labels == null ? Set.of() : Arrays.stream(labels.split(",", -1))
                .map(it -> Optional.ofNullable(parseEnum(name, type, it)).orElseThrow()).collect(Collectors.toSet());
    }
}
