package dev.parlance.web;

import dev.parlance.publishing.memory.MessageQuery;
import dev.parlance.rest.input.Parameters;
import dev.parlance.web.CodeListPage.Filter;
import dev.parlance.web.page.QueryString;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list of codes.
 *
 * @param page number of the page, from 1
 */
record CodeListQuery(Filter filter, int page, MessageQuery messages) {
    private static final int MAX_SEARCH_LENGTH = 200;
    private static final int MAX_PAGE = 100_000;

    /**
     * Parses the form fields. Empty fields count as absent.
     *
     * @throws dev.parlance.problems.ProblemException for an invalid value
     */
    static CodeListQuery of(@Nullable String q, @Nullable String status, @Nullable String tag, @Nullable String page) {
        var filter = new Filter(present(q).orElse(""), present(status).orElse(""), present(tag).orElse(""));
        var messages = new MessageQuery(Parameters.parseText("q", present(q).orElse(null), MAX_SEARCH_LENGTH), Optional.empty(),
                Parameters.parseInteger("status", present(status).orElse(null), 100, 599), Optional.empty(),
                Parameters.parseTag("tag", present(tag).orElse(null)));
        return new CodeListQuery(filter, Parameters.parseInteger("page", page, 1, MAX_PAGE).orElse(1), messages);
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.of(Objects.requireNonNullElse(value, "").strip()).filter(it -> !it.isEmpty());
    }

    /** Returns the parameters of the form. */
    QueryString parameters(@Nullable String locale) {
        return QueryString.EMPTY.with("q", filter.q()).with("status", filter.status()).with("tag", filter.tag())
                .with("locale", Objects.requireNonNullElse(locale, ""));
    }
}
