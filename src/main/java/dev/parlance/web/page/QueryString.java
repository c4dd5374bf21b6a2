package dev.parlance.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** The query string of a link: percent-encoded parameters in order. Immutable. */
public record QueryString(Map<String, String> parameters) {
    public static final QueryString EMPTY = new QueryString(Map.of());

    public static QueryString of(String name, String value) {
        return EMPTY.with(name, value);
    }

    /** Returns a query string with a parameter appended. An empty value removes the parameter. */
    public QueryString with(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        if (!value.isEmpty()) {
            changed.put(name, value);
        }
        return new QueryString(changed);
    }

    public String appendTo(String path) {
        return parameters.isEmpty() ? path : path + "?" + this;
    }

    @Override
    public String toString() {
        return parameters.entrySet().stream().map(QueryString::encode).collect(Collectors.joining("&"));
    }

    private static String encode(Entry<String, String> parameter) {
        return encode(parameter.getKey()) + "=" + encode(parameter.getValue());
    }

    /** Encodes a value for the query of a URI. A space becomes {@code %20}, which is valid in paths too. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
