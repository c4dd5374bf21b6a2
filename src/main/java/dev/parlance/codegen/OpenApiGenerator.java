package dev.parlance.codegen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.codegen.Identifiers.Style;
import dev.parlance.rendering.ArgumentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Generates an OpenAPI 3.1 document with schemas only, to which the document of a back end refers.
 *
 * <p>The problem has a condition for each message with arguments. Code generators ignore conditions, and validators apply them.
 */
final class OpenApiGenerator implements CodeGenerator {
    private static final String REFERENCE = "#/components/schemas/";
    private static final Identifiers SCHEMAS = new Identifiers(Style.UPPER_CAMEL, "Message", Set.of());
    private static final Identifiers NAMES = new Identifiers(Style.UPPER_SNAKE, "CODE", Set.of());

    @Override
    public String label() {
        return "openapi";
    }

    @Override
    public String generate(MessageSet messages, GeneratedNames names) {
        var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Messages of the catalog " + messages.catalog()).put("version", "1")
                .put("description", CodeWriter.notice(label(), messages));
        document.putObject("paths");
        var schemas = document.putObject("components").putObject("schemas");
        var prefix = names.type().replaceFirst("Messages$", "");
        addEnum(schemas.putObject(prefix + "Code"), "Code that the back end sends", messages.codes());
        if (!messages.reasons().isEmpty()) {
            addEnum(schemas.putObject(prefix + "Reason"), "Reason of a message", messages.reasons());
        }
        addEnum(schemas.putObject(prefix + "Key"), "Key of a message", messages.keys());
        addProblem(schemas, prefix, messages);
        return write(document);
    }

    private static void addEnum(ObjectNode schema, String description, List<String> values) {
        schema.put("type", "string").put("description", description);
        var constants = schema.putArray("enum");
        values.forEach(constants::add);
        NAMES.of(values).values().forEach(schema.putArray("x-enum-varnames")::add);
    }

    private static void addProblem(ObjectNode schemas, String prefix, MessageSet messages) {
        var problem = schemas.putObject(prefix + "Problem").put("type", "object")
                .put("description", "An error with its code and arguments (RFC 9457)");
        var members = problem.putObject("properties");
        members.putObject("type").put("type", "string").put("format", "uri-reference");
        members.putObject("title").put("type", "string").put("description", "The text in the language of the reader");
        members.putObject("status").put("type", "integer").put("minimum", 100).put("maximum", 599);
        members.putObject("detail").put("type", "string");
        members.putObject("code").put("$ref", REFERENCE + prefix + "Code");
        if (!messages.reasons().isEmpty()) {
            members.putObject("reason").put("$ref", REFERENCE + prefix + "Reason");
        }
        members.putObject("locale").put("type", "string");
        members.putObject("arguments").put("type", "object").put("description", "The arguments of the text, by name");
        problem.putArray("required").add("code");
        var conditions = JsonNodeFactory.instance.arrayNode();
        var identifiers = SCHEMAS.of(messages.keys(), messages.messages().stream()
                .collect(Collectors.toMap(CatalogMessage::key, CatalogMessage::symbolicName))::get);
        var uses = messages.messages().stream().collect(Collectors.groupingBy(OpenApiGenerator::discriminator, Collectors.counting()));
        for (var message : messages.messages()) {
            if (!message.arguments().isEmpty()) {
                var name = prefix + identifiers.get(message.key()) + "Arguments";
                addArguments(schemas.putObject(name), message);
                if (uses.get(discriminator(message)) == 1) {
                    addCondition(conditions, message, REFERENCE + name);
                }
            }
        }
        if (!conditions.isEmpty()) {
            problem.set("allOf", conditions);
        }
    }

    private static void addArguments(ObjectNode schema, CatalogMessage message) {
        schema.put("type", "object").put("description", String.join("\n\n", message.documentation()));
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var argument : message.arguments()) {
            var property = properties.putObject(argument.name());
            addType(property, argument.type());
            if (!argument.example().isEmpty()) {
                property.put("description", "Example: " + argument.example());
            }
            required.add(argument.name());
        }
    }

    /** The forms are those that the service accepts in JSON. */
    private static void addType(ObjectNode schema, ArgumentType type) {
        switch (type) {
            case STRING -> schema.putArray("type").add("string").add("number").add("boolean");
            case NUMBER -> schema.putArray("type").add("number").add("string");
            case DATETIME -> schema.putArray("type").add("string").add("integer");
            case CURRENCY -> {
                var forms = schema.putArray("oneOf");
                forms.addObject().put("type", "string");
                var amount = forms.addObject().put("type", "object");
                var members = amount.putObject("properties");
                members.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
                members.putObject("value").putArray("type").add("number").add("string");
                amount.putArray("required").add("currency").add("value");
            }
        }
    }

    /** Returns the member of a problem that identifies its message, and the value: the reason, or the code if there is none. */
    private static Map.Entry<String, String> discriminator(CatalogMessage message) {
        return message.reason().map(it -> Map.entry("reason", it)).orElseGet(() -> Map.entry("code", message.code()));
    }

    private static void addCondition(ArrayNode conditions, CatalogMessage message, String reference) {
        var member = discriminator(message).getKey();
        var condition = conditions.addObject();
        var premise = condition.putObject("if");
        premise.putObject("properties").putObject(member).put("const", discriminator(message).getValue());
        premise.putArray("required").add(member).add("arguments");
        condition.putObject("then").putObject("properties").putObject("arguments").put("$ref", reference);
    }

    private static String write(ObjectNode document) {
        var indenter = new DefaultIndenter("  ", "\n");
        try {
            return escapeInvisible(new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(indenter)
                    .withArrayIndenter(indenter)).writeValueAsString(document)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Line feeds are between members only, because Jackson escapes those in strings. */
    private static String escapeInvisible(String json) {
        var escaped = new StringBuilder();
        json.codePoints().forEach(it -> escaped.append(it == '\n' ? "\n" : SourceEscapes.literal(Character.toString(it), "")));
        return escaped.toString();
    }
}
