package dev.parlance.rest.connection;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.http.SecurityHeaders;
import dev.parlance.rest.problem.ProblemDocuments;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Answers requests that are not valid HTTP with a problem document, then closes the connection.
 *
 * <p>The end of such a request is unknown, so the bytes after it cannot be trusted (RFC 9112, 6.3 and 9.6).
 */
@Singleton
class MalformedRequests {
    private final ProblemDocuments documents;
    private final ResourceUsage usage;

    MalformedRequests(ProblemDocuments documents, ResourceUsage usage) {
        this.documents = documents;
        this.usage = usage;
    }

    void reject(HttpServerRequest request) {
        var problem = documents.create(toProblem(request.decoderResult().cause()),
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        var response = request.response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        SecurityHeaders.select(request).forEach(it -> response.putHeader(it.name(), it.value()));
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).end(Buffer.buffer(problem.body()));
    }

    /** Creates the response to a request whose body is malformed. */
    FullHttpResponse createResponse(Optional<String> acceptLanguage) {
        var problem = documents.create(ProblemType.MALFORMED_BODY.with(1, 1), acceptLanguage);
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()),
                Unpooled.wrappedBuffer(problem.body()));
        problem.headers().forEach((name, value) -> response.headers().set(name, value));
        SecurityHeaders.withoutTls().forEach(it -> response.headers().set(it.name(), it.value()));
        response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).set(HttpHeaders.CONTENT_LENGTH, problem.body().length);
        return response;
    }

    private ProblemException toProblem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            usage.countRejection(ResourceLimit.REQUEST_LINE);
            return ProblemType.URI_TOO_LONG.with((int) ResourceLimit.REQUEST_LINE.value());
        } else if (cause instanceof TooLongHttpHeaderException) {
            usage.countRejection(ResourceLimit.REQUEST_HEADERS);
            return ProblemType.HEADER_TOO_LARGE.with((int) ResourceLimit.REQUEST_HEADERS.value());
        }
        return ProblemType.MALFORMED_REQUEST.with();
    }
}
