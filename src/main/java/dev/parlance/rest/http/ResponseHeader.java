package dev.parlance.rest.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** A response header, encoded once for repeated use. */
public record ResponseHeader(CharSequence name, CharSequence value) {
    /** The headers that {@link CorsPolicy} sets on public responses. The fast path runs before it. */
    private static final List<ResponseHeader> COMMON_HEADERS = List.of(
            of("Access-Control-Allow-Origin", "*"),
            of("Access-Control-Expose-Headers", CorsPolicy.EXPOSED_HEADERS));

    public static ResponseHeader of(String name, String value) {
        return new ResponseHeader(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    /** Writes the headers of a fast-path response, with those that {@link RequestValidation} would set. */
    public static void writeWithCommonHeaders(List<ResponseHeader> responseHeaders, MultiMap headers) {
        writeAll(responseHeaders, headers);
        writeAll(COMMON_HEADERS, headers);
    }

    static void writeAll(List<ResponseHeader> responseHeaders, MultiMap headers) {
        for (var header : responseHeaders) {
            headers.add(header.name(), header.value());
        }
    }
}
