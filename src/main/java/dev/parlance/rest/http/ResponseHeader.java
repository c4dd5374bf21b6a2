package dev.parlance.rest.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** A response header, encoded once for repeated use. */
public record ResponseHeader(CharSequence name, CharSequence value) {
    public static ResponseHeader of(String name, String value) {
        return new ResponseHeader(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    public static void writeAll(List<ResponseHeader> responseHeaders, MultiMap headers) {
        for (var header : responseHeaders) {
            headers.add(header.name(), header.value());
        }
    }
}
