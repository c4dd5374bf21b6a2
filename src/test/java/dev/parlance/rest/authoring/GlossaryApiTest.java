package dev.parlance.rest.authoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests glossary terms over HTTP, and their effect on the checks. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class GlossaryApiTest {
    private static final String NEW = "*";
    private static final String ORDER_TERM = "{\"translations\":{\"de\":\"Bestellung\"}}";

    @Inject
    SnapshotRegistry snapshots;
    @Inject
    Glossary glossary;
    @Inject
    Transactions transactions;

    private final String catalog = "glossary-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + catalog;

    @BeforeEach
    void createCatalogWithTranslatedMessage() {
        ShippedCatalogsReady.await(snapshots);
        asAdministrator().body("{\"name\":\"" + catalog + "\",\"title\":\"Terms\",\"sourceLocale\":\"en\",\"locales\":[\"de\",\"ja\"]}")
                .post("/v1/catalogs").then().statusCode(201);
        ifVersion(NEW).body("{\"reason\":\"PLACED\",\"httpStatus\":200}").put(path + "/messages/placed").then().statusCode(201);
        saveText("en", "Your Order was placed.").statusCode(201);
        saveText("de", "Ihr Auftrag wurde erteilt.").statusCode(201);
    }

    @Test
    void createsUpdatesListsAndRemovesTerms() {
        saveTerm("order", NEW, "{\"translations\":{\"de\":\"Auftrag\",\"ja\":\"注文\"},\"notes\":\"To buy or to sell\"}").statusCode(201)
                .header("ETag", "\"1\"").body("translations.ja", equalTo("注文")).body("doNotTranslate", equalTo(false));
        saveTerm("order", "1", "{\"notes\":\"To buy or to sell\"}").statusCode(200).header("ETag", "\"1\"")
                .body("translations.de", equalTo("Auftrag"));
        saveTerm("order", "1", "{\"translations\":{\"de\":\"Auftrag\"},\"notes\":\"\"}").statusCode(200)
                .header("ETag", "\"2\"").body("notes", equalTo(""));
        saveTerm("order", "2", "{\"translations\":{\"de\":\"Auftrag\"}}").statusCode(200).header("ETag", "\"2\"");
        saveTerm("order", "1", "{}").statusCode(412).body("code", equalTo("stale-revision")).body("theirs.term.translations.de",
                equalTo("Auftrag"))
                .body("base.term.notes", equalTo("To buy or to sell"));
        saveTerm("Parlance, 5 & 6", NEW, "{\"doNotTranslate\":true}").statusCode(201);
        saveTerm("注文", NEW, "{}").statusCode(201);
        asAdministrator().get(path + "/glossary?limit=2").then().statusCode(200).body("terms.term", contains("Parlance, 5 & 6", "order"));
        String next = asAdministrator().get(path + "/glossary?limit=2").path("next");
        asAdministrator().get(path + "/glossary?limit=2&cursor=" + next).then().body("terms.term", contains("注文")).body("next",
                nullValue());
        assertThat(transactions.call(() -> glossary.checkedTerms(new CatalogName(catalog), LocaleTag.parse("de")))).containsExactly(
                new CheckedTerm("Parlance, 5 & 6", Optional.empty(), true), new CheckedTerm("order", Optional.of("Auftrag"), false));
        ifVersion("2").delete(path + "/glossary/order").then().statusCode(204);
        asAdministrator().get(path + "/glossary/order").then().statusCode(404).body("code", equalTo("unknown-term"));
        saveTerm("order", NEW, "{}").statusCode(201).header("ETag", "\"4\"");
        asAdministrator().get(path + "/changes?key=order").then().body("changes.version", contains(4, 3, 2, 1))
                .body("changes[1].before.term.translations.de", equalTo("Auftrag")).body("changes[1].after", nullValue());
    }

    @Test
    void rechecksTextsWhenTermsChange() {
        saveTerm("order", NEW, ORDER_TERM).statusCode(201);
        assertThat(countWarnings()).isZero();
        asAdministrator().get(path + "/messages/placed/texts/de").then().body("findings.check", hasItem("terms"));
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        assertThat(countWarnings()).isEqualTo(1);
        asAdministrator().get(path + "/draft/messages?locale=de&state=warnings").then().body("messages.key", contains("placed"));
        saveTerm("balance", NEW, "{\"translations\":{\"de\":\"Saldo\"}}").statusCode(201);
        assertThat(countWarnings()).isEqualTo(1);
        ifVersion("1").delete(path + "/glossary/order").then().statusCode(204);
        assertThat(countWarnings()).isZero();
        asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"Der Auftrag wurde erteilt.\"}")
                .put(path + "/messages/placed/texts/de")
                .then().statusCode(200);
        assertThat(countWarnings()).isZero();
    }

    @Test
    void revertsTermChanges() {
        saveTerm("order", NEW, ORDER_TERM).statusCode(201);
        int createRevision = currentRevision();
        saveTerm("order", "1", "{\"doNotTranslate\":true,\"notes\":\"no\"}").statusCode(200);
        int updateRevision = currentRevision();
        revertRevision(createRevision).statusCode(409).body("code", equalTo("changed-since")).body("conflicts[0].key", equalTo("order"));
        revertRevision(updateRevision).statusCode(200).body("changes", equalTo(1));
        asAdministrator().get(path + "/glossary/order").then().body("translations.de", equalTo("Bestellung")).body("doNotTranslate",
                equalTo(false));
        ifVersion("3").delete(path + "/glossary/order").then().statusCode(204);
        revertRevision(currentRevision()).statusCode(200);
        asAdministrator().get(path + "/glossary/order").then().statusCode(200).header("ETag", "\"5\"");
        revertRevision(currentRevision()).statusCode(200);
        asAdministrator().get(path + "/glossary/order").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order       | {"translations":{"xx_YY!":"a"}}             | 400 | invalid-locale
            order       | {"translations":{"de":""}}                  | 422 | invalid-field
            order       | {"translations":{"pt-BR":"a","pt_br":"b"}}  | 422 | invalid-field
            order       | {"translations":{"de":5}}                   | 422 | invalid-field
            order       | {"translations":{"de":null}}                | 422 | invalid-field
            order       | {"translations":[]}                         | 422 | invalid-field
            order       | {"translations":{"de":"a\\u0000"}}          | 422 | forbidden-character
            order       | {"notes":"a\\u202e"}                        | 422 | forbidden-character
            order       | {"doNotTranslate":"yes"}                    | 422 | invalid-field
            order       | {"version":1}                               | 400 | unknown-field
            order       | {"term":"x"}                                | 400 | unknown-field
            order       | {                                           | 400 | malformed-body
            %20order    | {}                                          | 400 | invalid-name
            a%E2%80%AE  | {}                                          | 422 | forbidden-character
            """)
    void rejectsInvalidTermsWithoutSideEffects(String term, String body, int status, String code) {
        int revision = currentRevision();
        asAdministrator().header("If-None-Match", "*").urlEncodingEnabled(false).body(body)
                .put(path + "/glossary/" + term).then().statusCode(status)
                .contentType("application/problem+json").body("code", equalTo(code));
        asAdministrator().header("If-None-Match", "*").body("{\"notes\":\"" + "x".repeat(2001) + "\"}")
                .put(path + "/glossary/x").then().statusCode(422);
        asAdministrator().header("If-None-Match", "*").body("{}").put(path + "/glossary/" + "x".repeat(101)).then().statusCode(400);
        assertThat(currentRevision()).isEqualTo(revision);
    }

    @Test
    void doesNotLeakTerms() {
        given().get(path + "/glossary").then().statusCode(401);
        given().contentType("application/json").body("{}").put(path + "/glossary/x").then().statusCode(401);
        asAdministrator().body("{}").put(path + "/glossary/x").then().statusCode(428);
        asAdministrator().get("/v1/catalogs/none/glossary").then().statusCode(404).body("code", equalTo("unknown-catalog"));
    }

    private static RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }

    private static RequestSpecification ifVersion(String version) {
        return version.equals(NEW) ? asAdministrator().header("If-None-Match", "*")
                : asAdministrator().header("If-Match", "\"" + version + "\"");
    }

    private ValidatableResponse saveTerm(String term, String version, String body) {
        return ifVersion(version).pathParam("term", term).body(body).put(path + "/glossary/{term}").then();
    }

    private ValidatableResponse saveText(String locale, String text) {
        return ifVersion(NEW).body("{\"message\":\"" + text + "\"}").put(path + "/messages/placed/texts/" + locale).then();
    }

    private ValidatableResponse revertRevision(int revision) {
        return asAdministrator().body("{}").post(path + "/changes/" + revision + "/revert").then();
    }

    private int countWarnings() {
        return asAdministrator().get(path + "/draft").path("locales.find{it.locale=='de'}.warnings");
    }

    private int currentRevision() {
        return asAdministrator().get(path + "/draft").path("revision");
    }
}
