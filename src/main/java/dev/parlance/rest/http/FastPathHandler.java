package dev.parlance.rest.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers some common reads on the event loop, without blocking and without the database. */
public interface FastPathHandler {

    /**
     * What was sent.
     *
     * @param template the documented address, as {@link Routes} has it
     */
    record Answer(String template, int status) {
    }

    /** Sends the response, or returns empty and sends nothing: then Jakarta REST handles the request. */
    Optional<Answer> respond(RoutingContext context);
}
