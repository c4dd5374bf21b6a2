package dev.parlance.security.authentication;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** The bearer token of a request, and the challenge for one (RFC 6750). */
final class BearerTokens {
    private static final String SCHEME = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    private BearerTokens() {
    }

    static Optional<String> extract(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(it -> it.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(it -> it.substring(SCHEME.length()).strip());
    }

    static ChallengeData createChallenge() {
        return new ChallengeData(UNAUTHORIZED, HttpHeaders.createOptimized("WWW-Authenticate"), "Bearer");
    }
}
