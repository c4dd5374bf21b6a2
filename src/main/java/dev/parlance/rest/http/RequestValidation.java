package dev.parlance.rest.http;

import dev.parlance.catalog.MessageKey;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.problem.InternalErrors;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.rest.problem.ProblemPages;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rejects oversized requests, compressed bodies and ambiguous paths before they reach a resource. */
@ApplicationScoped
public class RequestValidation {
    private static final int MAX_URI_LENGTH = (int) ResourceLimit.REQUEST_LINE.value();
    public static final int MAX_HEADER_BYTES = (int) ResourceLimit.REQUEST_HEADERS.value();

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** Runs after the security headers, the fast path and the metrics, but before the server's own limits. */
    public static final int ROUTE_ORDER = Integer.MIN_VALUE + 3;

    /** A key that an earlier handler sets if a path without a resource accepts bodies that are as large as those of the API. */
    public static final String LARGE_BODY = RequestValidation.class.getName() + ".largeBody";

    /**
     * Matches paths that other servers may interpret differently.
     *
     * <p>These contain encoded slashes, dots, percent signs or NULs, path parameters, or empty segments.
     */
    private static final Pattern AMBIGUOUS_PATH =
            Pattern.compile("(?i).*(%2f|%5c|%25|%00|%2e|;|//|\\\\).*", Pattern.DOTALL);

    /** Matches the key of a message with an encoded slash, which callers may take over from their files. */
    private static final Pattern KEY_WITH_SLASH =
            Pattern.compile("(?i)(?:/v1/catalogs/[^/]+/messages|/codes/[^/]+)/([^/]*%2f[^/]*)(?:/.*)?");

    private static final Pattern CONTENT_LENGTH = Pattern.compile("[0-9]{1,18}");

    private static final List<CharSequence> LIST_HEADERS =
            List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IF_NONE_MATCH);
    private static final List<String> JSON_MEDIA_TYPES = List.of(MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE);

    private final ProblemDocuments documents;
    private final SnapshotRegistry snapshots;
    private final ResourceUsage usage;
    private final ReceivedBodies bodies;
    private final CorsPolicy cors;

    RequestValidation(ProblemDocuments documents, SnapshotRegistry snapshots, ResourceUsage usage, ReceivedBodies bodies,
            CorsPolicy cors) {
        this.cors = cors;
        this.documents = documents;
        this.snapshots = snapshots;
        this.usage = usage;
        this.bodies = bodies;
    }

    void registerRoutes(@Observes Router router) {
        router.route().order(ROUTE_ORDER).handler(this::validate);
        router.route().order(ROUTE_ORDER + 1).handler(this::receiveBody);
        router.route().order(ROUTE_ORDER + 2).handler(RequestValidation::rejectEmptyChunkedBody);
        router.route().failureHandler(this::handleFailure);
    }

    private void validate(RoutingContext context) {
        snapshots.staleness().ifPresent(it -> context.response().putHeader(CacheHeaders.STALE_HEADER, Long.toString(it.toSeconds())));
        if (cors.handle(context)) {
            return;
        }
        LIST_HEADERS.forEach(it -> joinLines(context.request().headers(), it));
        removeEmptyAccept(context.request());
        var request = context.request();
        long bodySize = parseContentLength(request);
        if (bodySize > ResourceLimit.SMALL_BODY.value() && bodySize > bodies.maxSize(context).value()) {
            usage.countRejection(bodies.maxSize(context));
            sendProblem(context, ProblemType.BODY_TOO_LARGE.with((int) bodies.maxSize(context).value()));
        } else {
            findProblem(request).filter(it -> !bodies.isAcceptedFile(request, it.type())).ifPresentOrElse(problem -> {
                countRejection(problem.type());
                sendProblem(context, problem);
            }, context::next);
        }
    }

    private void countRejection(ProblemType problem) {
        if (problem == ProblemType.URI_TOO_LONG) {
            usage.countRejection(ResourceLimit.REQUEST_LINE);
        } else if (problem == ProblemType.HEADER_TOO_LARGE) {
            usage.countRejection(ResourceLimit.REQUEST_HEADERS);
        }
    }

    /** Receives the body on the event loop, so that no worker thread waits for it. */
    private void receiveBody(RoutingContext context) {
        var request = context.request();
        if (request.isEnded() || !isChunked(request) && parseContentLength(request) == 0) {
            context.next();
            return;
        }
        bodies.receive(context, this::sendProblem);
    }

    /** Rejects an empty chunked body. No resource accepts one, and Jakarta REST would wait for its end forever. */
    private static void rejectEmptyChunkedBody(RoutingContext context) {
        if (isChunked(context.request()) && context.body().length() <= 0 && UploadedFile.find(context).isEmpty()) {
            throw ProblemType.MALFORMED_BODY.with(1, 1);
        }
        context.next();
    }

    private static boolean isChunked(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Returns the first reason to reject the request, if any. */
    public static Optional<ProblemException> findProblem(HttpServerRequest request) {
        if (request.uri().length() > MAX_URI_LENGTH) {
            return Optional.of(ProblemType.URI_TOO_LONG.with(MAX_URI_LENGTH));
        } else if (headerSize(request) > MAX_HEADER_BYTES) {
            return Optional.of(ProblemType.HEADER_TOO_LARGE.with(MAX_HEADER_BYTES));
        } else if (!isPlainUri(request.uri()) && (!isValidUri(request.uri()) || AMBIGUOUS_PATH.matcher(request.path()).matches())) {
            var key = KEY_WITH_SLASH.matcher(request.path());
            return Optional.of(key.matches() ? MessageKey.invalid(key.group(1).replaceAll("(?i)%2f", "/"))
                    : ProblemType.MALFORMED_REQUEST.with());
        } else if (request.path().length() > 1 && request.path().endsWith("/")) {
            return Optional.of(ProblemType.NOT_FOUND.with(request.path()));
        } else if (request.headers().contains(HttpHeaders.CONTENT_ENCODING) || isChunked(request) && !isJson(request)) {
            return Optional.of(ProblemType.UNSUPPORTED_MEDIA_TYPE.with(MediaType.APPLICATION_JSON));
        }
        return Optional.empty();
    }

    private static boolean isJson(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && JSON_MEDIA_TYPES.stream().anyMatch(it -> type.strip().regionMatches(true, 0, it, 0, it.length()));
    }

    /** Returns whether a URI consists of safe characters only. Nearly all do, which saves the full checks. */
    private static boolean isPlainUri(String uri) {
        boolean inPath = true;
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            boolean separator = c == '/' && inPath && (i == 0 || uri.charAt(i - 1) != '/');
            if (!alphanumeric && !separator && (inPath ? "-._?" : "-._=&").indexOf(c) < 0) {
                return false;
            }
            inPath &= c != '?';
        }
        return uri.startsWith("/");
    }

    /** Validates by RFC 3986. The check of the server would answer without a body, and is switched off in {@code Parlance}. */
    private static boolean isValidUri(String uri) {
        try {
            new URI(uri);
            return uri.startsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Returns 0 for an invalid length. The server itself rejects lengths with too many digits. */
    private static long parseContentLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !CONTENT_LENGTH.matcher(length).matches() ? 0 : Long.parseLong(length);
    }

    /** Joins repeated header lines into one list (RFC 9110, 5.3). */
    private static void joinLines(MultiMap headers, CharSequence name) {
        var lines = headers.getAll(name);
        if (lines.size() > 1) {
            headers.set(name, String.join(", ", lines));
        }
    }

    /** Returns whether a header that the fast path reads has several lines. */
    static boolean hasRepeatedLines(MultiMap headers) {
        return headers.contains(HttpHeaders.IF_NONE_MATCH) && headers.getAll(HttpHeaders.IF_NONE_MATCH).size() > 1
                || headers.contains(HttpHeaders.ACCEPT_ENCODING) && headers.getAll(HttpHeaders.ACCEPT_ENCODING).size() > 1;
    }

    /** Treats an empty {@code Accept} as absent, because Jakarta REST cannot parse it. */
    private static void removeEmptyAccept(HttpServerRequest request) {
        var accept = request.headers().get(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            request.headers().remove(HttpHeaders.ACCEPT);
        }
    }

    /** Returns the size of the header section in bytes, with separators and line ends. */
    public static int headerSize(HttpServerRequest request) {
        int size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }

    private void handleFailure(RoutingContext context) {
        if (context.response().headWritten() || context.response().closed()) {
            // The client has disconnected, or a response is already on its way.
            return;
        }
        if (context.failure() instanceof ProblemException problem) {
            sendProblem(context, problem);
            return;
        }
        var problem = switch (context.statusCode()) {
            case NOT_FOUND -> ProblemType.NOT_FOUND.with(context.request().path());
            case BAD_REQUEST -> ProblemType.MALFORMED_REQUEST.with();
            default -> InternalErrors.report(context.failure());
        };
        sendProblem(context, problem);
    }

    private void sendProblem(RoutingContext context, ProblemException problem) {
        if (context.response().closed()) {
            return;
        }
        var request = context.request();
        if (!request.isEnded() && (isChunked(request) || parseContentLength(request) > 0)) {
            LingeringClose.afterResponse(context);
        }
        var problemResponse = documents.create(problem, Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                new ProblemPages.Visit(request.path(), request.query(), request.getHeader(HttpHeaders.ACCEPT)));
        var response = context.response().setStatusCode(problemResponse.status());
        problemResponse.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(problemResponse.body()));
    }
}
