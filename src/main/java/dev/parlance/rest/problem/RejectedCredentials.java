package dev.parlance.rest.problem;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import org.jspecify.annotations.Nullable;

/** The reason why a request is not authenticated. It does not disclose whether a key is unknown, expired or revoked. */
public final class RejectedCredentials {
    private static final String SCHEME = "Bearer ";
    private static final String UNKNOWN = "unknown";
    private static final String WITHOUT_SCHEME = "without-scheme";

    private RejectedCredentials() {
    }

    /**
     * Creates the problem for a request that was not authenticated.
     *
     * @param authorization the value of the header {@code Authorization}; null if it is absent
     */
    public static ProblemException toProblem(@Nullable String authorization) {
        if (authorization == null) {
            return ProblemType.UNAUTHORIZED.with();
        }
        return ProblemType.UNAUTHORIZED.with(authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? UNKNOWN : WITHOUT_SCHEME);
    }
}
