package dev.parlance.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Valid requests generated from an OpenAPI document, and variants with one extreme value each. */
final class GeneratedRequests {
    static final String CATALOG = "generated";

    private static final Map<String, String> PATH_VALUES = Map.of("catalog", CATALOG, "key", "plain", "locale", "de",
            "channel", "production", "person", "generated", "name", "generated", "term", "generated",
            "job", "00000000-0000-4000-8000-000000000000");
    private static final Map<String, String> PROPERTY_VALUES = Map.ofEntries(Map.entry("password", "\"a long enough passphrase\""),
            Map.entry("sourceLocale", "\"en\""), Map.entry("locale", "\"de\""), Map.entry("reason", "\"PLAIN_TEXT\""),
            Map.entry("key", "\"plain\""), Map.entry("url", "\"https://example.com/webhooks\""),
            Map.entry("scopes", "[\"read\"]"), Map.entry("state", "\"draft\""), Map.entry("release", "1"), Map.entry("version", "1"),
            Map.entry("httpStatus", "400"), Map.entry("public", "true"), Map.entry("args", "[]"));

    /** Members that are required depending on others, which the document cannot express. */
    private static final Set<String> IMPLIED_MEMBERS = Set.of("public", "key", "state");

    /** Alternative members: a request that declares both has exactly one of them. */
    private static final String ONE_TEXT = "text";
    private static final String SEVERAL_TEXTS = "texts";

    private final JsonNode document;
    private final AtomicInteger uniqueNumber = new AtomicInteger();

    GeneratedRequests(JsonNode document) {
        this.document = document;
    }

    /** An operation with its declared parameters; the schema of its body may be missing. */
    record Operation(String method, String template, List<JsonNode> parameters, String mediaType, JsonNode schema) {
        boolean hasBody() {
            return !mediaType.isEmpty();
        }

        String path() {
            var path = template;
            for (var parameter : parameters) {
                var name = parameter.get("name").asText();
                path = path.replace("{" + name + "}", PATH_VALUES.getOrDefault(name, "1"));
            }
            var required = parameters.stream().filter(it -> isIn(it, "query")
                            && (it.path("required").asBoolean() || it.get("name").asText().equals("locales")))
                    .map(it -> it.get("name").asText() + (it.get("name").asText().equals("format") ? "=json" : "=de"))
                    .collect(Collectors.joining("&"));
            return required.isEmpty() ? path : path + "?" + required;
        }

        boolean declaresHeader(String name) {
            return parameters.stream().anyMatch(it -> isIn(it, "header") && it.get("name").asText().equals(name));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** A request to send, named after the value that is extreme. */
    record Request(String name, Operation operation, String path, String body, Map<String, String> headers) {
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(it -> {
            var parameters = StreamSupport.stream(it.getValue().path("parameters").spliterator(), false).toList();
            var contents = it.getValue().path("requestBody").path("content").properties();
            boolean readOnly = it.getKey().equals("get");
            var content = readOnly ? null : contents.stream().findFirst().orElse(null);
            operations.add(new Operation(it.getKey().toUpperCase(Locale.ROOT), path.getKey(), parameters,
                    content == null ? "" : content.getKey(), content == null ? null : content.getValue().get("schema")));
        }));
        return operations;
    }

    Request valid(Operation operation) {
        return new Request(operation + " valid", operation, operation.path(),
                operation.hasBody() ? valid(operation.schema()) : "", Map.of());
    }

    List<Request> extreme(Operation operation) {
        var requests = new ArrayList<Request>();
        for (var parameter : operation.parameters()) {
            addParameterVariants(operation, parameter, requests);
        }
        if (operation.hasBody()) {
            addVariants(operation.schema(), "", (name, body) ->
                    requests.add(new Request(operation + " body" + name, operation, operation.path(), body, Map.of())));
        }
        return requests;
    }

    private void addParameterVariants(Operation operation, JsonNode parameter, List<Request> requests) {
        var name = parameter.get("name").asText();
        var body = operation.hasBody() ? valid(operation.schema()) : "";
        if (isIn(parameter, "header")) {
            share(ExtremeValues.header(), operation).forEach(it -> requests.add(
                    new Request(operation + " header " + name + ": " + shorten(it), operation, operation.path(), body, Map.of(name, it))));
            return;
        }
        // Dozens of operations parse the same path parameters.
        for (var value : isIn(parameter, "path") ? share(ExtremeValues.url(), operation) : ExtremeValues.url()) {
            var path = isIn(parameter, "path")
                    ? replaceParameter(operation, name, value)
                    : operation.path().replaceAll("[?&]" + name + "=de", "") + "?" + name + "=" + value;
            requests.add(new Request(operation + " " + name + "=" + shorten(value), operation, path, body, Map.of()));
        }
    }

    /** Returns a third of the values. Operations with the same parameter share all of them. */
    private static List<String> share(List<String> values, Operation operation) {
        int first = Math.floorMod(operation.toString().hashCode(), 3);
        return IntStream.range(0, values.size()).filter(it -> it % 3 == first).mapToObj(values::get).toList();
    }

    private static String replaceParameter(Operation operation, String name, String value) {
        var template = operation.template().replace("{" + name + "}", value);
        return new Operation(operation.method(), template, operation.parameters(), "", null).path();
    }

    /** Replaces each value of the schema in turn, from the whole document down to the members of lists. */
    private void addVariants(JsonNode schema, String pointer, BiConsumer<String, String> consumer) {
        var resolved = resolve(schema);
        ExtremeValues.json(resolved.path("type").asText()).forEach(it -> consumer.accept(pointer + " = " + shorten(it), it));
        if (resolved.has("properties")) {
            resolved.get("properties").properties().forEach(member -> addVariants(member.getValue(), pointer + "/" + member.getKey(),
                    (name, value) -> consumer.accept(name, validObject(resolved, member.getKey(), value))));
        } else if (resolved.has("items")) {
            addVariants(resolved.get("items"), pointer + "/0", (name, value) -> consumer.accept(name, "[" + value + "]"));
        } else if (resolved.path("additionalProperties").isObject()) {
            addVariants(resolved.get("additionalProperties"), pointer + "/de",
                    (name, value) -> consumer.accept(name, "{\"de\":" + value + "}"));
        }
    }

    private String valid(JsonNode schema) {
        var resolved = resolve(schema);
        if (resolved.path("enum").isArray() && resolved.path("type").asText().equals("string")) {
            return "\"" + resolved.get("enum").get(0).asText() + "\"";
        }
        return switch (resolved.path("type").asText()) {
            case "object" -> validObject(resolved, "", "");
            case "array" -> "[" + (resolved.has("items") ? valid(resolved.get("items")) : "") + "]";
            case "boolean" -> "true";
            case "integer", "number" -> "1";
            default -> "\"plain\"";
        };
    }

    /** Returns an object with the required members and the given one. Names are unique, because most of them are created. */
    private String validObject(JsonNode schema, String name, String value) {
        var members = new LinkedHashMap<String, String>();
        schema.path("required").forEach(it -> members.put(it.asText(), it.asText().equals("name")
                ? "\"" + CATALOG + "-" + uniqueNumber.incrementAndGet() + "\""
                : PROPERTY_VALUES.getOrDefault(it.asText(), valid(schema.get("properties").get(it.asText())))));
        if (!name.equals("code")) {
            schema.path("properties").fieldNames().forEachRemaining(it -> {
                if (IMPLIED_MEMBERS.contains(it)) {
                    members.putIfAbsent(it, PROPERTY_VALUES.get(it));
                }
            });
        }
        if (schema.path("properties").has(ONE_TEXT) && schema.path("properties").has(SEVERAL_TEXTS) && !name.equals(SEVERAL_TEXTS)) {
            members.put(ONE_TEXT, "\"plain\"");
        }
        if (!name.isEmpty()) {
            members.put(name, value);
        }
        return members.entrySet().stream().map(it -> "\"" + it.getKey() + "\":" + it.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static boolean isIn(JsonNode parameter, String location) {
        return parameter.get("in").asText().equals(location);
    }

    private static String shorten(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "… (" + value.length() + ")" : value;
    }
}
