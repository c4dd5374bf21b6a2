package dev.parlance.rest.problem;

import dev.parlance.rest.problem.ProblemDocuments.ProblemResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders problems as pages for browsers. */
public interface ProblemPages {

    /**
     * The address that a client visits.
     *
     * @param query  the undecoded query; null if it is absent
     * @param accept value of the {@code Accept} header; null if it is absent
     */
    record Visit(String path, @Nullable String query, @Nullable String accept) {
        /** A language tag as the only value of {@code locale}. Its length is bounded, because the query is not validated yet. */
        private static final Pattern LOCALE =
                Pattern.compile("(?:^|&)locale=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})(?=&|$)");

        /** Returns the query parameter {@code locale}; empty if it is absent or not a simple language tag. */
        public Optional<String> locale() {
            var parameter = LOCALE.matcher(query == null ? "" : query);
            return parameter.find() ? Optional.of(parameter.group(1)) : Optional.empty();
        }

        /** Returns the languages of the client: that of the address before those of {@code Accept-Language}. */
        Optional<String> languages(Optional<String> acceptLanguage) {
            return locale().map(it -> acceptLanguage.map(others -> it + ", " + others).orElse(it)).or(() -> acceptLanguage);
        }
    }

    /**
     * Returns the same problem as an HTML page; empty if the client must get the document.
     *
     * @param languages the languages of the client, as in {@code Accept-Language}
     */
    Optional<ProblemResponse> render(ProblemResponse problem, Optional<String> languages, Visit visit);
}
