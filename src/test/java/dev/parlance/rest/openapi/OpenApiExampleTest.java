package dev.parlance.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Each example of the API description conforms to its schema. */
class OpenApiExampleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private static JsonNode document;

    /** @param place where the example is: a JSON pointer */
    private record Example(String place, JsonNode schema, JsonNode value) {
    }

    @BeforeAll
    static void read() throws IOException {
        document = JSON.valueToTree(new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("src/main/openapi/parlance.yaml"))));
    }

    @Test
    void examplesConformToTheirSchemas() {
        var examples = new ArrayList<Example>();
        collect("", document, examples);

        assertThat(examples).hasSizeGreaterThan(90);
        assertThat(examples.stream().flatMap(it -> faults(it).stream())).isEmpty();
    }

    @Test
    void reportsExamplesThatDoNotConform() {
        var schema = JSON.createObjectNode().put("$ref", "#/components/schemas/Problem");

        assertThat(faults(new Example("/here", schema, JSON.createObjectNode().put("status", "many")))).hasSize(1)
                .allSatisfy(it -> assertThat(it).startsWith("/here").contains("integer"));
    }

    /** Schemas have a list of examples; parameters, and bodies by media type, have them by name. */
    private static void collect(String place, JsonNode node, List<Example> examples) {
        var own = node.path("examples");
        if (own.isArray()) {
            own.forEach(it -> examples.add(new Example(place, node, it)));
        } else if (own.isObject() && node.has("schema")) {
            own.forEach(it -> examples.add(new Example(place, node.get("schema"), it.get("value"))));
        }
        if (node.has("example") && node.has("schema")) {
            examples.add(new Example(place, node.get("schema"), node.get("example")));
        }
        if (node.isObject()) {
            node.properties().forEach(it -> {
                if (!it.getKey().equals("examples") && !it.getKey().equals("example")) {
                    collect(place + "/" + it.getKey(), it.getValue(), examples);
                }
            });
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(place + "/" + i, node.get(i), examples);
            }
        }
    }

    private static List<String> faults(Example example) {
        ObjectNode schema = example.schema().deepCopy();
        schema.set("components", document.get("components"));
        return SCHEMAS.getSchema(schema).validate(example.value()).stream().map(it -> example.place() + ": " + it.getMessage()).toList();
    }
}
