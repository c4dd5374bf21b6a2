package dev.parlance.rest.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.delivery.Examples;
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

/** The document that is served is the one in the repository, and its examples are true. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/main/openapi/parlance.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SnapshotRegistry delivery;

    @BeforeEach
    void awaitReady() {
        Ready.await(delivery);
    }

    /** {@code mvn test -Dtest=OpenApiTest -Dopenapi.update=true} writes it anew; the diff is for review. */
    @Test
    void theServedDocumentIsTheCommittedOne() throws IOException {
        var served = given().get("/v1/openapi").then().statusCode(200).extract().body().asByteArray();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.write(COMMITTED, served);
        }
        assertThat(new String(served, StandardCharsets.UTF_8)).isEqualTo(Files.readString(COMMITTED));
    }

    record Example(String path, String documented) {
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example("/v1/catalogs/exchange/messages?code=0001&locale=de", Examples.MESSAGES),
                new Example("/v1/catalogs/exchange/messages/-1015?locale=ja&arg=5&arg=10s", Examples.RENDERED),
                new Example("/codes/parlance/invalid-locale?locale=en", Examples.CODE));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreRealAnswers(Example example) throws IOException {
        assertThat(json(given().get(example.path()).asString())).isEqualTo(json(example.documented()));
    }

    @Test
    void theExampleOfABatchIsARealAnswer() throws IOException {
        var answer = given().contentType("application/json").body(Examples.RENDER_REQUEST).post("/v1/catalogs/exchange/render");
        assertThat(json(answer.asString())).isEqualTo(json(Examples.RENDER_ANSWER));
    }

    @Test
    void theExampleOfAPreviewIsARealAnswer() throws IOException {
        var answer = given().contentType("application/json").body(Examples.PREVIEW_REQUEST).post("/v1/catalogs/exchange/preview");
        assertThat(json(answer.asString())).isEqualTo(json(Examples.PREVIEW_ANSWER));
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
