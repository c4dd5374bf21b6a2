package dev.parlance.rest.http;

import dev.parlance.limits.ResourceLimit;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Closes the connection of a request whose body is incomplete.
 *
 * <p>The rest of the body is discarded for up to a second and a mebibyte. An immediate close would reset the connection before the
 * client has read the response.
 */
final class LingeringClose {
    private static final long LINGER_MILLIS = 1000;

    private LingeringClose() {
    }

    /** Prepares the close. The caller sends the response afterwards. */
    static void afterResponse(RoutingContext context) {
        var connection = context.request().connection();
        var discardedBytes = new long[1];
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.request().handler(chunk -> {
            discardedBytes[0] += chunk.length();
            if (discardedBytes[0] > ResourceLimit.REQUEST_BODY.value()) {
                connection.close();
            }
        }).endHandler(ignored -> connection.close()).resume();
        context.vertx().setTimer(LINGER_MILLIS, ignored -> connection.close());
    }
}
