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

/** Receives request bodies in memory. Files are received by their resources. */
@Singleton
class ReceivedBodies {
    private static final String CONTINUE = "100-continue";

    private final Routes routes;
    private final ResourceUsage usage;
    private final WaitingBodies waitingBodies;
    private final UploadFolder folder;

    ReceivedBodies(Routes routes, ResourceUsage usage, WaitingBodies waitingBodies, UploadFolder folder) {
        this.routes = routes;
        this.usage = usage;
        this.waitingBodies = waitingBodies;
        this.folder = folder;
    }

    /**
     * Receives a body on the event loop. The next handler of the route runs when it is complete, or at once if the body is a file.
     *
     * @param sendProblem sends a problem, and closes the connection if the body is incomplete
     */
    void receive(RoutingContext context, BiConsumer<RoutingContext, ProblemException> sendProblem) {
        boolean expectsContinue = CONTINUE.equalsIgnoreCase(context.request().getHeader(HttpHeaders.EXPECT));
        if (isFile(context.request())) {
            UploadedFile.prepare(context, usage, waitingBodies, folder, expectsContinue);
            context.next();
            return;
        }
        if (expectsContinue) {
            context.response().writeContinue();
        }
        new IncomingBody(context, maxSize(context), usage, waitingBodies, sendProblem).receive();
    }

    /** Returns the limit for the body of a request. */
    ResourceLimit maxSize(RoutingContext context) {
        var request = context.request();
        if (isFile(request)) {
            return ResourceLimit.IMPORT_UPLOAD;
        }
        boolean small = routes.hasSmallBody(request.path()) && context.get(RequestValidation.LARGE_BODY) == null;
        return small ? ResourceLimit.SMALL_BODY : ResourceLimit.REQUEST_BODY;
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
