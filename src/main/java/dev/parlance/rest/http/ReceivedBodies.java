package dev.parlance.rest.http;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/** Receives request bodies in memory, and files on disk. */
@Singleton
class ReceivedBodies {
    private final Routes routes;
    private final ResourceUsage usage;
    private final WaitingBodies waitingBodies;

    ReceivedBodies(Routes routes, ResourceUsage usage, WaitingBodies waitingBodies) {
        this.routes = routes;
        this.usage = usage;
        this.waitingBodies = waitingBodies;
    }

    /**
     * Receives a body on the event loop. The next handler of the route runs when it is complete.
     *
     * @param sendProblem sends a problem, and closes the connection if the body is incomplete
     */
    void receive(RoutingContext context, BiConsumer<RoutingContext, ProblemException> sendProblem) {
        var headers = context.request().headers();
        if (!isFile(context.request())) {
            new IncomingBody(context, maxSize(context.request()), usage, waitingBodies, sendProblem).receive();
        } else if (headers.contains(HttpHeaders.AUTHORIZATION) || headers.contains(HttpHeaders.COOKIE)) {
            new UploadedFile(context, usage, waitingBodies, sendProblem).receive();
        } else {
            // Credentials are verified after the body. Callers without any would fill the disk.
            sendProblem.accept(context, ProblemType.UNAUTHORIZED.with());
        }
    }

    /** Returns the limit for the body of a request. */
    ResourceLimit maxSize(HttpServerRequest request) {
        if (isFile(request)) {
            return ResourceLimit.IMPORT_UPLOAD;
        }
        return routes.hasSmallBody(request.path()) ? ResourceLimit.SMALL_BODY : ResourceLimit.REQUEST_BODY;
    }

    /** Returns whether a problem does not apply because the body is a file, which has any type and may be sent in chunks. */
    boolean isAcceptedFile(HttpServerRequest request, ProblemType problem) {
        return problem == ProblemType.UNSUPPORTED_MEDIA_TYPE && !request.headers().contains(HttpHeaders.CONTENT_ENCODING)
                && isFile(request);
    }

    private boolean isFile(HttpServerRequest request) {
        return routes.hasFileBody(request.path(), request.method().name());
    }
}
