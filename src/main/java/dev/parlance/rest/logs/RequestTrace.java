package dev.parlance.rest.logs;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a request. They are not secret.
 *
 * @param traceId   32 hexadecimal digits, from the header {@code traceparent} if it is valid, otherwise random
 * @param requestId from the header {@value #REQUEST_ID_HEADER} if it is valid, otherwise 16 random hexadecimal digits
 */
public record RequestTrace(String traceId, String requestId) {
    /** The header that identifies a request in the logs of a proxy and of this service. */
    public static final String REQUEST_ID_HEADER = "X-Request-Id";
    static final String TRACE_HEADER = "traceparent";

    private static final String CONTEXT_KEY = "parlance.trace";
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** Later versions may append fields to those of version 00. The version ff and ids of zeros are invalid. */
    private static final Pattern TRACE_PARENT = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?<further>-.*)?");
    private static final String FIRST_VERSION = "00-";

    static RequestTrace parse(@Nullable String traceParent, @Nullable String requestId) {
        return new RequestTrace(traceIdOf(traceParent).orElseGet(() -> randomHex() + randomHex()),
                Optional.ofNullable(requestId).filter(it -> REQUEST_ID.matcher(it).matches()).orElseGet(RequestTrace::randomHex));
    }

    private static Optional<String> traceIdOf(@Nullable String traceParent) {
        if (traceParent == null) {
            return Optional.empty();
        }
        var matcher = TRACE_PARENT.matcher(traceParent);
        boolean valid = matcher.matches() && (matcher.group("further") == null || !traceParent.startsWith(FIRST_VERSION));
        return valid ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the ids of a request, which stay the same for its duration. */
    public static RequestTrace of(RoutingContext context) {
        RequestTrace known = context.get(CONTEXT_KEY);
        if (known != null) {
            return known;
        }
        var trace = read(context.request());
        context.put(CONTEXT_KEY, trace);
        return trace;
    }

    /** Two values of one header identify nothing. */
    private static RequestTrace read(HttpServerRequest request) {
        var traceParents = request.headers().getAll(TRACE_HEADER);
        return parse(traceParents.size() == 1 ? traceParents.get(0) : null, request.getHeader(REQUEST_ID_HEADER));
    }

    private static String randomHex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
