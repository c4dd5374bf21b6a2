package dev.parlance.rest.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read requests on the shipped catalogs. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CatalogApiTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange";
    private static final String ORDERS_MESSAGE = EXCHANGE + "/messages/-1015";

    @Inject
    SnapshotRegistry snapshots;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja      | 新規注文が多すぎます。現在の上限は10sあたり5件です
            zh-TW   | 新委託單過多，目前限制為每 10s 最多 5 筆委託單
            zh-Hans | 新订单过多，当前限制为每 10s 最多 5 笔订单
            ru      | Слишком много новых ордеров. Текущий лимит: 5 ордеров за 10s
            en      | Too many new orders, current limit is 5 orders per 10s
            """)
    void rendersInTheRequestedLocale(String locale, String text) {
        acceptingText().get(ORDERS_MESSAGE + "?locale=" + locale + "&arg=5&arg=10s").then().statusCode(200)
                .contentType("text/plain;charset=UTF-8").body(equalTo(text));
        acceptingText().header("Accept-Language", locale).get(ORDERS_MESSAGE + "?arg.interval=10s&arg.limit=5").then().statusCode(200)
                .header("Vary", "Accept, Accept-Language").body(equalTo(text));
    }

    @ParameterizedTest
    @CsvSource({"1,ордер", "3,ордера", "5,ордеров", "21,ордер", "22,ордера", "111,ордеров"})
    void appliesRussianPluralRules(String number, String noun) {
        acceptingText().get(ORDERS_MESSAGE + "?locale=ru&arg=" + number
                + "&arg=10s").then().body(matchesPattern(".* " + number + " " + noun + " за 10s"));
    }

    @Test
    void keepsApostrophesOfPrintfSources() {
        acceptingText().get(EXCHANGE + "/messages/-1130?locale=en&arg=symbol").then().body(equalTo("Illegal parameter 'symbol'"));
    }

    @Test
    void returnsMetadataOfRenderedMessage() {
        given().header("Accept-Language", "ja-JP, de;q=0.5").get(ORDERS_MESSAGE + "?arg=5").then().statusCode(200)
                .contentType("application/json").header("Content-Language", "ja").header("Parlance-Release", "1")
                .header("Cache-Control", "public, max-age=5, stale-while-revalidate=60, stale-if-error=86400")
                .body("key", equalTo("-1015")).body("code", equalTo("-1015")).body("reason", equalTo("TOO_MANY_NEW_ORDERS"))
                .body("httpStatus", equalTo(400)).body("locale", equalTo("ja")).body("requestedLocale", equalTo("ja-JP"))
                .body("fallback", equalTo(true)).body("release", equalTo(1)).body("arguments.limit", equalTo("5"))
                .body("missingArguments", contains("interval")).body("unexpectedArguments", empty())
                .body("text", equalTo("新規注文が多すぎます。現在の上限は{interval}あたり5件です")).body("description", notNullValue())
                .body("sameCode", empty());
    }

    @Test
    void rendersProblemDocument() {
        given().accept("application/problem+json").get(ORDERS_MESSAGE + "?locale=de&arg=1&arg=10s").then().statusCode(200)
                .contentType("application/problem+json").body("type", equalTo("/codes/exchange/-1015"))
                .body("status", equalTo(400)).body("title", equalTo("Zu viele neue Orders, das aktuelle Limit liegt bei 1 Order pro 10s"))
                .body("detail", notNullValue()).body("code", equalTo("-1015")).body("locale", equalTo("de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?locale=de&arg=5&arg=10s", "?locale=de&arg=5&arg=10s&format=rpc&channel=production"})
    void rendersRpcStatus(String query) {
        given().accept("application/vnd.google.rpc.status+json").get(ORDERS_MESSAGE + query).then().statusCode(200)
                .contentType("application/vnd.google.rpc.status+json").body("code", equalTo(3))
                .body("message", equalTo("Too many new orders, current limit is 5 orders per 10s"))
                .body("details[0].reason", equalTo("TOO_MANY_NEW_ORDERS")).body("details[0].domain", equalTo("exchange"))
                .body("details[0].metadata", equalTo(Map.of("limit", "5", "interval", "10s")))
                .body("details[1].locale", equalTo("de"))
                .body("details[1].message", equalTo("Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s"))
                .body("details[2].links[0].url", equalTo("/codes/exchange/-1015"));
    }

    @ParameterizedTest
    @CsvSource({"*/*,application/json", "'text/html,application/xml;q=0.9,*/*;q=0.8',application/json",
        "'application/json;q=0.1, text/plain',text/plain;charset=UTF-8", "'application/json;q=0, */*',text/plain;charset=UTF-8",
        "'application/json;q=0.0, application/problem+json',application/problem+json"})
    void negotiatesRepresentationByAccept(String accept, String mediaType) {
        given().header("Accept", accept).get(ORDERS_MESSAGE).then().statusCode(200).contentType(mediaType);
    }

    @Test
    void prefersFormatParameterOverAccept() {
        given().accept("application/json").get(ORDERS_MESSAGE + "?format=text&locale=en&arg=5&arg=10s").then()
                .body(equalTo("Too many new orders, current limit is 5 orders per 10s"));
    }

    @Test
    void listsMessagesThatShareACode() {
        given().get(EXCHANGE + "/messages?code=0001&locale=en").then().statusCode(200)
                .body("messages.key", contains("0001", "0001-2"))
                .body("messages.text", contains("Required field '%s' missing or invalid", "Incorrect signature"));
        given().get(EXCHANGE + "/messages/0001").then().body("sameCode", contains("0001-2"));
    }

    @Test
    void pagesThroughAllMessages() {
        var keys = new ArrayList<String>();
        String next = null;
        do {
            var page = given().queryParam("limit", 50).queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get(EXCHANGE + "/messages").then().statusCode(200).extract();
            keys.addAll(page.jsonPath().getList("messages.key"));
            next = page.path("next");
        } while (next != null);
        assertThat(keys).hasSize(164).doesNotHaveDuplicates().startsWith("0000", "0001", "0001-2").endsWith("-4013")
                .containsSubsequence("-1138", "-1137", "-1139");
    }

    @Test
    void searchesMessages() {
        given().get(EXCHANGE + "/messages?locale=de&q=RECVWINDOW").then().body("messages.key", contains("-1021")).body("next", nullValue());
        given().get(EXCHANGE + "/messages?locale=ja&q=証拠金").then().body("messages", not(empty()));
        given().get(EXCHANGE + "/messages?status=200").then().body("messages.key", contains("0000"));
        given().get(EXCHANGE + "/messages?prefix=-40&limit=500").then().body("messages", hasSize(14))
                .body("messages.httpStatus", everyItem(equalTo(400)));
        given().get(EXCHANGE + "/messages?q=no such words").then().body("messages", empty());
    }

    @Test
    void filtersMessagesByTag() {
        given().get(EXCHANGE + "/messages?tag=rate-limit").then().statusCode(200).body("messages.key", contains("0003", "-1015", "-3145"))
                .body("messages[1].tags", contains("order", "rate-limit"));
        given().get(EXCHANGE + "/messages?tag=rate-limit&prefix=-1").then().body("messages.key", contains("-1015"));
        given().get(EXCHANGE + "/messages?tag=nobody").then().statusCode(200).body("messages", empty());
        given().get(EXCHANGE + "/messages?tag=Order").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        String cursor = given().get(EXCHANGE + "/messages?tag=order&limit=1").then().extract().path("next");
        given().get(EXCHANGE + "/messages?tag=filter&limit=1&cursor=" + cursor).then().statusCode(400);
        given().get("/codes/parlance/not-ready").then().body("tags", contains("service"));
    }

    @Test
    void rendersManyMessages() {
        var body = """
                {"locale":"de","messages":[
                  {"key":"-1015","args":["5","10s"]},
                  {"code":"0001","args":{"field":"quantity"}},
                  {"code":"0001"},
                  {"key":"-9999"},
                  {"code":"-9998"},
                  {"key":"-2048","args":[1.0]}]}""";
        given().contentType("application/json").body(body).post(EXCHANGE + "/render").then().statusCode(200)
                .header("Content-Language", "de").body("locale", equalTo("de")).body("release", equalTo(1))
                .body("messages.key", contains("-1015", "0001", "0001-2", null, null, "-2048"))
                .body("messages[0].text", equalTo("Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s"))
                .body("messages[3].unknownKey", equalTo("-9999")).body("messages[3].problem.code", equalTo("unknown-message"))
                .body("messages[4].unknownCode", equalTo("-9998")).body("messages[4].problem.status", equalTo(404));
    }

    @Test
    void usesDigestAsEntityTag() {
        var response = given().get(EXCHANGE + "/bundles/ja").then().statusCode(200).contentType("application/json")
                .header("Content-Language", "ja").header("Parlance-Release", "1").body("messages.size()", equalTo(164)).extract();
        var tag = response.header("ETag");
        assertThat(tag).isEqualTo("\"" + Digest.of(response.asByteArray()).hex() + "-gzip\"");
        for (var ifNoneMatch : List.of(tag, "W/" + tag, "*", "\"other\", " + tag)) {
            given().header("If-None-Match", ifNoneMatch).get(EXCHANGE + "/bundles/ja").then().statusCode(304)
                    .header("ETag", tag).header("Cache-Control", notNullValue()).body(equalTo(""));
        }
        given().header("If-None-Match", "\"other\"").get(EXCHANGE + "/bundles/ja").then().statusCode(200);
        given().get(EXCHANGE + "/bundles/ja-JP").then().statusCode(200).header("ETag", tag);
        given().head(EXCHANGE + "/bundles/ja").then().statusCode(200).header("ETag", tag);
    }

    @Test
    void servesPseudoLocalesWithoutListingThem() {
        acceptingText().get(EXCHANGE + "/messages/-1130?locale=en-XA&arg=symbol").then().statusCode(200).header("Content-Language", "en-XA")
                .body(equalTo("[Îļļéĝåļ þåŕåḿéţéŕ '»symbol«' one two three]"));
        acceptingText().get(EXCHANGE + "/messages/0401?locale=ar-XB").then().body(equalTo(
                "\u200F\u202EInsufficient\u202C\u200F \u200F\u202Easset\u202C\u200F"));
        given().get(EXCHANGE + "/bundles/en-XA").then().statusCode(200).body("locale", equalTo("en-XA"))
                .body("messages.'-1130'", equalTo("[Îļļéĝåļ þåŕåḿéţéŕ ''»{parameter}«'' one two three]"));
        given().get(EXCHANGE).then().body("locales.locale", not(hasItem("en-XA"))).body("locales.locale", not(hasItem("en-XK")));
        acceptingText().get(EXCHANGE + "/messages/-1130?locale=en-XK&arg=symbol").then().statusCode(200).header("Content-Language", "en-XK")
                .body(equalTo("[exchange/-1130] Illegal parameter 'symbol'"));
        given().get(EXCHANGE + "/bundles/en-XK").then().statusCode(200)
                .body("messages.'-1130'", equalTo("[exchange/-1130] Illegal parameter ''{parameter}''"));
        given().contentType("application/json").body("{\"locale\":\"en-XK\",\"messages\":[{\"key\":\"0401\"}]}")
                .post(EXCHANGE + "/render").then().statusCode(200)
                .body("messages[0].text", equalTo("[exchange/0401] Insufficient asset"));
        acceptingText().header("Accept-Language", "en-XA").get(EXCHANGE + "/messages/0401").then().body(equalTo("Insufficient asset"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            en-XK, `"key":"-1130",`, [exchange/-1130] Not 'p'
            en-XK, ``, [exchange] Not 'p'
            en-XA, ``, [Ñöţ '»p«' one two]
            """)
    void previewsTextsInPseudoLocales(String locale, String key, String text) {
        given().contentType("application/json").body("{\"locale\":\"" + locale + "\"," + key
                + "\"text\":\"Not ''{0}''\",\"samples\":[[\"p\"]]}").post(EXCHANGE + "/preview").then().statusCode(200)
                .body("locale", equalTo(locale)).body("samples[0].text", equalTo(text));
    }

    @Test
    void previewsWithDeclaredOrInferredArguments() {
        given().contentType("application/json").body("""
                {"locale":"de","syntax":"printf","text":"Höchstens %s Orders in %s","key":"-1015","samples":[[5,"1m"],{"limit":"7"}]}""")
                .post(EXCHANGE + "/preview").then().statusCode(200)
                .body("pattern", equalTo("Höchstens {limit} Orders in {interval}"))
                .body("arguments.type", contains("number", "string"))
                .body("samples.text", contains("Höchstens 5 Orders in 1m", "Höchstens 7 Orders in {interval}"));
        given().contentType("application/json").body("""
                {"locale":"de","text":"{1} {0, date, long} {0, time, short}","timeZone":"Asia/Tokyo","samples":[["2026-03-01T00:30:00Z","um"]]}""")
                .post(EXCHANGE + "/preview").then().statusCode(200)
                .body("arguments.name", contains("0", "1")).body("arguments.type", contains("datetime", "string"))
                .body("samples[0].text", equalTo("um 1. März 2026 09:30"));
    }

    @Test
    void listsLocalesAndReleases() {
        given().get("/v1/catalogs").then().statusCode(200).body("catalogs.name", hasItems("exchange", "parlance"));
        given().get(EXCHANGE).then().body("sourceLocale", equalTo("en")).body("messages", equalTo(164))
                .body("locales", hasSize(13)).body("locales.completeness", everyItem(equalTo(1.0f)))
                .body("channels.production", equalTo(1));
    }

    @Test
    void resolvesProblemTypes() {
        String type = given().get("/v1/catalogs/nope").then().statusCode(404).extract().path("type");
        given().header("Accept-Language", "fr").get(type).then().statusCode(200).header("Content-Language", "fr")
                .body("key", equalTo("unknown-catalog")).body("arguments.name", contains("catalog")).body("locales", hasSize(13));
    }

    private static RequestSpecification acceptingText() {
        return given().accept("text/plain");
    }
}
