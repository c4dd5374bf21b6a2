package dev.parlance.rest.table;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every list of the API is also text and CSV. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ListFormatsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";

    @Inject
    AccessFixtures fixtures;

    @Inject
    SnapshotRegistry snapshots;

    private final String catalog = "tables-" + UUID.randomUUID();

    private record ListRoute(String path, JsonNode operation) {
    }

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    @Test
    void offersTextAndCsvOfEveryList() throws IOException {
        var lists = lists();
        assertThat(lists).hasSizeGreaterThan(22);
        fixtures.createCatalog(catalog);
        AccessFixtures.createAccount(catalog);
        var session = AccessFixtures.startSession(catalog);
        var values = Map.of("{catalog}", catalog, "{channel}", "production", "{release}", "1", "{other}", "1", "{key}", "plain",
                "{name}", catalog, "{import}", importFile(), "{webhook}", webhookWithDelivery());
        for (var list : lists) {
            var path = list.path();
            assertThat(list.operation().at("/responses/200/content").properties()).as(path).extracting(Map.Entry::getKey)
                    .contains("application/json", "text/plain", "text/csv");
            for (var it : values.entrySet()) {
                path = path.replace(it.getKey(), it.getValue());
            }
            assertSameItems(path.contains("/session") ? () -> AccessFixtures.withSession(session) : AccessFixtures::asAdministrator, path
                    + (needsLocale(list) ? "?locale=de&" : "?"));
        }
    }

    private String webhookWithDelivery() {
        var webhooks = "/v1/catalogs/" + catalog + "/webhooks";
        var id = AccessFixtures.asAdministrator().body("{\"url\":\"http://127.0.0.1:1/\"}").post(webhooks).then().statusCode(201).extract()
                .<String>path("id");
        AccessFixtures.asAdministrator().post(webhooks + "/" + id + "/test").then().statusCode(202);
        return id;
    }

    private void assertSameItems(Supplier<RequestSpecification> caller, String path) throws IOException {
        var json = JSON.readTree(caller.get().get(path + "format=json").then().statusCode(200).contentType("application/json").extract()
                .asByteArray());
        int items = 0;
        for (var member : json) {
            items = member.isArray() ? member.size() : items;
        }
        var csv = caller.get().get(path + "format=csv").then().statusCode(200).contentType(CSV).extract();
        assertThat(varyingBy(csv)).as(path).doesNotContain("Accept");
        try (var rows = CsvReader.builder().ofCsvRecord(csv.asString())) {
            assertThat(rows.stream()).as(path).hasSize(path.contains("/diff/") ? 1 : items + 1);
        }
        var text = caller.get().get(path + "format=text").then().statusCode(200).contentType(TEXT).extract().asString();
        assertThat(text.lines()).as(path).hasSize(path.contains("/diff/") ? 1 : items + 1);
        assertThat(varyingBy(caller.get().accept("text/csv").get(path.replaceAll("[?&]$", "")).then().statusCode(200).contentType(CSV)
                .extract())).as(path).contains("Accept");
    }

    @Test
    void namesNextPageInLink() throws IOException {
        var keys = new ArrayList<String>();
        var query = "?limit=90&locale=de&format=csv";
        while (query != null) {
            var page = given().get("/v1/catalogs/exchange/messages" + query).then().statusCode(200).extract();
            keys.addAll(firstColumn(page.asString()));
            var link = page.header("Link");
            query = link == null ? null : link.replaceAll("^<(\\?.*)>; rel=\"next\"$", "$1");
        }
        assertThat(keys).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }

    @Test
    void answersJsonByDefault() {
        given().get("/v1/catalogs/exchange/messages?limit=1&locale=de").then().statusCode(200).contentType("application/json")
                .header("Vary", equalTo("Accept")).header("Link", nullValue());
        given().header("Accept-Language", "de").get("/v1/catalogs/exchange/messages?limit=1").then().statusCode(200)
                .header("Vary", equalTo("Accept, Accept-Language"));
        given().accept("text/csv").get("/v1/catalogs/exchange/messages?limit=1&format=json").then().statusCode(200)
                .contentType("application/json").body("messages.key", contains("0000"));
    }

    @Test
    void rejectsUnknownFormat() {
        given().get("/v1/catalogs/exchange/messages?format=xml").then().statusCode(400).body("code", equalTo("invalid-parameter"))
                .body("arguments.parameter", equalTo("format"));
        given().accept("text/csv").get("/v1/catalogs/none/messages").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void alignsTextByWidth() {
        var text = given().get("/v1/catalogs/exchange/messages?code=-1015&locale=ja&format=text").then().statusCode(200)
                .extract().asString();
        assertThat(text.lines().toList()).hasSize(2).allSatisfy(it -> assertThat(it).doesNotEndWith(" "));
        assertThat(text).contains("key    code ").contains("\n-1015  -1015 ").contains("新規注文が多すぎます");
    }

    /** Lists by their name, or because they have a next page. */
    private static List<ListRoute> lists() throws IOException {
        var document = JSON.readTree(given().get("/v1/openapi?format=json").then().statusCode(200).extract().asByteArray());
        var lists = new ArrayList<ListRoute>();
        document.get("paths").properties().forEach(path -> {
            var operation = path.getValue().path("get");
            var schema = operation.at("/responses/200/content/application~1json/schema");
            schema = schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
            if (operation.path("operationId").asText().startsWith("list") || schema.at("/properties/next").isObject()) {
                lists.add(new ListRoute(path.getKey(), operation));
            }
        });
        return lists;
    }

    private static List<String> varyingBy(ExtractableResponse<?> response) {
        return response.headers().getValues("Vary").stream().flatMap(it -> Arrays.stream(it.split(", "))).toList();
    }

    private static List<String> firstColumn(String csv) throws IOException {
        try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
            return rows.stream().skip(1).map(it -> it.getField(0)).toList();
        }
    }

    private static boolean needsLocale(ListRoute list) {
        for (var parameter : list.operation().path("parameters")) {
            if (parameter.path("name").asText().equals("locale") && parameter.path("required").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private String importFile() {
        return asAdministrator().contentType("application/octet-stream").body("hello=Hello\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/catalogs/" + catalog + "/imports?file=a.properties&locale=en&comment=test").then().statusCode(200).extract()
                .path("id");
    }
}
