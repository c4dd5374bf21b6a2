package dev.parlance.rest.authoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests suggestions from the translation memory. Each test uses its own language, to be isolated from the others. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SuggestionApiTest {
    private static final AtomicInteger NEXT_LOCALE = new AtomicInteger();

    @Inject
    SnapshotRegistry snapshots;

    private final String shop = "shop-" + UUID.randomUUID();
    private final String bank = "bank-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + shop;
    /** A language code that ISO 639 reserves for private use. */
    private final String locale = privateUseLanguage(NEXT_LOCALE.getAndIncrement());

    @BeforeEach
    void createTwoCatalogs() {
        ShippedCatalogsReady.await(snapshots);
        createCatalog(shop, locale);
        createCatalog(bank, locale);
        createText(shop, "asked", "en", "The gateway of the bank refused the payment {id}.", "translated");
    }

    @Test
    void sortsBySimilarityThenState() {
        var source = "The gateway of the bank refused the payment {id}.";
        createTranslation(bank, "same-draft", source, "Drög {id}", "draft");
        createTranslation(shop, "same", source, "Þýtt {id}", "translated");
        createTranslation(bank, "same-approved", source, "Samþykkt {id}", "approved");
        createTranslation(bank, "alike", "The gateway of the bank accepted the payment {id}.", "Líkt {id}", "approved");
        createTranslation(bank, "other", "Nothing of the kind was ever said in here", "Annað", "approved");
        createText(bank, "untranslated", "en", source, "translated");
        getSuggestions("asked").body("suggestions.key", contains("same-approved", "same", "same-draft", "alike"))
                .body("suggestions.state", contains("approved", "translated", "draft", "approved"))
                .body("suggestions.catalog", contains(bank, shop, bank, bank)).body("suggestions.kind", everyItem(is("memory")))
                .body("suggestions[0].similarity", equalTo(1.0f)).body("suggestions[3].similarity", lessThan(0.99f))
                .body("suggestions[0].source", equalTo(source)).body("suggestions[0].message", equalTo("Samþykkt {id}"))
                .body("suggestions[0].syntax", equalTo("icu")).body("machine", nullValue());
    }

    @Test
    void excludesOwnTextAndDuplicates() {
        createText(shop, "asked", locale, "Sjálft {id}", "translated");
        for (int i = 0; i < 12; i++) {
            createTranslation(bank, "copy-" + i, "The gateway of the bank refused the payment {id}.", "Eins {id}", "translated");
        }
        getSuggestions("asked").body("suggestions.message", contains("Eins {id}"));
        for (int i = 0; i < 12; i++) {
            createTranslation(bank, "more-" + i, "The gateway of the bank refused the payment {id}.", i + " eins {id}", "translated");
        }
        getSuggestions("asked").body("suggestions", hasSize(10));
    }

    @Test
    void matchesCurrentSourceText() {
        createTranslation(bank, "moved", "Something else entirely stood here before {id}", "Flutt {id}", "translated");
        getSuggestions("asked").body("suggestions", empty());
        asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"The gateway of the bank refused the payment {id}!\"}")
                .put("/v1/catalogs/" + bank + "/messages/moved/texts/en").then().statusCode(200);
        getSuggestions("asked").body("suggestions.key", contains("moved"));
        asAdministrator().header("If-Match", "\"2\"").delete("/v1/catalogs/" + bank + "/messages/moved/texts/en").then().statusCode(204);
        getSuggestions("asked").body("suggestions", empty());
    }

    @Test
    void suggestsForArbitraryText() {
        createTranslation(bank, "same", "The gateway of the bank refused the payment.", "Sama", "translated");
        asAdministrator().body("{\"locale\":\"" + locale + "\",\"text\":\"The gateway of the bank refused the payment.\"}").post(path
                + "/suggestions")
                .then().statusCode(200).body("suggestions.key", contains("same"));
        asAdministrator().body("{\"locale\":\"" + locale + "\",\"text\":\"Þ\",\"syntax\":\"plain\"}").post(path
                + "/suggestions").then().statusCode(200)
                .body("suggestions", empty());
    }

    @Test
    void reportsMissingMachineTranslation() {
        asAdministrator().get(path + "/messages/asked/suggestions?locale=" + locale + "&machine=true").then().statusCode(200)
                .body("machine.code", equalTo("machine-translation-off")).body("suggestions", empty());
        asAdministrator().header("If-None-Match", "*").post(path + "/messages/asked/texts/" + locale + "/machine").then().statusCode(409)
                .body("code", equalTo("machine-translation-off"));
        asAdministrator().get(path + "/messages/asked/texts/" + locale).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                      | 422 | invalid-field
            {"locale":"LOCALE"}                                         | 422 | invalid-field
            {"locale":"LOCALE","text":" "}                              | 422 | invalid-field
            {"text":"a"}                                            | 422 | invalid-field
            {"locale":"en","text":"a"}                              | 404 | unknown-locale
            {"locale":"sv","text":"a"}                              | 404 | unknown-locale
            {"locale":"!","text":"a"}                               | 400 | invalid-locale
            {"locale":"LOCALE","text":"{n"}                             | 422 | invalid-pattern
            {"locale":"LOCALE","text":"a\\u0000"}                       | 422 | forbidden-character
            {"locale":"LOCALE","text":"a","syntax":"html"}              | 422 | invalid-field
            {"locale":"LOCALE","text":"a","machine":"yes"}              | 422 | invalid-field
            {"locale":"LOCALE","text":"a","catalogs":["exchange"]}      | 400 | unknown-field
            """)
    void rejectsInvalidRequests(String body, int status, String code) {
        asAdministrator().body(body.replace("LOCALE", locale)).post(path + "/suggestions").then().statusCode(status).body("code",
                equalTo(code));
    }

    @Test
    void reportsPointerOfForbiddenCharacter() {
        asAdministrator().body("{\"locale\":\"" + locale + "\",\"text\":\"a\\u0000\"}").post(path + "/suggestions").then()
                .statusCode(422).body("arguments.pointer", equalTo("/text"));
    }

    @Test
    void requiresAuthentication() {
        given().get(path + "/messages/asked/suggestions?locale=" + locale).then().statusCode(401);
        given().contentType("application/json").body("{}").post(path + "/suggestions").then().statusCode(401);
        given().header("If-None-Match", "*").post(path + "/messages/asked/texts/" + locale + "/machine").then().statusCode(401);
        asAdministrator().get(path + "/messages/asked/suggestions").then().statusCode(400);
        asAdministrator().get(path + "/messages/none/suggestions?locale=" + locale).then().statusCode(404).body("code",
                equalTo("unknown-text"));
        asAdministrator().get("/v1/catalogs/none/messages/x/suggestions?locale=is").then().statusCode(404).body("code",
                equalTo("unknown-catalog"));
    }

    private static String privateUseLanguage(int number) {
        return "q" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    private ValidatableResponse getSuggestions(String key) {
        return asAdministrator().get(path + "/messages/" + key + "/suggestions?locale=" + locale).then().statusCode(200);
    }

    private static void createCatalog(String catalog, String locale) {
        asAdministrator().body("{\"name\":\"" + catalog + "\",\"title\":\"T\",\"sourceLocale\":\"en\",\"locales\":[\"" + locale + "\"]}")
                .post("/v1/catalogs").then().statusCode(201);
    }

    private void createTranslation(String catalog, String key, String source, String translation, String state) {
        createText(catalog, key, "en", source, "translated");
        createText(catalog, key, locale, translation, state);
    }

    private void createText(String catalog, String key, String locale, String text, String state) {
        var messages = "/v1/catalogs/" + catalog + "/messages/";
        asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"R_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_')
                + "\",\"httpStatus\":400,\"arguments\":" + (text.contains("{") ? "[{\"name\":\"id\"}]" : "[]") + "}")
                .put(messages + key);
        asAdministrator().header("If-None-Match", "*").body("{\"message\":\"" + text + "\",\"state\":\"" + state + "\",\"confirm\":"
                + "{\"end-punctuation\":\"x\",\"punctuation\":\"x\",\"consistency\":\"x\",\"numbers\":\"x\",\"terms\":\"x\"}}")
                .put(messages + key + "/texts/" + locale).then().statusCode(201);
    }

    private static RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }
}
