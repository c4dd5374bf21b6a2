package dev.parlance.rest.http;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.problem.InternalErrors;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.rest.problem.ProblemPages;
import dev.parlance.rest.problem.RejectedCredentials;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Converts every exception that reaches Jakarta REST to a problem document (RFC 9457), or to a page for browsers. */
class ProblemMapper {
    private static final int REQUEST_ENTITY_TOO_LARGE = 413;

    private final ProblemDocuments documents;
    private final Routes routes;

    ProblemMapper(ProblemDocuments documents, Routes routes) {
        this.routes = routes;
        this.documents = documents;
    }

    @ServerExceptionMapper
    RestResponse<byte[]> mapProblem(ProblemException problem, HttpHeaders headers, UriInfo uri) {
        return toResponse(problem, headers, uri);
    }

    @ServerExceptionMapper
    RestResponse<byte[]> mapProblem(WebApplicationException exception, HttpHeaders headers, UriInfo uri,
                                 Request request) {
        return toResponse(translate(exception, uri, request), headers, uri);
    }

    /** Quarkus distinguishes callers that are not authenticated (401) from those without permission (403). */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class, AuthenticationCompletionException.class})
    RestResponse<byte[]> mapUnauthorized(RuntimeException exception, HttpHeaders headers, UriInfo uri) {
        return toResponse(RejectedCredentials.toProblem(headers.getHeaderString(HttpHeaders.AUTHORIZATION)), headers, uri);
    }

    @ServerExceptionMapper
    RestResponse<byte[]> mapForbidden(ForbiddenException exception, HttpHeaders headers, UriInfo uri) {
        return toResponse(ProblemType.NOT_PERMITTED.with(), headers, uri);
    }

    @ServerExceptionMapper
    RestResponse<byte[]> mapFailure(Throwable failure, HttpHeaders headers, UriInfo uri) {
        return toResponse(InternalErrors.report(failure), headers, uri);
    }

    private ProblemException translate(WebApplicationException exception, UriInfo uri,
                                             Request request) {
        // If several resource classes match a path, Jakarta REST may report 404 instead of 405.
        boolean methodNotAllowed = exception instanceof NotFoundException && routes.exists(uri.getPath())
                && !routes.exists(uri.getPath(), request.getMethod());
        if (exception instanceof NotFoundException && !methodNotAllowed) {
            return ProblemType.NOT_FOUND.with(uri.getPath());
        } else if (exception instanceof NotAllowedException || methodNotAllowed) {
            return ProblemType.METHOD_NOT_ALLOWED.with(request.getMethod(), routes.allowedMethods(uri.getPath()));
        } else if (exception instanceof NotAcceptableException) {
            return ProblemType.NOT_ACCEPTABLE.with(routes.producedMediaTypes(uri.getPath(), request.getMethod()));
        } else if (exception instanceof NotSupportedException) {
            return ProblemType.UNSUPPORTED_MEDIA_TYPE.with(MediaType.APPLICATION_JSON);
        } else if (exception.getResponse().getStatus() == REQUEST_ENTITY_TOO_LARGE) {
            return ProblemType.BODY_TOO_LARGE.with((int) ResourceLimit.REQUEST_BODY.value());
        } else if (exception.getResponse().getStatus() < 500) {
            return ProblemType.MALFORMED_REQUEST.with();
        }
        return InternalErrors.report(exception);
    }

    private RestResponse<byte[]> toResponse(ProblemException problem, HttpHeaders headers, UriInfo uri) {
        var response = documents.create(problem, Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                new ProblemPages.Visit(uri.getPath(), uri.getRequestUri().getRawQuery(), headers.getHeaderString(HttpHeaders.ACCEPT)));
        var builder = RestResponse.ResponseBuilder.<byte[]>create(response.status()).entity(response.body());
        response.headers().forEach(builder::header);
        return builder.build();
    }
}
