package dev.parlance.cli.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A request to the API.
 *
 * @param path  with slashes and encoded segments, starting with {@code /v1}
 * @param query in the order of the URL
 */
public record ApiRequest(String method, String path, Map<String, String> query, Map<String, String> headers, Optional<Body> body) {

    /** @param bytes must not be modified */
    public record Body(String mediaType, byte[] bytes) {
    }

    public static ApiRequest get(String... segments) {
        return of("GET", segments);
    }

    /** Creates a request from path segments, which are encoded. */
    public static ApiRequest of(String method, String... segments) {
        var path = new ArrayList<>(List.of("", "v1"));
        for (var it : segments) {
            path.add(encode(it));
        }
        return new ApiRequest(method, String.join("/", path), Map.of(), Map.of(), Optional.empty());
    }

    public ApiRequest with(String parameter, String value) {
        var changed = new LinkedHashMap<>(query);
        changed.put(parameter, value);
        return new ApiRequest(method, path, changed, headers, body);
    }

    public ApiRequest withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new ApiRequest(method, path, query, changed, body);
    }

    public ApiRequest withBody(String mediaType, byte[] bytes) {
        return new ApiRequest(method, path, query, headers, Optional.of(new Body(mediaType, bytes)));
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + query.entrySet().stream().map(it -> it.getKey() + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Returns whether a repeated request cannot take effect twice. */
    boolean isRepeatable() {
        return method.equals("GET") || headers.containsKey("Idempotency-Key") || "true".equals(query.get("dryRun"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
