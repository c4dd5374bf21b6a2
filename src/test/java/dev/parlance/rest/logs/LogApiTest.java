package dev.parlance.rest.logs;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log lines of requests, in the format of production. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LogApiTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE_PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AccessFixtures fixtures;

    @TestHTTPResource
    URI service;

    private final String catalog = "logged-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Handler() {
        private final JsonFormatter formatter = new JsonFormatter();

        @Override
        public void publish(LogRecord event) {
            lines.add(formatter.format(ExtLogRecord.wrap(event)));
        }

        @Override
        public void flush() {
            // Lines are kept in memory.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void record() {
        fixtures.createCatalog(catalog);
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @Test
    void linesOfARequestHaveItsIds() {
        asAdministrator().header("traceparent", TRACE_PARENT).header("X-Request-Id", "proxy-1").body("{\"public\":false}")
                .put("/v1/catalogs/" + catalog + "/visibility").then().statusCode(200).header("X-Request-Id", "proxy-1");

        var line = line("visibility-changed");
        assertThat(line.at("/mdc/traceId").asText()).isEqualTo(TRACE_ID);
        assertThat(line.at("/mdc/requestId").asText()).isEqualTo("proxy-1");
        assertThat(line.get("message").asText()).contains("request=proxy-1");
    }

    @Test
    void requestsOfOneConnectionHaveTheirOwnIds() throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (var id : List.of("first", "second", "third")) {
            var body = "{\"public\":" + id.equals("second") + "}";
            var request = HttpRequest.newBuilder(service.resolve("/v1/catalogs/" + catalog + "/visibility"))
                    .header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).header("X-Request-Id", id)
                    .header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body));
            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        var audited = lines.stream().filter(it -> it.contains("action=visibility-changed")).toList();

        assertThat(audited).hasSize(3);
        assertThat(audited.stream().map(it -> parse(it).at("/mdc/requestId").asText())).containsExactly("first", "second", "third");
        assertThat(audited.stream().map(it -> parse(it).at("/mdc/traceId").asText()).distinct()).hasSize(3);
    }

    @Test
    void createsIdsWithoutValidHeaders() {
        var id = asAdministrator().header("traceparent", "00-forged").header("X-Request-Id", "a b").body("{\"public\":false}")
                .put("/v1/catalogs/" + catalog + "/visibility").then().statusCode(200)
                .header("X-Request-Id", matchesPattern("[0-9a-f]{16}")).extract().header("X-Request-Id");

        var line = line("visibility-changed");
        assertThat(line.at("/mdc/traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(line.at("/mdc/requestId").asText()).isEqualTo(id);
    }

    @Test
    void problemsHaveTheRequestId() {
        given().header("X-Request-Id", "proxy-2").get("/v1/catalogs/" + catalog + "/messages/absent").then().statusCode(404)
                .header("X-Request-Id", equalTo("proxy-2"));
        given().get("/v1/catalogs/" + catalog + "/messages").then().statusCode(200).header("X-Request-Id", equalTo(null));
    }

    /** A line break in a value must not start a line that looks like one of the service. */
    @Test
    void nothingCanBeForged() {
        var name = "eve\r\n{\"level\":\"INFO\",\"message\":\"forged\"}\u2028\u0000";
        given().contentType("application/json").body(Map.of("name", name, "password", "not the password")).post("/v1/session").then()
                .statusCode(401);

        assertThat(line("sign-in-failed").get("message").asText()).doesNotContain("\n", "\r", "\u2028", "\u0000");
        assertThat(lines).allSatisfy(it -> assertThat(it.strip().lines()).hasSize(1));
    }

    @Test
    void linesHaveNoSecrets() {
        var secrets = List.of("secret-of-the-header", "secret-of-the-cookie", "secret-password", "secret-query");
        given().header("Authorization", "Bearer " + secrets.get(0)).get("/v1/catalogs/" + catalog + "/draft").then().statusCode(401);
        given().header("Cookie", "parlance-session=" + secrets.get(1)).get("/v1/catalogs/" + catalog + "/draft").then().statusCode(401);
        given().contentType("application/json").body(Map.of("name", "eve", "password", secrets.get(2))).post("/v1/session").then()
                .statusCode(401);
        given().get("/v1/catalogs/" + catalog + "/messages?token=" + secrets.get(3)).then().statusCode(400);
        var token = System.getProperty("parlance.admin.token");
        asAdministrator().body("{\"public\":false}").put("/v1/catalogs/" + catalog + "/visibility").then().statusCode(200);

        assertThat(lines).isNotEmpty().noneMatch(it -> it.contains(token) || secrets.stream().anyMatch(it::contains));
    }

    private JsonNode line(String action) {
        return parse(lines.stream().filter(it -> it.contains("action=" + action)).findFirst().orElseThrow());
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
