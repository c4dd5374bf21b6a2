package dev.parlance.rest.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.PostgresTestResource;
import dev.parlance.ServiceProcess;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.rest.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages and caches of the public API, for the shipped catalogs and for one with an incomplete translation. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LanguageApiTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange";
    private static final String ORDERS_MESSAGE = EXCHANGE + "/messages/-1015?arg=5&arg=10s";

    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry snapshots;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    /** Of these locales, the catalog offers only ja. Some of the others have a match. */
    @ParameterizedTest
    @CsvSource({"pl", "de-AT", "zh-HK", "yue-HK", "nn", "xx", "pt-AO", "ja"})
    void selectsSameLocaleByParameterAndHeader(String tag) {
        var byHeader = given().header("Accept-Language", tag).get(ORDERS_MESSAGE).then().statusCode(200).extract().asString();
        var byParameter = given().get(ORDERS_MESSAGE + "&locale=" + tag).then().statusCode(200).extract().asString();
        assertThat(byParameter).isEqualTo(byHeader);
        var rendered = given().contentType("application/json").body("{\"locale\":\"" + tag
                + "\",\"messages\":[{\"key\":\"-1015\",\"args\":[\"5\",\"10s\"]}]}").post(EXCHANGE + "/render").then().statusCode(200);
        rendered.body("messages[0].text", equalTo(given().get(ORDERS_MESSAGE + "&locale=" + tag).then().extract().path("text")));
        given().get("/codes/exchange/-1015?locale=" + tag).then().statusCode(200);
        given().get(EXCHANGE + "/messages?limit=1&locale=" + tag).then().statusCode(200);
    }

    @Test
    void fallsBackToSourceLanguage() {
        given().get(ORDERS_MESSAGE + "&locale=xx").then().statusCode(200).header("Content-Language", "en")
                .body("text", equalTo("Too many new orders, current limit is 5 orders per 10s"))
                .body("locale", equalTo("en")).body("requestedLocale", equalTo("xx")).body("fallback", equalTo(true));
        for (var fallback : List.of("parents", "none")) {
            given().get(ORDERS_MESSAGE + "&locale=xx&fallback=" + fallback).then().statusCode(404).body("code", equalTo("unknown-locale"))
                    .body("arguments.offered", containsString("ja"));
            given().header("Accept-Language", "xx").get(ORDERS_MESSAGE + "&fallback=" + fallback).then().statusCode(404);
        }
        given().get(ORDERS_MESSAGE + "&locale=de-AT&fallback=parents").then().statusCode(200).body("locale", equalTo("de"));
        given().get(ORDERS_MESSAGE + "&locale=de-AT&fallback=none").then().statusCode(404);
        given().get(ORDERS_MESSAGE + "&locale=de&fallback=none").then().statusCode(200);
        given().header("Accept-Language", "de-AT, xx, ja;q=0.5").get(ORDERS_MESSAGE + "&fallback=none").then().statusCode(200)
                .header("Content-Language", equalTo("ja"));
        given().header("Accept-Language", "de-AT, xx").get(ORDERS_MESSAGE + "&fallback=none").then().statusCode(404);
    }

    @Test
    void listsValuesOfFallback() {
        given().get(ORDERS_MESSAGE + "&locale=de&fallback=some").then().statusCode(400)
                .body("arguments.allowed", equalTo("none, parents, full"));
        given().contentType("application/json").body("{\"fallback\":\"some\",\"messages\":[]}").post(EXCHANGE + "/render").then()
                .statusCode(422).body("arguments.pointer", equalTo("/fallback"))
                .body("arguments.allowed", equalTo("none, parents, full"));
    }

    @Test
    void servesNoBundleForLocaleWithoutMatch() {
        given().get(EXCHANGE + "/bundles/xx").then().statusCode(404).body("code", equalTo("unknown-locale"))
                .body("arguments.offered", containsString("de"));
        given().get(EXCHANGE + "/bundles/yue-HK").then().statusCode(200).header("Content-Language", "zh-Hant");
        given().get(EXCHANGE + "/bundles/de-AT?fallback=none").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de-AT, fr;q=0.5|de", "xx|en", "''|en", "zh-HK|zh-Hant"})
    void negotiatesBundle(String acceptLanguage, String locale) {
        var plain = given().get(EXCHANGE + "/bundles/" + locale).then().extract();
        for (var query : List.of("", "?v=1.2")) {
            given().header("Accept-Language", acceptLanguage).get(EXCHANGE + "/bundles/auto" + query).then().statusCode(200)
                    .header("Content-Language", locale).header("Content-Location", EXCHANGE + "/bundles/" + locale)
                    .header("Vary", containsString("Accept-Language")).header("Vary", containsString("Accept-Encoding"))
                    .header("ETag", plain.header("ETag")).body(equalTo(plain.asString()));
        }
        given().header("Accept-Language", acceptLanguage).header("If-None-Match", plain.header("ETag"))
                .get(EXCHANGE + "/bundles/auto").then().statusCode(304).header("Vary", containsString("Accept-Language"));
        given().header("Accept-Language", acceptLanguage).get(EXCHANGE + "/bundles/auto?format=json").then().statusCode(200)
                .header("Content-Location", EXCHANGE + "/bundles/" + locale + "?format=json");
        given().header("Accept-Language", acceptLanguage).get(EXCHANGE + "/bundles/auto?prefix=-11&v=x").then().statusCode(200)
                .header("Content-Location", EXCHANGE + "/bundles/" + locale + "?prefix=-11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?v=1.2.3", "?v=", "?v", "?v=a&v=b", "?v=%E6%97%A5", "?v=1&channel=production", "?format=json&v=1"})
    void ignoresVersionParameter(String query) {
        var canonical = EXCHANGE + "/bundles/ja" + (query.contains("format") ? "?format=json" : "");
        for (int i = 0; i < 2; i++) {
            var plain = given().get(canonical).then().statusCode(200).extract();
            given().get(EXCHANGE + "/bundles/ja" + query).then().statusCode(200).header("ETag", plain.header("ETag"))
                    .header("Cache-Control", plain.header("Cache-Control")).body(equalTo(plain.asString()));
        }
        given().urlEncodingEnabled(false).get(EXCHANGE + "/bundles/ja?v=1&x=2").then().statusCode(400);
        given().get(EXCHANGE + "/releases/1/bundles/ja?v=7").then().statusCode(200);
        given().get(EXCHANGE + "/bundles?locales=ja,de&v=7").then().statusCode(200);
        given().get(EXCHANGE + "/messages/-1015?v=7").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-gzip", "-br", "-zstd"})
    void matchesTagOfAnyEncoding(String suffix) throws IOException {
        var etag = given().header("Accept-Encoding", "identity").get(EXCHANGE + "/bundles/ja").then().extract().header("ETag");
        var digest = etag.substring(1, 65);
        for (var address : List.of("/bundles/ja", "/bundles/ja-JP", "/releases/1/bundles/ja")) {
            for (var accepted : List.of("", "Accept-Encoding: gzip\r\n", "Accept-Encoding: br\r\n")) {
                assertThat(RawHttp.exchange(service, "GET", EXCHANGE + address,
                        accepted + "If-None-Match: \"other\"\r\nIf-None-Match: \"" + digest + suffix + "\"\r\n"))
                        .startsWith("HTTP/1.1 304");
                assertThat(RawHttp.exchange(service, "GET", EXCHANGE + address,
                        accepted + "If-None-Match: \"other\"\r\nIf-None-Match: \"x" + suffix + "\"\r\n")).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void answersPreflightsOfOtherOrigins() throws IOException {
        var response = RawHttp.exchange(service, "OPTIONS", EXCHANGE + "/events", "Origin: https://app.example\r\n"
                + "Access-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: traceparent,last-event-id\r\n");
        assertThat(response).startsWith("HTTP/1.1 204").contains("access-control-allow-origin: *");
        assertThat(response.lines().filter(it -> it.startsWith("access-control-allow-headers: ")).findFirst().orElseThrow())
                .contains("traceparent", "Cache-Control", "X-Requested-With", "Last-Event-ID", "Authorization", "If-None-Match");
    }

    @Test
    void namesLocalesInLanguageOfCaller() {
        for (var path : List.of(EXCHANGE, "/v1/catalogs")) {
            var vary = String.join(", ", given().get(path).then().extract().headers().getValues("Vary"));
            assertThat(vary.split(", ")).contains("Accept-Language");
        }
        given().header("Accept-Language", "de").get(EXCHANGE).then().statusCode(200)
                .body("locales.find { it.locale == 'ja' }.name", equalTo("Japanisch"))
                .body("locales.find { it.locale == 'ja' }.nativeName", equalTo("日本語"))
                .body("locales.find { it.locale == 'ja' }.direction", equalTo("ltr"))
                .body("locales.find { it.locale == 'ar' }.direction", equalTo("rtl"));
        given().get("/v1/catalogs").then().statusCode(200)
                .body("catalogs.find { it.name == 'exchange' }.locales.find { it.locale == 'ja' }.name", equalTo("Japanese"));
    }

    @Test
    void namesTextsThatFellBackAndLeavesThemOutOfClientFormats() {
        var path = publishIncompleteCatalog();
        given().get(path + "/bundles/ru").then().statusCode(200).body("messages", hasKey("items"))
                .body("fallback.en", equalTo(List.of("items")));
        given().get(path + "/bundles/en").then().body("fallback", nullValue());
        given().get(path + "/bundles/ru?prefix=it").then().body("fallback.en", equalTo(List.of("items")));
        for (var fallback : List.of("parents", "none")) {
            given().get(path + "/bundles/ru?fallback=" + fallback).then().statusCode(200).body("messages", not(hasKey("items")))
                    .body("messages", hasKey("sold-out")).body("fallback", nullValue());
        }
        given().get(path + "/bundles/ru?since=1").then().body("changed", anEmptyMap());
        for (int i = 0; i < 2; i++) {
            given().get(path + "/bundles/ru?format=formatjs").then().statusCode(200).header("Parlance-Missing", "\"items\"")
                    .body("items", nullValue()).body("sold-out", equalTo("Распродано"));
        }
        given().get(path + "/bundles/ru?format=json&fallback=full").then().header("Parlance-Missing", nullValue())
                .header("Parlance-Lossy", "\"items\"")
                .body("items", startsWith("{n, plural"));
        given().get(path + "/messages/items?locale=ru&arg=21").then().statusCode(200).body("text", equalTo("21 items"))
                .body("fallback", equalTo(true));
        given().get(path + "/messages/items?locale=ru&arg=21&fallback=parents").then().statusCode(404)
                .body("code", equalTo("unknown-text"));
        given().contentType("application/json").body("{\"locale\":\"ru\",\"fallback\":\"parents\",\"messages\":[{\"key\":\"items\"},"
                + "{\"key\":\"sold-out\"}]}").post(path + "/render").then().statusCode(200)
                .body("messages[0].unknownKey", equalTo("items")).body("messages[0].problem.code", equalTo("unknown-text"))
                .body("messages[1].text", equalTo("Распродано"));
        given().get(path + "/messages?locale=ru&fallback=parents").then().body("messages.key", equalTo(List.of("sold-out")));
        given().get(path + "/messages?locale=ru").then().body("messages", not(empty())).body("messages.size()", equalTo(2));
    }

    @Test
    void resumesEventStream() throws IOException {
        var path = publishIncompleteCatalog();
        var first = readEvents(path, "", 1);
        assertThat(first.get(0)).startsWith("HTTP/1.1 200");
        assertThat(first).anyMatch(it -> it.equalsIgnoreCase("Cache-Control: no-cache"))
                .anyMatch(it -> it.equalsIgnoreCase("X-Accel-Buffering: no")).anyMatch(it -> it.contains("\"channel\":\"production\""));
        var id = first.stream().filter(it -> it.startsWith("id:")).findFirst().orElseThrow().substring(3).strip();
        cut(path, 2);
        assertThat(readEvents(path, "Last-Event-ID: " + id + "\r\n", 1)).noneMatch(it -> it.contains("\"channel\""))
                .anyMatch(it -> it.contains("\"release\":2"));
        assertThat(readEvents(path, "Last-Event-ID: 0;production=9\r\n", 1)).anyMatch(it -> it.contains("\"channel\":\"production\""));
    }

    /** Reads until a number of events have arrived. */
    private List<String> readEvents(String path, String headers, int count) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            socket.getOutputStream().write(("GET " + path + "/events HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var lines = new ArrayList<String>();
            while (lines.stream().filter(it -> it.startsWith("data:")).count() < count) {
                lines.add(Optional.ofNullable(reader.readLine()).orElseThrow());
            }
            return lines;
        }
    }

    /** Publishes a catalog with the locale ru, in which the message "items" has no text. Returns its path. */
    private String publishIncompleteCatalog() {
        var catalog = "languages-" + UUID.randomUUID();
        var path = "/v1/catalogs/" + catalog;
        asAdmin("{\"name\":\"" + catalog + "\",\"title\":\"Shop\",\"sourceLocale\":\"en\",\"locales\":[\"ru\"]}", "POST",
                "/v1/catalogs").statusCode(201);
        asAdmin("{\"public\":true}", "PUT", path + "/visibility").statusCode(200);
        asAdmin("{\"reason\":\"SOLD_OUT\",\"httpStatus\":409}", "PUT", path + "/messages/sold-out").statusCode(201);
        asAdmin("{\"reason\":\"ITEMS\",\"httpStatus\":200,\"arguments\":[{\"name\":\"n\",\"type\":\"number\",\"example\":\"5\"}]}", "PUT",
                path + "/messages/items").statusCode(201);
        asAdmin("{\"message\":\"Sold out\"}", "PUT", path + "/messages/sold-out/texts/en").statusCode(201);
        asAdmin("{\"message\":\"Распродано\"}", "PUT", path + "/messages/sold-out/texts/ru").statusCode(201);
        asAdmin("{\"syntax\":\"icu\",\"message\":\"{n, plural, one{# item} other{# items}}\"}", "PUT", path + "/messages/items/texts/en")
                .statusCode(201);
        cut(path, 1);
        asAdmin("{\"release\":1}", "PUT", path + "/channels/production").statusCode(200);
        ServiceProcess.await(catalog, Duration.ofSeconds(10), () -> snapshots.find(new CatalogName(catalog)).isPresent()
                && snapshots.state().isPublic(catalog));
        return path;
    }

    private void cut(String path, int release) {
        if (release > 1) {
            AccessFixtures.asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"Sold out today\"}")
                    .put(path + "/messages/sold-out/texts/en").then().statusCode(200);
        }
        asAdmin("{}", "POST", path + "/releases").statusCode(201);
    }

    private ValidatableResponse asAdmin(String body, String method, String path) {
        var request = AccessFixtures.asAdministrator().body(body);
        return (method.equals("PUT") && !path.endsWith("/visibility") ? request.header("If-None-Match", "*") : request)
                .request(method, path).then();
    }
}
