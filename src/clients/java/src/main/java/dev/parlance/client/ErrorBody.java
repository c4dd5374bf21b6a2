package dev.parlance.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of an error response: candidates for the key of a message, arguments, and a text of its own. */
final class ErrorBody {
    private static final List<String> KEYS = Arrays.asList("key", "code", "errorCode", "error_code", "reason", "error", "status");
    private static final List<String> ARGUMENTS = Arrays.asList("arguments", "args", "params", "metadata");
    private static final List<String> TEXTS = Arrays.asList("title", "detail", "msg", "message", "error_description", "error");
    private static final int MAX_DEPTH = 3;

    private final List<String> keys = new ArrayList<>();
    private final Map<String, Object> arguments = new LinkedHashMap<>();
    private String text;

    private ErrorBody() {
    }

    /** Reads a body. A body that is not JSON is treated as a text. */
    static ErrorBody read(String body) {
        ErrorBody result = new ErrorBody();
        try {
            result.add(Json.readObject(body), 0);
        } catch (IOException e) { // plain text or HTML
            result.text = body.trim();
        }
        return result;
    }

    static ErrorBody of(Map<String, ?> body) {
        ErrorBody result = new ErrorBody();
        result.add(body, 0);
        return result;
    }

    private void add(Map<?, ?> body, int depth) {
        for (String name : KEYS) {
            addKey(body.get(name));
        }
        Object type = body.get("type");
        if (type instanceof String) {
            String uri = (String) type;
            addKey(uri.substring(uri.lastIndexOf('/') + 1));
        }
        for (String name : ARGUMENTS) {
            addArguments(body.get(name));
        }
        for (String name : TEXTS) {
            Object value = body.get(name);
            if (text == null && value instanceof String) {
                text = (String) value;
            }
        }
        if (depth < MAX_DEPTH) {
            for (String name : Arrays.asList("error", "errors", "details")) {
                addNested(body.get(name), depth + 1);
            }
        }
    }

    private void addNested(Object value, int depth) {
        if (value instanceof Map) {
            add((Map<?, ?>) value, depth);
        } else if (value instanceof List) {
            for (Object item : (List<?>) value) {
                if (item instanceof Map) {
                    add((Map<?, ?>) item, depth);
                }
            }
        }
    }

    private void addKey(Object value) {
        if (value instanceof String || value instanceof Number) {
            keys.add(value.toString());
        }
    }

    private void addArguments(Object value) {
        if (value instanceof Map) {
            ((Map<?, ?>) value).forEach((name, argument) -> arguments.putIfAbsent(String.valueOf(name), toArgument(argument)));
        } else if (value instanceof List) {
            int position = 0;
            for (Object argument : (List<?>) value) {
                arguments.putIfAbsent(Integer.toString(position++), toArgument(argument));
            }
        }
    }

    /** An amount of money is an object with a currency and a value. */
    private static Object toArgument(Object value) {
        if (value instanceof Map) {
            Map<?, ?> members = (Map<?, ?>) value;
            return members.get("value") + " " + members.get("currency");
        }
        return value;
    }

    /** Returns the candidates, most specific first. */
    List<String> keys() {
        return keys;
    }

    Map<String, Object> arguments() {
        return arguments;
    }

    /** Returns the text of the body, or null. */
    String text() {
        return text;
    }
}
