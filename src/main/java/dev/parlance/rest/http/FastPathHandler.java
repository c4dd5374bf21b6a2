package dev.parlance.rest.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** A handler for some common reads. It runs on the event loop, without blocking and without the database. */
public interface FastPathHandler {

    /**
     * The response that was sent.
     *
     * @param template the path template of the route, as {@link Routes} returns it
     * @param status   the HTTP status
     */
    record Answer(String template, int status) {
    }

    /** Sends the response, or returns empty without sending anything. In that case Jakarta REST handles the request. */
    Optional<Answer> respond(RoutingContext context);
}
