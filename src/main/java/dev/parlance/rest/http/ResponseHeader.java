package dev.parlance.rest.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Of the head of an answer, as it is written to the wire. */
public record ResponseHeader(CharSequence name, CharSequence value) {
    /** What the gate says of every public answer: the short ways are before it. */
    private static final List<ResponseHeader> COMMON_HEADERS = List.of(
            of("X-Content-Type-Options", "nosniff"),
            of("Access-Control-Allow-Origin", "*"),
            of("Access-Control-Expose-Headers", CorsPolicy.EXPOSED_HEADERS));

    public static ResponseHeader of(String name, String value) {
        return new ResponseHeader(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    /** Past the gate, whose lines are written too. */
    public static void writeWithCommonHeaders(List<ResponseHeader> responseHeaders, MultiMap headers) {
        writeAll(responseHeaders, headers);
        writeAll(COMMON_HEADERS, headers);
    }

    private static void writeAll(List<ResponseHeader> responseHeaders, MultiMap headers) {
        for (var header : responseHeaders) {
            headers.add(header.name(), header.value());
        }
    }
}
