package dev.parlance.rest.search;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search across catalogs, and drift, over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OperatorQuestionsApiTest {
    private static final String MESSAGES = "/v1/messages";
    private static final String EXCHANGE = "/v1/catalogs/exchange";

    @Inject
    SnapshotRegistry snapshots;
    @Inject
    AccessFixtures fixtures;

    private final String catalog = "drift-" + UUID.randomUUID();

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    @Test
    void findsCodeFirstInAllCatalogs() {
        given().get(MESSAGES + "?q=-1015&locale=de&limit=1").then().statusCode(200).body("messages.catalog", contains("exchange"))
                .body("messages.key", contains("-1015")).body("messages.locale", contains("de"));
        given().get(MESSAGES + "?q=TOO_MANY_NEW_ORDERS&limit=1").then().body("messages.key", contains("-1015"));
        given().get(MESSAGES + "?q=invalid-locale&limit=1").then().body("messages.catalog", contains("parlance"));
        given().get(MESSAGES + "?q=Too many new orders, current limit is 7 orders per 3m&locale=en").then()
                .body("messages.key", hasItem("-1015"));
        given().get(MESSAGES + "?q=İNVALİD&locale=tr&limit=5").then().body("messages.key", not(empty()));
        assertThat(given().get(MESSAGES + "?q=-1015&format=text&limit=1").asString()).startsWith("catalog   key    code ");
    }

    @Test
    void findsTextsOfAnyLocale() {
        given().get(MESSAGES + "?q=署名が正しくありません&locale=en&limit=1").then().statusCode(200)
                .body("messages.key", contains("0001-2")).body("messages.locale", contains("en"))
                .body("messages.matchedLocale", contains("ja"));
        given().get(EXCHANGE + "/messages?q=SIGNATUR falsche&locale=en&limit=1").then().statusCode(200)
                .body("messages.key", contains("0001-2")).body("messages.matchedLocale", contains("de"));
        given().get(EXCHANGE + "/messages?q=Incorrect signature&locale=en&limit=1").then().statusCode(200)
                .body("messages[0]", not(hasKey("matchedLocale")));
        given().get(MESSAGES + "?q=Zu viele neue Orders, das aktuelle Limit liegt bei 7 Orders pro 3m&locale=ja&limit=1").then()
                .body("messages.key", contains("-1015")).body("messages.matchedLocale", contains("de"));
    }

    @Test
    void filtersAcrossCatalogs() {
        given().get(MESSAGES + "?status=429&limit=500").then().statusCode(200).body("messages.httpStatus", everyItem(equalTo(429)));
        given().get(MESSAGES + "?code=-1015").then().body("messages.key", contains("-1015"));
    }

    @Test
    void pagesAcrossCatalogsWithoutRepetitions() {
        var found = new ArrayList<String>();
        String next = null;
        do {
            var page = given().queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get(MESSAGES + "?q=invalid&locale=en&limit=20").then().statusCode(200).extract();
            var catalogs = page.<List<String>>path("messages.catalog");
            var keys = page.<List<String>>path("messages.key");
            for (int i = 0; i < keys.size(); i++) {
                found.add(catalogs.get(i) + " " + keys.get(i));
            }
            next = page.path("next");
        } while (next != null);
        assertThat(found).hasSizeGreaterThan(20).doesNotHaveDuplicates().anyMatch(it -> it.startsWith("parlance "))
                .anyMatch(it -> it.startsWith("exchange "));
        given().get(MESSAGES + "?q=other&cursor=" + "AAAA").then().statusCode(400);
    }

    @Test
    void hidesPrivateCatalogs() {
        fixtures.createCatalog(catalog);
        AccessFixtures.makePrivate(catalog);
        given().get(MESSAGES + "?q=plain&limit=500").then().statusCode(200).body("messages.catalog", not(hasItem(catalog)));
        asAdministrator().get(MESSAGES + "?q=plain&limit=500").then().statusCode(200).body("messages.catalog", hasItem(catalog));
        given().get(EXCHANGE + "/drift?with=" + catalog).then().statusCode(404).body("code", equalTo("unknown-catalog"));
        given().get("/v1/catalogs/" + catalog + "/drift").then().statusCode(404);
    }

    @Test
    void findsDriftOfDraftAndBetweenCatalogs() {
        fixtures.createCatalog(catalog);
        save("plain", "en", "The order was not accepted");
        save("plain", "de", "The order was not accepted");
        var path = "/v1/catalogs/" + catalog + "/drift";
        given().get(path + "?kind=same-as-source").then().statusCode(200).body("differences", empty());
        given().get(path + "?channel=draft").then().statusCode(401).body("code", equalTo("unauthorized"));
        asAdministrator().header("Accept-Language", "de").get(path + "?channel=draft&kind=same-as-source").then().statusCode(200)
                .body("differences.key", contains("plain")).body("differences.locale", contains("de"))
                .body("differences.check", contains("untranslated")).body("differences[0].what", not(equalTo("")));
        assertThat(asAdministrator().get(path + "?with=exchange&limit=3&format=text").then().statusCode(200)
                .header("Link", containsString("rel=\"next\"")).extract().asString()).startsWith("kind ")
                .contains("only-here", "only-there");
        asAdministrator().get(path + "?with=exchange&kind=only-there&limit=500").then().statusCode(200)
                .body("differences.kind", everyItem(equalTo("only-there")));
        asAdministrator().get(path + "?kind=none").then().statusCode(400).body("arguments.parameter", equalTo("kind"));
    }

    private void save(String key, String locale, String text) {
        var path = "/v1/catalogs/" + catalog + "/messages/" + key + "/texts/" + locale;
        var tag = asAdministrator().get(path).then().statusCode(200).extract().header("ETag");
        asAdministrator().header("If-Match", tag).body("{\"message\":\"" + text + "\",\"state\":\"draft\"}").put(path).then().statusCode(200);
    }
}
