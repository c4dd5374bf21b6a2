package dev.parlance.rest.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.delivery.OpenApiExamples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The served OpenAPI document equals the committed one, and its examples are real responses. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OpenApiTest {
    private static final Path COMMITTED_DOCUMENT = Path.of("src/main/openapi/parlance.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SnapshotRegistry snapshots;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    /** {@code mvn test -Dtest=OpenApiTest -Dopenapi.update=true} updates the committed document. Review the diff. */
    @Test
    void servesCommittedDocument() throws IOException {
        var served = given().get("/v1/openapi").then().statusCode(200).extract().body().asByteArray();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(COMMITTED_DOCUMENT.getParent());
            Files.write(COMMITTED_DOCUMENT, served);
        }
        assertThat(new String(served, StandardCharsets.UTF_8)).isEqualTo(Files.readString(COMMITTED_DOCUMENT));
    }

    record DocumentedExample(String path, String documented) {
    }

    static Stream<DocumentedExample> examples() {
        return Stream.of(
                new DocumentedExample("/v1/catalogs/exchange/messages?code=0001&locale=de", OpenApiExamples.MESSAGES),
                new DocumentedExample("/v1/catalogs/exchange/messages/-1015?locale=ja&arg=5&arg=10s", OpenApiExamples.RENDERED_MESSAGE),
                new DocumentedExample("/codes/parlance/invalid-locale?locale=en", OpenApiExamples.CODE));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void documentsRealResponses(DocumentedExample example) throws IOException {
        assertThat(parseJson(given().get(example.path()).asString())).isEqualTo(parseJson(example.documented()));
    }

    @Test
    void documentsRealRenderResponse() throws IOException {
        var response = given().contentType("application/json").body(OpenApiExamples.RENDER_REQUEST).post("/v1/catalogs/exchange/render");
        assertThat(parseJson(response.asString())).isEqualTo(parseJson(OpenApiExamples.RENDER_RESPONSE));
    }

    @Test
    void documentsRealPreviewResponse() throws IOException {
        var response = given().contentType("application/json").body(OpenApiExamples.PREVIEW_REQUEST).post("/v1/catalogs/exchange/preview");
        assertThat(parseJson(response.asString())).isEqualTo(parseJson(OpenApiExamples.PREVIEW_RESPONSE));
    }

    private static JsonNode parseJson(String text) throws IOException {
        return JSON.readTree(text);
    }
}
