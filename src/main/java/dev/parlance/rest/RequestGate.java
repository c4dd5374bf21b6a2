package dev.parlance.rest;

import dev.parlance.problems.CatalogProblem;
import dev.parlance.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is refused before any resource sees it: oversized requests, compressed bodies, addresses that could mean
 * two things.
 */
@ApplicationScoped
class RequestGate {
    static final int LARGEST_BODY = 1024 * 1024;
    static final int LONGEST_URI = 4096;
    static final int LARGEST_HEADER = 20 * 1024;

    /** Before the server applies limits of its own. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** Encoded slashes, dots, percents and NULs, parameters in the path, empty segments: another server may read them otherwise. */
    private static final Pattern AMBIGUOUS_PATH =
            Pattern.compile("(?i).*(%2f|%5c|%25|%00|%2e|;|//|\\\\).*", Pattern.DOTALL);

    private final ProblemDocuments documents;

    RequestGate(ProblemDocuments documents) {
        this.documents = documents;
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
        router.route().order(FIRST + 1).method(HttpMethod.POST).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.route().failureHandler(this::failed);
    }

    private void check(RoutingContext context) {
        fault(context.request()).ifPresentOrElse(problem -> refuse(context, problem), context::next);
    }

    private static Optional<CatalogProblem> fault(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_URI) {
            return Optional.of(Refusal.URI_TOO_LONG.with(LONGEST_URI));
        } else if (size(request) > LARGEST_HEADER) {
            return Optional.of(Refusal.HEADER_TOO_LARGE.with(LARGEST_HEADER));
        } else if (request.path() == null || AMBIGUOUS_PATH.matcher(request.path()).matches()) {
            return Optional.of(Refusal.MALFORMED_REQUEST.with());
        } else if (request.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            return Optional.of(Refusal.UNSUPPORTED_MEDIA_TYPE.with(MediaType.APPLICATION_JSON));
        }
        return Optional.empty();
    }

    private static int size(HttpServerRequest request) {
        int size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }

    private void failed(RoutingContext context) {
        var problem = switch (context.statusCode()) {
            case 413 -> Refusal.BODY_TOO_LARGE.with(LARGEST_BODY);
            case 404 -> Refusal.NOT_FOUND.with(context.request().path());
            case 400 -> Refusal.MALFORMED_REQUEST.with();
            default -> ProblemMapper.ours(context.failure());
        };
        refuse(context, problem);
    }

    private void refuse(RoutingContext context, CatalogProblem problem) {
        var answer = documents.answer(problem, Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        var response = context.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.status() == 413) {
            // The rest of the body is not wanted.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).endHandler(done -> context.request().connection().close());
        }
        response.end(Buffer.buffer(answer.body()));
    }
}
