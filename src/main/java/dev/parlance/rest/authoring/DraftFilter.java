package dev.parlance.rest.authoring;

import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.rest.input.Parameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
