package dev.parlance.rest.recognition;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RecognitionApiTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SnapshotRegistry snapshots;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    @Test
    void resolvesTextsOfAnyLanguage() {
        resolve(EXCHANGE, "{\"text\":\"Illegal parameter 'symbol'\",\"locale\":\"ja\"}").statusCode(200)
                .header("Parlance-Release", equalTo("1")).header("Cache-Control", equalTo("no-store"))
                .body("candidates[0].key", equalTo("-1130")).body("candidates[0].code", equalTo("-1130"))
                .body("candidates[0].reason", equalTo("ILLEGAL_PARAMETER")).body("candidates[0].match", equalTo("text"))
                .body("candidates[0].exact", equalTo(true)).body("candidates[0].recognisedLocale", equalTo("en"))
                .body("candidates[0].arguments", equalTo(Map.of("parameter", "symbol")))
                .body("candidates[0].locale", equalTo("ja")).body("candidates[0].text", containsString("symbol"))
                .body("candidates[0].missingArguments", empty()).body("results", nullValue());
        resolve(EXCHANGE, "{\"text\":\"Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s\",\"locale\":\"en\"}")
                .body("candidates[0].key", equalTo("-1015")).body("candidates[0].recognisedLocale", equalTo("de"))
                .body("candidates[0].text", equalTo("Too many new orders, current limit is 5 orders per 10s"));
    }

    @Test
    void answersLikeTheExamplesOfTheApi() throws Exception {
        assertThat(JSON.readTree(resolve(EXCHANGE, RecognitionExamples.RESOLVE_REQUEST).statusCode(200).extract().asString()))
                .isEqualTo(JSON.readTree(RecognitionExamples.RESOLVE_RESPONSE));
        assertThat(localize(RecognitionExamples.LOCALIZE_REQUEST, "de").statusCode(200).extract().asString())
                .isEqualTo(RecognitionExamples.LOCALIZE_RESPONSE);
    }

    @Test
    void prefersTheCodeBetweenEqualTexts() {
        resolve(EXCHANGE, "{\"text\":\"Incorrect signature\",\"code\":\"0001\",\"locale\":\"en\"}")
                .body("candidates[0].key", equalTo("0001-2"));
    }

    @Test
    void answersUnknownTextsWithoutCandidates() {
        resolve(EXCHANGE, "{\"text\":\"No message has this text.\"}").statusCode(200).body("candidates", empty());
        resolve(EXCHANGE, "{\"texts\":[\"No message has this text.\",\"Incorrect signature\"],\"locale\":\"de\",\"limit\":1}")
                .statusCode(200).body("candidates", nullValue()).body("results[0].candidates", empty())
                .body("results[1].candidates.text", contains("Falsche Signatur"));
    }

    @Test
    void findsCodesInLines() {
        resolve(EXCHANGE, "{\"text\":\"12:00 WARN {\\\"code\\\":-1015}\",\"fuzzy\":true,\"locale\":\"en\"}").statusCode(200)
                .body("candidates.key", hasItem("-1015")).body("candidates.find{it.key=='-1015'}.match", equalTo("code"))
                .body("candidates.find{it.key=='-1015'}.start", equalTo(19)).body("candidates.find{it.key=='-1015'}.end", equalTo(24))
                .body("candidates.find{it.key=='-1015'}.missingArguments", contains("interval", "limit"));
        resolve(EXCHANGE, "{\"text\":\"12:00 WARN {\\\"code\\\":-1015}\"}").body("candidates", empty());
    }

    @Test
    void findsTextsInLines() {
        var line = "12:00:07 WARN order 17 failed: ILLEGAL parameter 'symbol' (attempt 2)";
        resolve(EXCHANGE, "{\"text\":\"" + line + "\",\"fuzzy\":true,\"locale\":\"de\"}").statusCode(200)
                .body("candidates[0].key", equalTo("-1130")).body("candidates[0].exact", equalTo(false))
                .body("candidates[0].start", equalTo(line.indexOf("ILLEGAL"))).body("candidates[0].end", equalTo(line.indexOf(" (attempt")))
                .body("candidates[0].text", equalTo("Unzulässiger Parameter „symbol“"));
    }

    @Test
    void answersTables() {
        var table = post(EXCHANGE + "/resolve?format=text", "{\"text\":\"Falsche Signatur\",\"locale\":\"en\"}").statusCode(200)
                .contentType("text/plain").extract().asString();
        assertThat(table).isEqualTo("""
                catalog   key     code  reason               recognisedLocale  arguments  text
                exchange  0001-2  0001  INCORRECT_SIGNATURE  de                -          Incorrect signature
                """);
        given().accept("text/csv").contentType("application/json").body("{\"texts\":[\"x\",\"Falsche Signatur\"],\"locale\":\"en\"}")
                .post("/v1/resolve").then().statusCode(200).contentType("text/csv")
                .body(containsString("1,exchange,0001-2,0001,INCORRECT_SIGNATURE,de,,Incorrect signature\r\n"));
    }

    @Test
    void limitsTheLanguageOfTheText() {
        resolve(EXCHANGE, "{\"text\":\"Falsche Signatur\",\"from\":\"en-US\"}").body("candidates", empty());
        resolve(EXCHANGE, "{\"text\":\"Falsche Signatur\",\"from\":\"de-AT\"}").body("candidates.key", contains("0001-2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                    | /text     | invalid-field
            {"text":"a","texts":["a"]}            | /texts    | invalid-field
            {"texts":[1]}                         | /texts/0  | invalid-field
            {"text":"a","limit":0}                | /limit    | invalid-field
            {"text":"a","limit":21}               | /limit    | invalid-field
            """)
    void rejectsInvalidRequests(String body, String pointer, String code) {
        resolve(EXCHANGE, body).statusCode(422).body("code", equalTo(code)).body("arguments.pointer", equalTo(pointer));
    }

    @Test
    void boundsRequests() {
        resolve(EXCHANGE, "{\"text\":\"" + "x".repeat(ResolveRequest.MAX_TEXT_LENGTH + 1) + "\"}").statusCode(422)
                .body("code", equalTo("too-long"));
        resolve(EXCHANGE, "{\"texts\":[" + "\"x\",".repeat(ResolveRequest.MAX_TEXTS) + "\"x\"]}").statusCode(422)
                .body("code", equalTo("too-many-items"));
        resolve(EXCHANGE, "{\"texts\":[" + "\"x\",".repeat(ResolveRequest.MAX_TEXTS - 1) + "\"x\"]}").statusCode(200);
    }

    @Test
    void resolvesInAllReadableCatalogs() {
        var catalog = createReleasedCatalog();
        var text = "{\"text\":\"The drawer " + catalog + " is stuck\",\"locale\":\"de\"}";
        post("/v1/resolve", text).statusCode(200).body("candidates", empty());
        asAdministrator().body(text).post("/v1/resolve").then().statusCode(200).body("candidates.catalog", contains(catalog))
                .body("candidates.text", contains("Die Schublade " + catalog + " klemmt"));
        post("/v1/resolve", "{\"texts\":[\"Incorrect signature\"],\"locale\":\"de\"}").statusCode(200)
                .body("results[0].candidates[0].catalog", equalTo("exchange"));
        post("/v1/catalogs/" + catalog + "/resolve", text).statusCode(404).body("code", equalTo("unknown-catalog"));
        post("/v1/catalogs/" + catalog + "/localize", text).statusCode(404).body("code", equalTo("unknown-catalog"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { "msg": "Incorrect signature", "code": "0001", "n": 1.10 } | 1 | { "msg": "Falsche Signatur", "code": "0001", "n": 1.10 }
            {"code":0001.0,"msg":"Incorrect signature"}                 | 0 |
            {"code":-1,"message":"Incorrect signature","x":[1E400]}     | 1 | {"code":-1,"message":"Falsche Signatur","x":[1E400]}
            {"title":"Incorrect signature","detail":"Unknown text"}     | 0 | {"title":"Incorrect signature","detail":"Unknown text"}
            {"msg":"Nowhere","code":"0001"}                             | 0 | {"msg":"Nowhere","code":"0001"}
            {"code":"-9999"}                                            | 0 | {"code":"-9999"}
            {"code":-1015}                                              | 0 | {"code":-1015}
            [{"code":"0001"}]                                           | 0 | [{"code":"0001"}]
            null                                                        | 0 | null
            """)
    void localizesTextsOnly(String body, int count, String expected) {
        var response = localize(body, "de");
        if (expected == null) {
            response.statusCode(400).body("code", equalTo("malformed-body"));
        } else {
            response.statusCode(200).contentType("application/json").header("Parlance-Localized", equalTo(Integer.toString(count)))
                    .header("Content-Language", count == 0 ? nullValue() : equalTo("de"));
            assertThat(response.extract().asString()).isEqualTo(expected);
        }
    }

    @Test
    void localizesCodesWithArguments() {
        var byName = localize("{\"code\":-1015,\"args\":{\"limit\":5,\"interval\":\"10s\"},\"msg\":\"\"}", "de").statusCode(200);
        assertThat(byName.extract().asString()).isEqualTo("{\"code\":-1015,\"args\":{\"limit\":5,\"interval\":\"10s\"},"
                + "\"msg\":\"Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s\"}");
        var byPosition = localize("{\"code\":\"0001\",\"arguments\":[]}", "de").statusCode(200);
        assertThat(byPosition.extract().asString()).isEqualTo("{\"code\":\"0001\",\"arguments\":[],\"msg\":\"Falsche Signatur\"}");
    }

    @Test
    void localizesProblemDocuments() {
        given().contentType("application/problem+json;charset=utf-8").header("Accept-Language", "fr;q=0.5, ja")
                .body("{\"type\":\"about:blank\",\"detail\":\"Incorrect signature\"}").post(EXCHANGE + "/localize?from=en").then()
                .statusCode(200).contentType("application/problem+json").header("Content-Language", equalTo("ja"))
                .body("detail", not(equalTo("Incorrect signature")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html></html>", "{\"msg\":\"a\"} x"})
    void rejectsBodiesThatAreNotJson(String body) {
        localize(body, "de").statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void countsTexts() {
        double before = unknownTexts();
        localize("{\"msg\":\"Nobody sends this\"}", "de").statusCode(200);
        assertThat(unknownTexts()).isEqualTo(before + 1);
    }

    private static double unknownTexts() {
        return Metrics.globalRegistry.find("parlance.localized.texts").tag("catalog", "exchange")
                .tag("outcome", "unknown").counters().stream().mapToDouble(it -> it.count()).sum();
    }

    @Test
    void readsMembersNamedBySettings() {
        var catalog = createReleasedCatalog();
        var path = "/v1/catalogs/" + catalog;
        asAdministrator().body("{\"public\":true}").put(path + "/visibility").then().statusCode(200);
        var draft = asAdministrator().get(path + "/draft").then()
                .body("errorMembers.text", contains("/msg", "/message", "/detail", "/title")).extract();
        var settings = "{\"errorMembers\":{\"code\":[\"/errors/*/id\"],\"text\":[\"/errors/*/reason\"]}}";
        asAdministrator().body(settings).patch(path).then().statusCode(428);
        asAdministrator().header("If-Match", draft.header("ETag")).body(settings).patch(path).then().statusCode(200)
                .body("errorMembers.code", contains("/errors/*/id")).body("errorMembers.arguments", contains("/arguments", "/args"));
        asAdministrator().header("If-Match", draft.header("ETag")).body(settings).patch(path).then().statusCode(412);
        asAdministrator().get(path + "/changes?limit=1").then().body("changes[0].before.catalog.errorMembers", nullValue())
                .body("changes[0].after.catalog.errorMembers.text", contains("/errors/*/reason"));
        var text = "The drawer " + catalog + " is stuck";
        var translated = "Die Schublade " + catalog + " klemmt";
        var body = "{\"errors\":[{\"id\":7,\"reason\":\"" + text + "\"},{\"id\":7},{\"reason\":\"Other\"}],\"msg\":\"" + text + "\"}";
        ShippedCatalogsReady.await("the settings", () -> post(path + "/localize?locale=de", body).extract().header("Parlance-Localized")
                .equals("2"));
        assertThat(post(path + "/localize?locale=de", body).extract().asString()).isEqualTo("{\"errors\":[{\"id\":7,\"reason\":\""
                + translated + "\"},{\"id\":7,\"reason\":\"" + translated + "\"},{\"reason\":\"Other\"}],\"msg\":\"" + text + "\"}");
        asAdministrator().header("If-Match", "\"" + currentVersion(path) + "\"").body("{\"errorMembers\":null}").patch(path).then()
                .statusCode(200).body("errorMembers.code", contains("/code"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"errorMembers":{"code":["code"]}}    | /errorMembers/code/0      | invalid-field | RFC 6901
            {"errorMembers":{"text":["/a","$"]}}  | /errorMembers/text/1      | invalid-field | /errors/*/message
            {"errorMembers":{"arguments":"/a"}}   | /errorMembers/arguments   | invalid-field | array
            """)
    void explainsInvalidPointers(String settings, String pointer, String code, String detail) {
        var path = "/v1/catalogs/" + createReleasedCatalog();
        asAdministrator().header("If-Match", "\"" + currentVersion(path) + "\"").body(settings).patch(path).then().statusCode(422)
                .body("code", equalTo(code)).body("arguments.pointer", equalTo(pointer)).body("detail", containsString(detail));
    }

    /** Every message of the catalog, in every language: the text in English comes back as the text in the language. */
    @Test
    void localizesTheWholeCatalog() throws Exception {
        var locales = new ArrayList<String>();
        getJson(EXCHANGE).path("locales").forEach(it -> locales.add(it.path("locale").asText()));
        assertThat(locales).hasSize(13);
        var batch = JsonNodeFactory.instance.objectNode();
        var requested = batch.putArray("messages");
        getJson(EXCHANGE + "/messages?limit=500&locale=en").path("messages").forEach(it -> {
            var arguments = requested.addObject().put("key", it.path("key").asText()).putObject("args");
            it.path("arguments").forEach(argument -> arguments.put(argument.path("name").asText(), argument.path("example").asText()));
        });
        assertThat(requested).hasSize(164);
        var english = render(batch.put("locale", "en"));
        var client = HttpClient.newHttpClient();
        var failures = new ArrayList<String>();
        for (var locale : locales) {
            var expected = render(batch.put("locale", locale));
            for (int i = 0; i < expected.size(); i++) {
                var body = JsonNodeFactory.instance.objectNode().put("code", english.get(i).path("code").asText())
                        .put("msg", english.get(i).path("text").asText());
                var response = client.send(HttpRequest.newBuilder(service.resolve(EXCHANGE + "/localize"))
                        .header("Content-Type", "application/json").header("Accept-Language", locale)
                        .POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString());
                var expectedBody = body.deepCopy().put("msg", expected.get(i).path("text").asText());
                if (response.statusCode() != 200 || !response.body().equals(expectedBody.toString())) {
                    failures.add(locale + " " + body + " -> " + response.body() + " instead of " + expectedBody);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static JsonNode getJson(String path) throws Exception {
        return JSON.readTree(given().get(path).then().statusCode(200).extract().asString());
    }

    private static ArrayNode render(JsonNode batch) throws Exception {
        return (ArrayNode) JSON.readTree(post(EXCHANGE + "/render", batch.toString()).statusCode(200).extract().asString())
                .path("messages");
    }

    private static ValidatableResponse resolve(String catalog, String body) {
        return post(catalog + "/resolve", body);
    }

    private static ValidatableResponse localize(String body, String locale) {
        return post(EXCHANGE + "/localize?locale=" + locale, body);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static int currentVersion(String path) {
        return asAdministrator().get(path + "/draft").then().statusCode(200).extract().path("version");
    }

    /** Creates a private catalog with one message of the code 7, whose texts contain the name of the catalog. */
    private static String createReleasedCatalog() {
        var catalog = "drawers-" + UUID.randomUUID();
        var path = "/v1/catalogs/" + catalog;
        asAdministrator().body("{\"name\":\"" + catalog + "\",\"title\":\"Drawers\",\"sourceLocale\":\"en\",\"locales\":[\"de\"]}")
                .post("/v1/catalogs").then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"code\":\"7\",\"reason\":\"STUCK\",\"httpStatus\":400}")
                .put(path + "/messages/stuck").then().statusCode(201);
        saveText(path, "en", "The drawer " + catalog + " is stuck");
        saveText(path, "de", "Die Schublade " + catalog + " klemmt");
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"release\":1}").put(path + "/channels/production").then().statusCode(200);
        return catalog;
    }

    private static void saveText(String path, String locale, String message) {
        asAdministrator().header("If-None-Match", "*").body(Map.of("message", message, "state", "translated"))
                .put(path + "/messages/stuck/texts/" + locale).then().statusCode(201);
    }
}
