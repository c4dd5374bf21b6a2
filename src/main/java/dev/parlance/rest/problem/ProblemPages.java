package dev.parlance.rest.problem;

import dev.parlance.rest.problem.ProblemDocuments.ProblemResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders problems as pages for browsers. */
public interface ProblemPages {

    /**
     * The address that a client visits.
     *
     * @param accept value of the {@code Accept} header; null if it is absent
     */
    record Visit(String path, @Nullable String accept) {
    }

    /** Returns the same problem as an HTML page; empty if the client must get the document. */
    Optional<ProblemResponse> render(ProblemResponse problem, Optional<String> acceptLanguage, Visit visit);
}
