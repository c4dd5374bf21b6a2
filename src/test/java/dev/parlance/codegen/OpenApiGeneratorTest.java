package dev.parlance.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiGeneratorTest {
    @ParameterizedTest
    @ValueSource(strings = {"exchange", "web", "parlance", "hostile"})
    void refersToItsOwnSchemas(String catalog) throws IOException {
        var document = document(catalog);
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.path("paths").isObject()).isTrue();
        assertThat(document.findValuesAsText("$ref")).isNotEmpty()
                .allSatisfy(it -> assertThat(document.at(it.substring(1)).isObject()).as(it).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "web", "parlance", "hostile"})
    void listsEachValueOnceWithAName(String catalog) throws IOException {
        for (var schema : document(catalog).path("components").path("schemas")) {
            if (schema.has("enum")) {
                var names = new HashSet<String>();
                schema.path("x-enum-varnames").forEach(it -> names.add(it.asText()));
                var values = new HashSet<String>();
                schema.path("enum").forEach(it -> values.add(it.asText()));
                assertThat(names).hasSameSizeAs(schema.path("enum"));
                assertThat(values).hasSameSizeAs(schema.path("enum"));
            }
        }
    }

    /** Two messages of the hostile catalog share a reason, so the reason does not tell which arguments a problem has. */
    @Test
    void hasConditionsForMessagesThatAProblemIdentifies() throws IOException {
        assertThat(document("hostile").at("/components/schemas/HostileProblem").has("allOf")).isFalse();
        var conditions = document("exchange").at("/components/schemas/ExchangeProblem/allOf");
        assertThat(conditions.findValuesAsText("const")).contains("TOO_MANY_NEW_ORDERS").doesNotContain("SUCCESS");
    }

    private static JsonNode document(String catalog) throws IOException {
        return new ObjectMapper().readTree(new OpenApiGenerator().generate(GoldenFilesTest.messages(catalog),
                GoldenFilesTest.names(catalog)));
    }
}
