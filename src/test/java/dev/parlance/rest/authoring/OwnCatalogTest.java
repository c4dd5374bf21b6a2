package dev.parlance.rest.authoring;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.withKey;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first hour of a new user: from an empty catalog to a release, with typical mistakes. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OwnCatalogTest {
    private static final String ENGLISH = "{n, plural, one{# file} other{# files}}";
    private static final String POLISH = "{n, plural, one{# plik} few{# pliki} many{# plików} other{# pliku}}";
    private static final String DEFINITION =
            "{\"reason\":\"FILES\",\"httpStatus\":200,\"arguments\":[{\"name\":\"n\",\"type\":\"number\",\"example\":\"5\"}]}";

    @Inject
    SnapshotRegistry snapshots;

    private final String catalog = "own-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + catalog;

    @BeforeEach
    void createCatalog() {
        ShippedCatalogsReady.await(snapshots);
        create("\"sourceLocale\":\"en\",\"locales\":[\"pl\"]").statusCode(201).body("visibility", equalTo("private"))
                .body("openWith", equalTo("PUT " + path + "/visibility {\"public\":true}"));
    }

    @Test
    void staysPrivateUntilOpened() {
        releaseFiles();
        given().get(path).then().statusCode(404).body("code", equalTo("unknown-catalog"));
        given().get(path + "/bundles/pl").then().statusCode(404).body("code", equalTo("unknown-catalog"));
        asAdministrator().get(path + "/draft").then().body("visibility", equalTo("private"));
        asAdministrator().body("{\"public\":true}").put(path + "/visibility").then().statusCode(200);
        given().get(path + "/messages/files?locale=pl&arg=5").then().statusCode(200).body("text", equalTo("5 plików"));
        asAdministrator().get(path + "/draft").then().body("visibility", equalTo("public")).body("openWith", nullValue());
    }

    @Test
    void opensByPatchAndRecordsIt() {
        patch("{\"visibility\":\"public\"}").statusCode(200).body("visibility", equalTo("public"));
        asAdministrator().get(path + "/changes?limit=1").then().body("changes[0].before.catalog.visibility", equalTo("private"))
                .body("changes[0].after.catalog.visibility", equalTo("public"));
        visibilityChanges().body("action", contains("changed", "created")).body("after.public", contains("true", "false"));
        patch("{\"visibility\":\"open\"}").statusCode(422).body("arguments.pointer", equalTo("/visibility"));
    }

    @Test
    void createsPublicCatalogOnRequest() {
        asAdministrator().body("{\"name\":\"public-" + catalog + "\",\"title\":\"T\",\"sourceLocale\":\"en\",\"visibility\":\"public\"}")
                .post("/v1/catalogs").then().statusCode(201).body("visibility", equalTo("public")).body("openWith", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"sourceLocale\":\"english\"|/sourceLocale|en", "\"sourceLocale\":\"German\"|/sourceLocale|de",
        "\"sourceLocale\":\"en\",\"locales\":[\"pl\",\"jp\"]|/locales/1|ja",
        "\"sourceLocale\":\"en\",\"locales\":[\"pl\"],\"requiredLocales\":[\"cn\"]|/requiredLocales/0|zh",
        "\"sourceLocale\":\"abcdefgh\"|/sourceLocale|none"})
    void suggestsLanguage(String members, String pointer, String suggestion) {
        create(members).statusCode(422).body("code", equalTo("unknown-language")).body("pointer", equalTo(pointer))
                .body("arguments.suggestion", equalTo(suggestion));
    }

    @Test
    void suggestsLanguageOfAddedLocale() {
        asAdministrator().header("If-Match", etag()).body("{}").put(path + "/locales/deutsch").then().statusCode(422)
                .body("code", equalTo("unknown-language")).body("detail", containsString("Did you mean de?"));
        asAdministrator().header("If-Match", etag()).body("{}").put(path + "/locales/sr-Latn").then().statusCode(200)
                .body("locales.locale", contains("en", "pl", "sr-Latn"));
    }

    @Test
    void rejectsRequiredLocaleThatIsNotOffered() {
        create("\"sourceLocale\":\"en\",\"locales\":[\"pl\"],\"requiredLocales\":[\"de\"]").statusCode(422)
                .body("code", equalTo("required-locale-not-offered")).body("arguments.locale", equalTo("de"));
    }

    @Test
    void removesLocaleAndKeepsItsTextsInHistory() {
        releaseFiles();
        asAdministrator().header("If-Match", etag()).delete(path + "/locales/pl").then().statusCode(200)
                .body("locales.locale", contains("en"));
        asAdministrator().get(path + "/changes?locale=pl&key=files").then().body("changes[0].before.text.message", equalTo(POLISH))
                .body("changes[0].after", nullValue());
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201).body("release.bundles.locale", contains("en"));
        asAdministrator().get(path + "/releases/1/bundles/pl").then().statusCode(200);
        asAdministrator().header("If-Match", etag()).body("{}").put(path + "/locales/pl").then().statusCode(200);
        asAdministrator().header("If-None-Match", "*").body("{\"version\":1}").post(path + "/messages/files/texts/pl/restore").then()
                .statusCode(201).body("message", equalTo(POLISH));
    }

    @Test
    void rejectsRemovalOfSourceLocale() {
        asAdministrator().header("If-Match", etag()).delete(path + "/locales/en").then().statusCode(409)
                .body("code", equalTo("source-locale-not-removable"));
        asAdministrator().header("If-Match", etag()).delete(path + "/locales/ja").then().statusCode(404)
                .body("code", equalTo("unknown-locale"));
    }

    @Test
    void deletesCatalogThatWasNeverReleased() {
        writeFiles();
        asAdministrator().header("If-Match", "\"99\"").delete(path).then().statusCode(412);
        asAdministrator().header("If-Match", etag()).delete(path).then().statusCode(204);
        visibilityChanges().body("action", contains("removed", "created")).body("changedBy", contains("administrator", "administrator"));
        asAdministrator().get(path + "/draft").then().statusCode(404).body("code", equalTo("unknown-catalog"));
        create("\"sourceLocale\":\"pl\"").statusCode(201).body("revision", equalTo(1));
        asAdministrator().get(path + "/changes").then().body("changes.revision", contains(1, 1));
    }

    @Test
    void keepsCatalogWithReleases() {
        releaseFiles();
        asAdministrator().header("If-Match", etag()).delete(path).then().statusCode(409).body("code", equalTo("catalog-has-releases"));
        patch("{\"sourceLocale\":\"pl\"}").statusCode(409).body("code", equalTo("catalog-has-releases"));
    }

    @Test
    void changesSourceLocaleBeforeFirstRelease() {
        writeFiles();
        patch("{\"sourceLocale\":\"ja\"}").statusCode(404).body("code", equalTo("unknown-locale"));
        patch("{\"sourceLocale\":\"pl\"}").statusCode(200).body("sourceLocale", equalTo("pl")).body("locales.stale", contains(0, 0));
        putText("pl", "1", "{\"message\":\"{n, plural, one{# plik} few{# pliki} many{# plików} other{# pliku}}.\"}").statusCode(200);
        asAdministrator().get(path + "/draft").then().body("locales.find{it.locale=='en'}.stale", equalTo(1))
                .body("locales.find{it.locale=='pl'}.stale", equalTo(0));
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201).body("release.sourceLocale", equalTo("pl"));
    }

    @Test
    void showsUnreleasedCatalogToMembers() {
        writeFiles();
        asAdministrator().get(path).then().statusCode(200).body("channels", aMapWithSize(0)).body("messages", equalTo(1))
                .body("locales.texts", contains(1, 1));
        asAdministrator().get("/v1/catalogs").then().body("catalogs.name", hasItem(catalog));
        given().get("/v1/catalogs").then().body("catalogs.name", not(hasItem(catalog)));
        asAdministrator().get(path + "/messages/files").then().statusCode(404).body("code", equalTo("unknown-channel"))
                .body("arguments.channel", equalTo("production"));
        asAdministrator().body("{\"locale\":\"pl\",\"texts\":[{\"key\":\"files\",\"message\":\"{n} plików\"}]}").post(path + "/checks")
                .then()
                .statusCode(200);
        asAdministrator().body("{\"locale\":\"pl\",\"key\":\"files\",\"text\":\"{n, plural, one{# plik} few{# pliki} other{# plików}}\","
                + "\"samples\":[[\"22\"]]}").post(path + "/preview").then().statusCode(200).body("samples[0].text", equalTo("22 pliki"));
        asAdministrator().body("{\"locale\":\"pl\",\"key\":\"none\",\"text\":\"x\"}").post(path + "/preview").then().statusCode(404)
                .body("code", equalTo("unknown-message"));
    }

    @Test
    void rendersAndDeliversDraft() {
        writeFiles();
        asAdministrator().get(path + "/messages/files?locale=pl&channel=draft&arg=22").then().statusCode(200)
                .header("Cache-Control", containsString("no-store")).body("text", equalTo("22 pliki")).body("release", equalTo(0));
        asAdministrator().get(path + "/messages?locale=pl&channel=draft&q=PLIK").then().statusCode(200)
                .body("messages.key", contains("files"));
        asAdministrator().body("{\"locale\":\"pl\",\"messages\":[{\"key\":\"files\",\"args\":[1]}]}").post(path + "/render?channel=draft")
                .then().statusCode(200).header("Cache-Control", containsString("no-store")).body("messages[0].text", equalTo("1 plik"));
        for (var bundle : new String[] {"/bundles/pl?channel=draft", "/bundles/pl?channel=draft&format=json",
                "/bundles?locales=pl,en&channel=draft"}) {
            asAdministrator().get(path + bundle).then().statusCode(200).header("Cache-Control", containsString("no-store"))
                    .header("Link", nullValue()).body(containsString("plik"));
        }
        putText("pl", "1", "{\"message\":\"{n, plural, one{# plik} few{# pliki} many{# plików} other{# pliku}}!\",\"state\":\"draft\"}")
                .statusCode(200);
        asAdministrator().get(path + "/messages/files?locale=pl&channel=draft&arg=22").then().body("text", equalTo("22 pliki!"));
        asAdministrator().get(path + "/messages/files?locale=ja&channel=draft&arg=2").then().statusCode(200)
                .body("locale", equalTo("en")).body("fallback", equalTo(true));
        asAdministrator().get(path + "/bundles/ja?channel=draft").then().statusCode(404).body("code", equalTo("unknown-locale"))
                .body("arguments.offered", equalTo("en, pl"));
    }

    @Test
    void hidesDraftFromReadersOfReleases() {
        releaseFiles();
        asAdministrator().body("{\"public\":true}").put(path + "/visibility").then().statusCode(200);
        var key = createKey(catalog, "read", "");
        for (var read : new String[] {"/messages/files", "/messages", "/bundles/pl", "/bundles"}) {
            var draft = path + read + (read.equals("/bundles") ? "?locales=pl&channel=draft" : "?channel=draft");
            asAdministrator().get(draft).then().statusCode(200);
            given().get(draft).then().statusCode(401).body("code", equalTo("unauthorized"));
            withKey(key).get(draft).then().statusCode(403).body("code", equalTo("not-permitted"))
                    .body("arguments.permission", equalTo("read-draft"));
        }
        given().contentType("application/json").body("{\"messages\":[{\"key\":\"files\"}]}").post(path + "/render?channel=draft").then()
                .statusCode(401).body("code", equalTo("unauthorized"));
        asAdministrator().body("{\"public\":false}").put(path + "/visibility").then().statusCode(200);
        given().get(path + "/messages?channel=draft").then().statusCode(404).body("code", equalTo("unknown-catalog"));
        asAdministrator().header("If-None-Match", "*").body("{\"release\":1}").put(path + "/channels/draft").then().statusCode(422)
                .body("code", equalTo("reserved-channel"));
    }

    @Test
    void explainsWhyTextsAreNotReleased() {
        patch("{\"reviewRequired\":true}").statusCode(200);
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        writeFiles();
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(409).body("code", equalTo("texts-not-approved"))
                .body("detail", equalTo("Texts in en that are not approved: 1 (files).")).body("findings[0].keys", contains("files"))
                .body("findings[0].count", equalTo(1)).body("findings[0].locale", equalTo("en"));
        putText("en", "1", "{\"message\":\"" + ENGLISH + "\",\"state\":\"draft\"}").statusCode(200);
        asAdministrator().body("{}").post(path + "/releases?dryRun=true").then().statusCode(200)
                .body("findings.code", contains("texts-in-draft"));
    }

    @Test
    void omitsReleaseFromDryRunWithoutChanges() {
        releaseFiles();
        asAdministrator().body("{}").post(path + "/releases?dryRun=true").then().statusCode(200).body("unchanged", equalTo(true))
                .body("made", equalTo(false)).body("release", nullValue()).body("changes", empty());
        putText("pl", "1", "{\"message\":\"{n, plural, one{# plik} few{# pliki} many{# plików} other{# pliku}}.\"}").statusCode(200);
        asAdministrator().body("{}").post(path + "/releases?dryRun=true").then().body("unchanged", equalTo(false));
    }

    @Test
    void rollsBackToLastDifferentRelease() {
        releaseFiles();
        for (int release = 2; release <= 3; release++) {
            putText("en", Integer.toString(release - 1), "{\"message\":\"" + release + ": " + ENGLISH + "\"}").statusCode(200);
            asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
            move(release, release - 1).body("from", equalTo(release - 1)).body("to", equalTo(release)).body("moved", equalTo(true));
        }
        move(3, 3).body("moved", equalTo(false)).body("moves", equalTo(3));
        rollBack("", 3).body("from", equalTo(3)).body("to", equalTo(2));
        rollBack("{\"comment\":\"further\"}", 4).body("from", equalTo(2)).body("to", equalTo(1));
        asAdministrator().header("If-Match", "\"5\"").body("{}").post(path + "/channels/production/rollback").then().statusCode(409)
                .body("code", equalTo("nothing-to-roll-back"));
        rollBack("{\"to\":3}", 5).body("from", equalTo(1)).body("to", equalTo(3));
        asAdministrator().header("If-Match", "\"6\"").body("{\"to\":9}").post(path + "/channels/production/rollback").then().statusCode(404)
                .body("code", equalTo("unknown-release"));
        asAdministrator().get(path + "/channels/production/moves?limit=1").then().body("moves[0].rollback", equalTo(true));
    }

    @Test
    void keepsMembersOmittedFromPut() {
        writeFiles();
        putText("pl", "1", "{\"message\":\"" + POLISH + "\",\"description\":\"Liczba plików\"}").statusCode(200);
        putText("pl", "2", "{\"message\":\"{n, plural, one{# plik} few{# pliki} many{# plików} other{# pliku}}.\"}").statusCode(200)
                .body("description", equalTo("Liczba plików"));
        putText("pl", "3", "{\"message\":\"" + POLISH + "\",\"description\":\"\"}").statusCode(200).body("description", equalTo(""));
        asAdministrator().header("If-Match", "\"1\"").body("{\"reason\":\"FILES\",\"httpStatus\":404}").put(path + "/messages/files").then()
                .statusCode(200).body("httpStatus", equalTo(404)).body("arguments.name", contains("n"));
        asAdministrator().header("If-None-Match", "*").body("{\"translations\":{\"pl\":\"plik\"},\"notes\":\"noun\"}")
                .put(path + "/glossary/file")
                .then().statusCode(201);
        asAdministrator().header("If-Match", "\"1\"").body("{\"doNotTranslate\":true}").put(path + "/glossary/file").then().statusCode(200)
                .body("translations.pl", equalTo("plik")).body("notes", equalTo("noun")).body("doNotTranslate", equalTo(true));
        var member = path + "/members/" + catalog;
        createAccount(catalog);
        asAdministrator().header("If-None-Match", "*").body("{\"role\":\"translator\",\"locales\":[\"pl\"]}").put(member).then()
                .statusCode(201);
        asAdministrator().header("If-Match", "\"1\"").body("{\"role\":\"reviewer\"}").put(member).then().statusCode(200)
                .body("locales", contains("pl"));
    }

    @Test
    void rejectsReplacementByItselfOrByRetiredMessage() {
        writeFiles();
        asAdministrator().header("If-None-Match", "*").body("{\"reason\":\"GONE\",\"httpStatus\":410,\"lifecycle\":\"retired\"}")
                .put(path + "/messages/gone").then().statusCode(201);
        for (var replacement : new String[] {"files", "gone"}) {
            asAdministrator().header("If-Match", "\"1\"").body("{\"replacedBy\":\"" + replacement + "\"}").patch(path + "/messages/files")
                    .then().statusCode(422).body("code", equalTo("invalid-replacement")).body("arguments.key", equalTo(replacement));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"number|abc|422", "number|1,5|422", "number|NaN|422", "number|-12.5|201", "number||201",
        "datetime|yesterday|422", "datetime|2026-01-31T09:30:00Z|201", "currency|12.50|422", "currency|12.50 EUR|201",
        "currency|EUR 12.50|201", "currency|EUR 12 EUR|422", "string|abc|201"})
    void acceptsOnlyExamplesOfType(String type, String example, int status) {
        var body = "{\"reason\":\"EXAMPLE\",\"httpStatus\":400,\"arguments\":[{\"name\":\"a\",\"type\":\"" + type + "\",\"example\":\""
                + (example == null ? "" : example) + "\"}]}";
        var response = asAdministrator().header("If-None-Match", "*").body(body).put(path + "/messages/example").then().statusCode(status);
        if (status == 422) {
            response.body("code", equalTo("invalid-example")).body("arguments.pointer", equalTo("/arguments/0/example"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"x\",\"title\":\"T\"}", "{\"name\":\"x\",\"title\":\"T\",\"sourceLocale\":\"\"}"})
    void rejectsCatalogWithoutSourceLocale(String body) {
        asAdministrator().body(body).post("/v1/catalogs").then().statusCode(body.contains("sourceLocale") ? 400 : 422);
    }

    /** Returns the access changes of the catalog, newest first. */
    private ValidatableResponse visibilityChanges() {
        return asAdministrator().get("/v1/changes?limit=500").then()
                .rootPath("changes.findAll { it.subject == 'visibility' && it.catalog == '" + catalog + "' }");
    }

    private ValidatableResponse create(String members) {
        return asAdministrator().body("{\"name\":\"" + catalog + "\",\"title\":\"Own\"," + members + "}").post("/v1/catalogs").then();
    }

    private String etag() {
        return asAdministrator().get(path + "/draft").then().statusCode(200).extract().header("ETag");
    }

    private ValidatableResponse patch(String body) {
        return asAdministrator().header("If-Match", etag()).body(body).patch(path).then();
    }

    private void writeFiles() {
        asAdministrator().header("If-None-Match", "*").body(DEFINITION).put(path + "/messages/files").then().statusCode(201);
        putText("en", "*", "{\"message\":\"" + ENGLISH + "\"}").statusCode(201);
        putText("pl", "*", "{\"message\":\"" + POLISH + "\"}").statusCode(201);
    }

    private void releaseFiles() {
        writeFiles();
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"release\":1}").put(path + "/channels/production").then().statusCode(200)
                .body("from", nullValue()).body("to", equalTo(1));
    }

    private ValidatableResponse putText(String locale, String version, String body) {
        var request = asAdministrator().body(body);
        return (version.equals("*") ? request.header("If-None-Match", "*") : request.header("If-Match", "\"" + version + "\""))
                .put(path + "/messages/files/texts/" + locale).then();
    }

    private ValidatableResponse move(int release, int moves) {
        return asAdministrator().header("If-Match", "\"" + moves + "\"").body("{\"release\":" + release + "}")
                .put(path + "/channels/production")
                .then().statusCode(200);
    }

    private ValidatableResponse rollBack(String body, int moves) {
        var request = asAdministrator().header("If-Match", "\"" + moves + "\"");
        return (body.isEmpty() ? request : request.body(body)).post(path + "/channels/production/rollback").then().statusCode(200);
    }
}
