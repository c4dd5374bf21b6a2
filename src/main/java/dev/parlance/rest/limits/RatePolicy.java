package dev.parlance.rest.limits;

import dev.parlance.rest.http.Routes;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of requests, each with a rate limit of its own. The limits are the settings {@code parlance.rate-limit.*}. */
enum RatePolicy {
    /** Requests that change something. */
    WRITES,
    /** Batches of messages, which are POSTs but change nothing. */
    RENDER,
    /** Texts that are compiled for one request. */
    PREVIEW,
    /** Reports of keys and locales that apps have missed, which need no authentication. */
    MISSES,
    /** Reads that the fast path does not serve. A response with status 304 is not counted. */
    READS;

    /** Sign-ins have limits of their own, which also protect against guessing. */
    private static final Set<String> SIGN_IN_ROUTES = Set.of("/v1/session", "/v1/first-administrator");
    private static final Set<String> READ_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Returns the policy of a resource method; empty if it is not limited. */
    static Optional<RatePolicy> of(Method resourceMethod) {
        return Routes.httpMethod(resourceMethod).flatMap(it -> of(it, Routes.templateOf(resourceMethod)));
    }

    /** @param template the path template of the route, as {@link Routes} returns it */
    static Optional<RatePolicy> of(String httpMethod, String template) {
        if (READ_METHODS.contains(httpMethod)) {
            return Optional.of(READS);
        } else if (SIGN_IN_ROUTES.contains(template)) {
            return Optional.empty();
        } else if (!httpMethod.equals(HttpMethod.POST)) {
            return Optional.of(WRITES);
        }
        return Optional.of(switch (template.substring(template.lastIndexOf('/') + 1)) {
            case "render", "resolve", "localize" -> RENDER;
            case "preview" -> PREVIEW;
            case "missing" -> MISSES;
            default -> WRITES;
        });
    }

    /** Returns the name in settings, headers and metrics, such as {@code writes}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether responses state what remains of the quota. Those to reads do not, because they may be cached. */
    boolean isAnnounced() {
        return this != READS;
    }
}
