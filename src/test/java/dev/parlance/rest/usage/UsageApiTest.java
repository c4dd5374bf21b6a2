package dev.parlance.rest.usage;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.usage.FlushUsage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the counts of usage and their reports over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class UsageApiTest {
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    FlushUsage flushUsage;

    private final String catalog = "usage-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + catalog;

    @BeforeEach
    void releaseCatalog() {
        ShippedCatalogsReady.await(snapshots);
        asAdministrator().body("{\"name\":\"" + catalog + "\",\"title\":\"Usage\",\"sourceLocale\":\"en\",\"locales\":[\"de\"]}")
                .post("/v1/catalogs").then().statusCode(201);
        for (var key : List.of("first", "second", "third")) {
            asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"" + key.toUpperCase(Locale.ROOT)
                    + "_REASON\",\"httpStatus\":400,\"code\":\"" + key.length() + "\",\"arguments\":[{\"name\":\"limit\"}]}")
                    .put(path + "/messages/" + key).then().statusCode(201);
            save(key, "en", "The " + key + " limit is {limit}.");
        }
        save("first", "de", "Die Grenze ist {limit}.");
        asAdministrator().body("{\"public\":true}").put(path + "/visibility").then().statusCode(200);
        release("If-None-Match", "*", 1);
    }

    private void save(String key, String locale, String text) {
        asAdministrator().header("If-None-Match", "*").body("{\"message\":\"" + text + "\"}")
                .put(path + "/messages/" + key + "/texts/" + locale).then().statusCode(201);
    }

    private void release(String precondition, String value, int number) {
        asAdministrator().body("{\"acceptBreaking\":true}").post(path + "/releases").then().statusCode(201);
        asAdministrator().header(precondition, value).body("{\"release\":" + number + "}").put(path + "/channels/production").then()
                .statusCode(200);
    }

    private void render(int times, String query) {
        for (int i = 0; i < times; i++) {
            given().get(path + "/messages/" + query);
        }
    }

    private ValidatableResponse report(String query) {
        flushUsage.flush();
        return asAdministrator().get(path + query).then().statusCode(200);
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    @Test
    void listsMessagesByUse() {
        render(1, "first?locale=de&arg=1");
        render(3, "second?locale=de&arg=1");
        render(2, "second?locale=en&arg=1");
        report("/usage").body("messages.key", contains("second", "first")).body("messages.renders", contains(5, 1))
                .body("messages.fallbacks", contains(3, 0)).body("messages.lifecycle", contains("active", "active"))
                .body("messages[0].lastUsed", notNullValue()).body("countedSince", notNullValue()).body("next", nullValue());
        report("/usage?locale=en").body("messages.key", contains("second")).body("messages.renders", contains(2));
        report("/usage?until=2026-01-01").body("messages", empty());
    }

    @Test
    void addsUpFlushesOfOneDay() {
        render(1, "first?locale=de&arg=1");
        report("/usage").body("messages.renders", contains(1));
        render(2, "first?locale=de&arg=1");
        report("/usage").body("messages.renders", contains(3));
    }

    @Test
    void pagesByUse() {
        render(2, "second?locale=en&arg=1");
        render(2, "first?locale=en&arg=1");
        render(1, "third?locale=en&arg=1");
        String first = report("/usage?limit=1").body("messages.key", contains("first")).extract().path("next");
        String second = report("/usage?limit=1&cursor=" + first).body("messages.key", contains("second")).extract().path("next");
        report("/usage?limit=1&cursor=" + second).body("messages.key", contains("third")).body("next", nullValue());
    }

    @Test
    void countsAlikeOnBothPathsButNotHeadDraftsAndPseudoLocales() {
        given().get(path + "/messages/first?locale=de&arg=1").then().statusCode(200);
        given().header("Accept", "text/plain;q=0.9, application/json;q=0.8").get(path + "/messages/first?locale=de&arg=1").then()
                .statusCode(200);
        given().head(path + "/messages/first?locale=de&arg=1").then().statusCode(200);
        given().get(path + "/messages/first?locale=en-XA&arg=1").then().statusCode(200);
        asAdministrator().get(path + "/messages/first?locale=de&arg=1&channel=draft").then().statusCode(200);
        given().body("{\"text\":\"Hello\"}").contentType("application/json").post(path + "/preview").then().statusCode(200);
        report("/usage").body("messages.renders", contains(2));
        report("/missing").body("missing", empty());
    }

    @Test
    void countsBatches() {
        given().contentType("application/json").body("{\"locale\":\"de\",\"messages\":[{\"key\":\"first\",\"args\":[1]},{\"key\":\"first\"},"
                + "{\"key\":\"none\"},{\"code\":\"0\"}]}").post(path + "/render").then().statusCode(200);
        report("/usage").body("messages.key", contains("first")).body("messages.renders", contains(2));
        report("/missing").body("missing.kind", contains("argument", "code", "key")).body("missing.name", contains("first", "0", "none"))
                .body("missing[0].argument", equalTo("limit")).body("missing[0].locale", equalTo("de"))
                .body("missing[1].locale", nullValue());
    }

    @Test
    void countsBundlesAndThoseThatClientsHave() {
        var tag = given().get(path + "/bundles/de").then().statusCode(200).extract().header("ETag");
        given().get(path + "/bundles/de").then().statusCode(200);
        given().header("If-None-Match", tag).get(path + "/bundles/de").then().statusCode(304);
        given().head(path + "/bundles/de").then().statusCode(200);
        given().get(path + "/bundles/en-XA").then().statusCode(200);
        given().get(path + "/bundles/en-XA").then().statusCode(200);
        given().get(path + "/bundles?locales=de,en").then().statusCode(200);
        given().get(path + "/releases/1/bundles/de").then().statusCode(200);
        given().header("Accept-Language", "sv, nl").get(path + "/bundles/auto").then().statusCode(200);
        given().get(path + "/bundles/sv").then().statusCode(404);
        report("/usage/locales").body("locales.locale", contains("de", "en")).body("locales.bundles", contains(4, 2))
                .body("locales.unchanged", contains(1, 0)).body("locales.renders", contains(0, 0))
                .body("locales.unknown", contains(0, 0));
        report("/missing").body("missing.kind", contains("locale")).body("missing.name", contains("sv")).body("missing.count", contains(2));
    }

    private static ValidatableResponse post(String url, String body) {
        return given().contentType("application/json").body(body).post(url).then().statusCode(200);
    }

    @Test
    void countsUnknownTextsWithoutTheirContent() {
        post(path + "/resolve?channel=production", "{\"text\":\"password hunter2 is wrong\",\"locale\":\"de\"}");
        post(path + "/resolve", "{\"texts\":[\"secret one\",\"secret two\",\"The first limit is 5.\"],\"code\":\"5\",\"locale\":\"de\"}");
        post(path + "/resolve", "{\"text\":\"secret three\",\"code\":\"-9\",\"locale\":\"sv\"}");
        report("/missing").body("missing.kind", contains("text", "code", "locale", "text"))
                .body("missing.name", contains("5", "-9", "sv", "*")).body("missing.count", contains(2, 1, 1, 1))
                .body(not(containsString("secret"))).body(not(containsString("hunter2")));
        report("/missing?kind=text").body("missing.name", contains("5", "*"));
        report("/usage/locales").body("locales.locale", contains("de", "en")).body("locales.unknown", contains(3, 1))
                .body("locales.renders", contains(0, 0));
    }

    @Test
    void countsLocalizedAndUnknownErrorsOfUpstreams() {
        post(path + "/localize?locale=de", "{\"code\":5,\"msg\":\"The first limit is 7.\"}").header("Parlance-Localized", "1");
        for (var unknown : List.of("{\"code\":\"5\",\"msg\":\"a secret\"}", "{\"code\":\"x y\",\"msg\":\"a secret\"}",
                "{\"msg\":\"a secret\"}", "{\"code\":\"-1\"}", "{\"code\":\"\\u0000\",\"msg\":\"a secret\"}",
                "{\"code\":\"" + "9".repeat(200) + "\",\"msg\":\"a secret\"}")) {
            post(path + "/localize?locale=de", unknown).header("Parlance-Localized", "0");
        }
        post(path + "/localize?locale=de", "{\"code\":\"6\",\"msg\":\"The second limit is 7.\"}").header("Parlance-Localized", "1");
        report("/usage").body("messages.key", contains("first", "second")).body("messages.renders", contains(1, 1))
                .body("messages.fallbacks", contains(0, 1));
        report("/missing?kind=code").body("missing.name", contains("*", "-1", "x y")).body("missing.count", contains(2, 1, 1));
        report("/missing?kind=text").body("missing.name", contains("*", "5")).body("missing.count", contains(1, 1));
        report("/missing").body(not(containsString("secret")));
    }

    @Test
    void doesNotCountUnknownTextsOfDraftsAllCatalogsAndLogs() {
        asAdministrator().contentType("application/json").body("{\"text\":\"unknown\"}").post(path + "/resolve?channel=draft").then()
                .statusCode(200);
        post("/v1/resolve", "{\"text\":\"unknown\"}");
        post(path + "/resolve", "{\"text\":\"unknown\",\"locale\":\"en-XA\"}");
        post(path + "/resolve", "{\"texts\":[\"12:00 started\",\"12:01 stopped\"],\"fuzzy\":true}");
        report("/missing").body("missing", empty());
    }

    @Test
    void listsWhatWasMissing() {
        render(4, "none?locale=de");
        render(3, "second?locale=de&arg=1");
        render(2, "second?locale=de&arg=1&fallback=none");
        render(1, "first?locale=sv&arg=1");
        render(1, "first?locale=fr&fallback=parents");
        render(1, "second?locale=en");
        report("/missing").body("missing.kind", contains("fallback", "key", "argument", "locale", "locale"))
                .body("missing.name", contains("second", "none", "second", "fr", "sv")).body("missing.count", contains(5, 4, 1, 1, 1))
                .body("missing[0].locale", equalTo("de")).body("missing[0].lifecycle", equalTo("active"))
                .body("missing[1].lifecycle", nullValue()).body("missing.lastAsked", hasSize(5));
        report("/missing?kind=key").body("missing.name", contains("none"));
        report("/missing?locale=en&kind=argument").body("missing.name", contains("second"));
        String next = report("/missing?limit=3").body("missing", hasSize(3)).extract().path("next");
        report("/missing?limit=3&cursor=" + next).body("missing.name", contains("fr", "sv")).body("next", nullValue());
    }

    @Test
    void listsRetiredMessagesThatAreStillAskedFor() {
        asAdministrator().header("If-Match", "\"1\"").delete(path + "/messages/third").then().statusCode(200);
        release("If-Match", "\"1\"", 2);
        render(2, "third?locale=en&arg=1");
        render(3, "none?locale=en");
        report("/missing?lifecycle=retired").body("missing.name", contains("third")).body("missing.lifecycle", contains("retired"))
                .body("missing.count", contains(2));
    }

    @Test
    void listsUnusedMessages() {
        render(1, "first?locale=de&arg=1");
        report("/usage?unusedFor=90").body("messages.key", contains("second", "third")).body("messages[0].lastUsed", nullValue())
                .body("messages.renders", contains(0, 0));
        report("/usage?unusedFor=90&locale=en").body("messages.key", contains("first", "second", "third"));
        String next = report("/usage?unusedFor=90&limit=1").body("messages.key", contains("second")).extract().path("next");
        report("/usage?unusedFor=90&limit=1&cursor=" + next).body("messages.key", contains("third")).body("next", nullValue());
    }

    @Test
    void measuresCoverageByUse() {
        render(6, "first?locale=de&arg=1");
        render(3, "second?locale=de&arg=1");
        render(1, "third?locale=de&arg=1");
        report("/usage/coverage?locale=de&target=90").body("target", equalTo(90)).body("locales.locale", contains("de"))
                .body("locales[0].seen", equalTo(10)).body("locales[0].covered", equalTo(6)).body("locales[0].coverage", equalTo(60.0f))
                .body("locales[0].needed", equalTo(1)).body("locales[0].texts.key", contains("second"))
                .body("locales[0].texts.renders", contains(3)).body("locales[0].texts.state", contains("untranslated"));
        save("second", "de", "Die zweite Grenze ist {limit}.");
        report("/usage/coverage?target=100").body("locales.locale", contains("de", "en")).body("locales[0].coverage", equalTo(90.0f))
                .body("locales[0].texts.key", contains("third")).body("locales[1].coverage", nullValue())
                .body("locales[1].needed", equalTo(0));
        asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"The second limit is now {limit}.\"}")
                .put(path + "/messages/second/texts/en").then().statusCode(200);
        report("/usage/coverage?locale=de&target=90").body("locales[0].coverage", equalTo(60.0f))
                .body("locales[0].texts.state", contains("stale"));
    }

    @Test
    void writesReportsAsAlignedTextAndCsv() {
        render(12, "first?locale=de&arg=1");
        render(1, "none?locale=de");
        assertThat(report("/usage?format=text").extract().asString().lines()).containsExactly(
                "key    renders  fallbacks  lastUsed    lifecycle", "first       12          0  " + today() + "  active");
        assertThat(report("/missing?format=csv").extract().asString().lines()).containsExactly(
                "kind,name,locale,argument,count,lastAsked,lifecycle", "key,none,,,1," + today() + ",");
        assertThat(report("/usage/coverage?format=text&locale=de").extract().asString().lines()).containsExactly(
                "locale  seen  coverage  needed  key  renders  state", "de        12     100.0       0  -    -        -");
    }

    @Test
    void acceptsReportsOfApps() {
        given().contentType("application/json").header("Origin", "https://app.example.com")
                .body("{\"missing\":[{\"key\":\"none\",\"locale\":\"de-AT\"},{\"code\":\"0\",\"locale\":\"de\"},{\"key\":\"first\",\"locale\":\"de\"},"
                        + "{\"key\":\"second\",\"locale\":\"de\"},{\"locale\":\"sv\"},{\"code\":\"5\",\"locale\":\"de\"},"
                        + "{\"key\":\"none\",\"locale\":\"en-XA\"}]}")
                .post(path + "/missing").then().statusCode(204).header("Access-Control-Allow-Origin", equalTo("*"));
        report("/missing").body("missing.kind", contains("code", "fallback", "key", "locale"))
                .body("missing.name", contains("0", "second", "none", "sv")).body("missing.count", contains(1, 1, 1, 1));
        report("/usage").body("messages", hasSize(1)).body("messages.renders", contains(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '\'', value = {"{} 422", "'{\"missing\":[{\"key\":\"none\"}]}' 422",
        "'{\"missing\":[{\"key\":\"no such/key\",\"locale\":\"de\"}]}' 400", "'{\"missing\":[{\"key\":\"none\",\"locale\":\"<b>\"}]}' 400",
        "'{\"missing\":[{\"key\":\"a\",\"code\":\"b\",\"locale\":\"de\"}]}' 422"})
    void rejectsInvalidReports(String body, int status) {
        given().contentType("application/json").body(body).post(path + "/missing").then().statusCode(status);
        report("/missing").body("missing", empty());
    }

    @Test
    void limitsReports() {
        var misses = ",{\"key\":\"none\",\"locale\":\"de\"}".repeat(21).substring(1);
        given().contentType("application/json").body("{\"missing\":[" + misses + "]}").post(path + "/missing").then()
                .body("code", equalTo("too-many-items"));
        given().contentType("application/json").body("{\"missing\":[{\"code\":\"" + "0".repeat(129) + "\",\"locale\":\"de\"}]}")
                .post(path + "/missing").then().body("code", equalTo("too-long"));
        given().contentType("application/json").body("{\"missing\":[{\"code\":\"" + "0".repeat(5000) + "\",\"locale\":\"de\"}]}")
                .post(path + "/missing").then().statusCode(413);
    }

    @Test
    void showsReportsToMembersOnly() {
        given().get(path + "/usage").then().statusCode(401);
        given().get(path + "/missing").then().statusCode(401);
        asAdministrator().body("{\"public\":false}").put(path + "/visibility").then().statusCode(200);
        given().contentType("application/json").body("{\"missing\":[]}").post(path + "/missing").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"/usage?since=yesterday,since", "/usage?since=2026-03-02&until=2026-03-01,since", "/usage?until=2026-02-30,until",
        "/usage?unusedFor=0,unusedFor", "/usage?unusedFor=3&since=2026-03-01,since", "/missing?kind=render,kind",
        "/missing?lifecycle=gone,lifecycle", "/usage/coverage?target=101,target", "/missing?cursor=x,cursor"})
    void rejectsInvalidParameters(String query, String parameter) {
        asAdministrator().get(path + query).then().statusCode(400).body("code", equalTo("invalid-parameter"))
                .body("arguments.parameter", equalTo(parameter));
    }

    @Test
    void rejectsUnknownLocaleAndCatalog() {
        asAdministrator().get(path + "/usage/coverage?locale=sv").then().statusCode(404).body("code", equalTo("unknown-locale"));
        asAdministrator().get("/v1/catalogs/none/usage").then().statusCode(404).body("code", equalTo("unknown-catalog"));
    }
}
