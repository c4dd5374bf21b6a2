package dev.parlance.rest.authoring;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the list of an editor, the summary of a draft and the facts about a locale over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DraftListApiTest {
    @Inject
    SnapshotRegistry snapshots;

    private final String catalog = "list-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + catalog;

    @BeforeEach
    void createCatalog() {
        ShippedCatalogsReady.await(snapshots);
        asAdministrator().body("{\"name\":\"" + catalog + "\",\"title\":\"Lists\",\"sourceLocale\":\"en\",\"locales\":[\"ar\",\"de\"],"
                + "\"requiredLocales\":[\"de\"]}").post("/v1/catalogs").then().statusCode(201);
        for (var key : List.of("first", "second", "third")) {
            asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"" + key.toUpperCase(Locale.ROOT)
                    + "_REASON\",\"httpStatus\":400,\"code\":\"" + key.length() + "\"}").put(path + "/messages/" + key).then()
                    .statusCode(201);
            save(key, "en", "If-None-Match", "*", "Text of the " + key + " message.").statusCode(201);
        }
        save("second", "de", "If-None-Match", "*", "Text der zweiten Meldung.").statusCode(201);
    }

    @Test
    void returnsWindowsOfTheList() {
        get("/draft/rows?locale=de&offset=1&limit=1").statusCode(200).body("total", equalTo(3)).body("offset", equalTo(1))
                .body("revision", notNullValue()).body("rows", hasSize(1)).body("rows[0].key", equalTo("second"))
                .body("rows[0].code", equalTo("6")).body("rows[0].lifecycle", equalTo("active"))
                .body("rows[0].source", equalTo("Text of the second message."))
                .body("rows[0].message", equalTo("Text der zweiten Meldung."))
                .body("rows[0].state", equalTo("translated")).body("rows[0].stale", equalTo(false)).body("rows[0].version", equalTo(1))
                .body("rows[0].errors", equalTo(0)).body("rows[0].changedBy", equalTo("administrator"))
                .body("rows[0].changedAt", notNullValue());
        get("/draft/rows?locale=de&sort=changed").body("rows.key", contains("second", "first", "third"))
                .body("rows.state", contains("translated", "untranslated", "untranslated")).body("rows[1].message", nullValue());
        get("/draft/rows?locale=de&offset=9").statusCode(200).body("rows", empty()).body("total", equalTo(3));
    }

    @Test
    void appliesFiltersToRowsCountsAndPosition() {
        get("/draft/rows?locale=de&state=untranslated&sort=key").body("rows.key", contains("first", "third")).body("total", equalTo(2));
        get("/draft/rows?locale=de&author=administrator").body("rows.key", contains("second"));
        get("/draft/counts?locale=de&state=untranslated").body("matching", equalTo(2)).body("all", equalTo(3))
                .body("untranslated", equalTo(2)).body("translated", equalTo(1)).body("findings", equalTo(0));
        get("/draft/position?locale=de&state=untranslated&key=third").body("listed", equalTo(true)).body("offset", equalTo(1))
                .body("total", equalTo(2));
        get("/draft/position?locale=de&state=untranslated&key=second").body("listed", equalTo(false)).body("offset", equalTo(1));
        get("/draft/messages?locale=de&author=nobody").body("messages", empty());
    }

    @ParameterizedTest
    @CsvSource({"/draft/rows,400,missing-parameter", "/draft/rows?locale=fr,404,unknown-locale",
        "/draft/rows?locale=de&sort=date,400,invalid-parameter", "/draft/rows?locale=de&offset=-1,400,invalid-parameter",
        "/draft/rows?locale=de&limit=501,400,invalid-parameter", "/draft/counts?locale=de&state=missing,400,invalid-parameter",
        "/draft/position?locale=de,400,missing-parameter", "/draft/position?locale=de&key=none,404,unknown-message"})
    void rejectsInvalidQueries(String query, int status, String code) {
        get(query).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void rejectsCallersWithoutCredentials() {
        for (var route : List.of("/draft/rows?locale=de", "/draft/counts?locale=de", "/draft/position?locale=de&key=first",
                "/draft/summary")) {
            given().get(path + route).then().statusCode(401);
        }
    }

    @Test
    void showsRejectionUntilTextIsSaved() {
        asAdministrator().header("If-Match", "\"1\"").body("{\"comment\":\"Too literal\"}")
                .post(path + "/messages/second/texts/de/reject").then().statusCode(200).body("rejected", equalTo(true));
        get("/draft/rows?locale=de&state=rejected").body("rows.key", contains("second")).body("rows[0].rejected", equalTo(true));
        get("/draft/summary").body("locales.find { it.locale == 'de' }.rejected", equalTo(1));
        save("second", "de", "If-Match", "\"2\"", "Die zweite Meldung.").statusCode(200).body("rejected", equalTo(false));
        get("/draft/rows?locale=de&state=rejected").body("rows", empty());
    }

    @Test
    void showsSourceOfStaleTextAndHistoryBeforeAndAfter() {
        save("second", "en", "If-Match", "\"1\"", "The second message.").statusCode(200);
        get("/messages/second/texts/de").body("stale", equalTo(true)).body("madeFrom.message", equalTo("Text of the second message."));
        get("/draft/rows?locale=de&state=stale").body("rows.key", contains("second")).body("rows[0].source",
                equalTo("The second message."));
        get("/changes?key=second&locale=en").body("changes[0].before.text.message", equalTo("Text of the second message."))
                .body("changes[0].after.text.message", equalTo("The second message.")).body("changes[1].before", nullValue());
    }

    @Test
    void summarizesLocalesActivityAndNextRelease() {
        get("/draft/summary").statusCode(200).body("catalog", equalTo(catalog)).body("messages", equalTo(3))
                .body("locales.locale", contains("ar", "de", "en")).body("locales.direction", contains("rtl", "ltr", "ltr"))
                .body("locales.total", everyItem(equalTo(3))).body("locales.untranslated", contains(3, 2, 0))
                .body("locales.translated", contains(0, 1, 3)).body("locales.source", contains(false, false, true))
                .body("locales.blocking", contains(0, 2, 0)).body("locales[0].lastChange", nullValue())
                .body("locales[1].lastChange.by", equalTo("administrator")).body("locales[1].lastChange.cause", equalTo("edit"))
                .body("activity", hasSize(30)).body("activity[29].day", equalTo(Instant.now().toString().substring(0, 10)))
                .body("activity[0].changes", equalTo(0)).body("activity[29].changes", not(equalTo(0)))
                .body("release.latest", nullValue()).body("release.unchanged", equalTo(false)).body("release.blocking", equalTo(2))
                .body("release.dryRun", endsWith(catalog + "/releases?dryRun=true"));
        save("first", "de", "If-None-Match", "*", "Erste Meldung mit Text.").statusCode(201);
        save("third", "de", "If-None-Match", "*", "Dritte Meldung mit Text.").statusCode(201);
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        get("/draft/summary").body("release.latest", equalTo(1)).body("release.unchanged", equalTo(true))
                .body("release.blocking", equalTo(0));
    }

    @Test
    void describesLocales() {
        var response = given().header("Accept-Language", "de").get("/v1/locales/ar").then().statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=86400")).header("Vary", equalTo("Accept-Language"))
                .header("Content-Language", equalTo("de")).body("name", equalTo("Arabisch")).body("nativeName", equalTo("العربية"))
                .body("direction", equalTo("rtl")).body("parents", empty())
                .body("cardinal.category", contains("zero", "one", "two", "few", "many", "other"))
                .body("ordinal.category", contains("other"));
        assertThat(response.extract().<List<String>>path("cardinal[3].samples")).startsWith("3", "4");
        given().get("/v1/locales/es-MX").then().body("parents", contains("es-419", "es"));
        given().get("/v1/locales/PT_br").then().body("locale", equalTo("pt-BR"));
        given().get("/v1/locales/english").then().statusCode(422).body("code", equalTo("unknown-language"));
    }

    private ValidatableResponse get(String route) {
        return asAdministrator().get(path + route).then();
    }

    private ValidatableResponse save(String key, String locale, String precondition, String value, String message) {
        return asAdministrator().header(precondition, value).body("{\"message\":\"" + message + "\"}")
                .put(path + "/messages/" + key + "/texts/" + locale).then();
    }
}
