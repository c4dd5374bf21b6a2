package dev.parlance.rest.authoring;

import static dev.parlance.rest.AccessFixtures.createKey;
import static dev.parlance.rest.AccessFixtures.withKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the editing of drafts over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DraftApiTest {
    private static final int CLIENTS = 4;
    private static final int EDITS_PER_CLIENT = 500;
    private static final String NEW = "*";

    @TestHTTPResource
    URI service;
    @Inject
    SnapshotRegistry snapshots;

    private final String catalog = "edit-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + catalog;

    @BeforeEach
    void createCatalogInThreeLocales() {
        ShippedCatalogsReady.await(snapshots);
        asAdministrator().body("{\"name\":\"" + catalog
                + "\",\"title\":\"Edits\",\"visibility\":\"public\",\"sourceLocale\":\"en\",\"locales\":[\"de\",\"ja\"],"
                + "\"requiredLocales\":[\"de\"]}").post("/v1/catalogs").then().statusCode(201)
                .header("Location", path + "/draft").header("ETag", notNullValue()).body("locales.locale", contains("de", "en", "ja"))
                .body("locales.required", contains(true, true, false));
        defineMessage("limit", NEW, """
                {"reason":"LIMIT_REACHED","httpStatus":429,"tags":["order"],
                 "arguments":[{"name":"limit","type":"number","example":"5"}]}""").statusCode(201).body("code", equalTo("limit"));
    }

    @Test
    void createsUpdatesPatchesAndRetiresMessages() {
        getDraftMessage("limit")
                .header("ETag", "\"1\"").body("audience", equalTo("user")).body("lifecycle", equalTo("active")).body("retry", nullValue());
        defineMessage("limit", "1", """
                {"code":"-1015","reason":"LIMIT_REACHED","httpStatus":429,"retry":"after-delay","audience":"developer",
                 "arguments":[{"name":"limit","type":"number","example":"5"}]}""").statusCode(200).header("ETag", "\"2\"");
        patchMessage("limit", "2",
                "{\"lengthLimit\":80,\"retry\":null,\"outcomeUnknown\":true,\"lifecycle\":\"deprecated\",\"sunset\":\"2027-06-30\"}")
                .statusCode(200).body("retry", nullValue()).body("lengthLimit", equalTo(80)).body("outcomeUnknown", equalTo(true))
                .body("sunset", equalTo("2027-06-30")).body("code", equalTo("-1015"));
        asAdministrator().header("If-Match", "\"3\"").delete(path + "/messages/limit").then().statusCode(200).body("lifecycle",
                equalTo("retired"));
        listDraftMessages("locale=en").body("messages", empty());
        listDraftMessages("locale=en&lifecycle=retired").body("messages.key", contains("limit"));
        defineMessage("limit", NEW, "{\"reason\":\"OTHER\",\"httpStatus\":400}").statusCode(412);
        listChanges("key=limit").body("changes.version", contains(4, 3, 2, 1)).body("changes[3].before", nullValue())
                .body("changes[0].before.message.lifecycle", equalTo("deprecated")).body("changes[0].after.message.lifecycle",
                equalTo("retired"));
    }

    @Test
    void dropsApprovalWhenTextChanges() {
        saveText("en", NEW, "You reached {limit, plural, one{# order} other{# orders}}.").statusCode(201).header("ETag", "\"1\"")
                .body("state", equalTo("translated")).body("findings", empty());
        saveText("de", NEW, "Grenze von {limit, plural, one{# Auftrag} other{# Aufträgen}} erreicht.").statusCode(201);
        approveText("de", "1").statusCode(200).body("state", equalTo("approved")).body("approvedBy", equalTo("administrator"));
        saveText("de", "2", "Es sind {limit, plural, one{# Auftrag} other{# Aufträge}} erreicht.").statusCode(200)
                .body("state", equalTo("translated")).body("approvedBy", nullValue());
        getDraft().body("locales.find{it.locale=='de'}.translated", equalTo(1)).body("locales.find{it.locale=='de'}.approved", equalTo(0))
                .body("locales.find{it.locale=='ja'}.untranslated", equalTo(1)).body("messages", equalTo(1));
    }

    @Test
    void acceptsEmptyTranslationOnlyAsDraft() {
        saveText("en", NEW, "Too many orders.").statusCode(201);
        saveText("de", NEW, " ").statusCode(422).body("code", equalTo("text-has-errors"));
        asAdministrator().header("If-None-Match", "*").body("{\"message\":\"\",\"state\":\"draft\"}").put(path + "/messages/limit/texts/de")
                .then().statusCode(201);
        approveText("de", "1").statusCode(422).body("code", equalTo("text-has-errors"));
    }

    @Test
    void marksTranslationsStaleWhenSourceChanges() {
        saveText("en", NEW, "At most {limit, number}.").statusCode(201);
        saveText("de", NEW, "Höchstens {limit, number}.").statusCode(201);
        listDraftMessages("locale=de&state=stale").body("messages", empty());
        saveText("en", "1", "No more than {limit, number}.").statusCode(200);
        listDraftMessages("locale=de&state=stale").body("messages.key", contains("limit")).body("messages[0].text.stale", equalTo(true))
                .body("messages[0].source.message", equalTo("No more than {limit, number}."));
        getDraft().body("locales.find{it.locale=='de'}.stale", equalTo(1));
        saveText("de", "1", "Höchstens {limit, number}.").statusCode(200).body("stale", equalTo(false));
        getDraft().body("locales.find{it.locale=='de'}.stale", equalTo(0));
    }

    @Test
    void rejectsStaleVersionWithTheirsAndBase() {
        saveText("en", NEW, "One {limit, number}.").statusCode(201);
        saveText("en", "1", "Two {limit, number}.").statusCode(200);
        saveText("en", "1", "Three {limit, number}.").statusCode(412).body("code", equalTo("stale-revision"))
                .body("theirs.version", equalTo(2)).body("theirs.text.message", equalTo("Two {limit, number}."))
                .body("base.version", equalTo(1)).body("base.text.message", equalTo("One {limit, number}."));
        patchMessage("limit", "7", "{\"httpStatus\":400}").statusCode(412).body("theirs.message.httpStatus", equalTo(429));
        asAdministrator().body("{\"message\":\"x\"}").put(path + "/messages/limit/texts/en").then().statusCode(428);
        asAdministrator().body("{}").patch(path + "/messages/limit").then().statusCode(428);
        getText("en").body("message", equalTo("Two {limit, number}."));
    }

    @Test
    void restoresVersionsAndRevertsRevisions() {
        saveText("en", NEW, "One {limit, number}.").statusCode(201);
        saveText("en", "1", "Two {limit, number}.").statusCode(200);
        asAdministrator().header("If-Match",
                "\"2\"").body("{\"version\":1,\"comment\":\"was better\"}").post(path + "/messages/limit/texts/en/restore")
                .then().statusCode(200).body("message", equalTo("One {limit, number}.")).body("version", equalTo(3));
        int revision = listChanges("key=limit&locale=en").body("changes.version", contains(3, 2, 1))
                .body("changes[0].comment", equalTo("was better")).extract().path("changes[0].revision");
        revertRevision(revision).statusCode(200).body("changes", equalTo(1));
        getText("en").body("message", equalTo("Two {limit, number}."));
        revertRevision(revision).statusCode(409).body("code", equalTo("changed-since")).body("conflicts[0].key", equalTo("limit"));
        listChanges("cause=revert").body("changes.reverts", contains(revision));
        revertRevision(999_999).statusCode(404).body("code", equalTo("unknown-revision"));
    }

    @Test
    void retiresMessageWhenItsCreationIsReverted() {
        int revision = listChanges("key=limit").extract().path("changes[0].revision");
        revertRevision(revision).statusCode(200);
        getDraftMessage("limit").body("lifecycle", equalTo("retired"));
    }

    @Test
    void returnsRejectedTextToAuthor() {
        saveText("en", NEW, "At most {limit, number}.").statusCode(201);
        saveText("de", NEW, "Maximal {limit, number}.").statusCode(201);
        approveText("de", "1").statusCode(200);
        rejectText("de", "1", "{\"comment\":\"Too late\"}").statusCode(412).body("code", equalTo("stale-revision"));
        for (var body : new String[] {"{}", "{\"comment\":\"\"}", "{\"comment\":\" \"}"}) {
            rejectText("de", "2", body).statusCode(422).body("code", equalTo("invalid-field"))
                    .body("arguments.pointer", equalTo("/comment"));
        }
        rejectText("de", "2", "{\"comment\":\"„Höchstens“ is our term\"}").statusCode(200).header("ETag", "\"3\"")
                .body("state", equalTo("draft")).body("approvedBy", nullValue()).body("message", equalTo("Maximal {limit, number}."));
        getText("de").body("state", equalTo("draft"));
        listChanges("key=limit&locale=de&limit=1").body("changes[0].comment", equalTo("„Höchstens“ is our term"))
                .body("changes[0].before.text.state", equalTo("approved")).body("changes[0].after.text.state", equalTo("draft"));
        asAdministrator().header("If-Match", "\"1\"").body("{\"comment\":\"x\"}").post(path + "/messages/limit/texts/ja/reject").then()
                .statusCode(404).body("code", equalTo("unknown-text"));
    }

    @Test
    void revertsSelectedChanges() {
        saveText("en", NEW, "One {limit, number}.").statusCode(201);
        saveText("de", NEW, "Eins {limit, number}.").statusCode(201);
        String start = listChanges("limit=1").extract().path("changes[0].changedAt");
        var key = createKey(catalog, "translate", "");
        for (int version = 1; version <= 2; version++) {
            withKey(key).header("If-Match", "\"" + version + "\"").body("{\"message\":\"Wrong " + version + " {limit, number}.\"}")
                    .put(path + "/messages/limit/texts/de").then().statusCode(200);
        }
        saveText("en", "1", "Two {limit, number}.").statusCode(200);
        String author = listChanges("locale=de&limit=1").extract().path("changes[0].changedBy");
        revertSelection("{}").statusCode(422).body("code", equalTo("invalid-field"));
        revertSelection("{\"author\":\"nobody\"}").statusCode(200).body("changes", equalTo(0));
        revertSelection("{\"author\":\"" + author + "\",\"from\":\"2100-01-01T00:00:00Z\"}").statusCode(200).body("changes", equalTo(0));
        revertSelection("{\"author\":\"" + author + "\",\"cause\":\"bulk\"}").statusCode(200).body("changes", equalTo(0));
        revertSelection("{\"author\":\"" + author + "\",\"cause\":\"edit\",\"from\":\"" + start + "\",\"comment\":\"vandalism\"}")
                .statusCode(200).body("changes", equalTo(2));
        getText("de").body("message", equalTo("Eins {limit, number}."));
        getText("en").body("message", equalTo("Two {limit, number}."));
        listChanges("locale=de&cause=revert").body("changes.comment", contains("vandalism", "vandalism"));
        revertSelection("{\"author\":\"" + author + "\"}").statusCode(409).body("code", equalTo("changed-since"));
    }

    @Test
    void filtersByAnyOfSeveralStates() {
        for (var key : List.of("approved", "draft", "translated")) {
            defineMessage(key, NEW, "{\"reason\":\"" + key.toUpperCase(Locale.ROOT) + "\",\"httpStatus\":400}").statusCode(201);
            ifVersion(NEW).body("{\"message\":\"Text\",\"state\":\"" + key + "\"}").put(path + "/messages/" + key + "/texts/de").then()
                    .statusCode(201);
        }
        listDraftMessages("locale=de&state=draft,approved").body("messages.key", contains("approved", "draft"));
        listDraftMessages("locale=de&state=untranslated,translated").body("messages.key", contains("limit", "translated"));
        listDraftMessages("locale=de&state=draft").body("messages.key", contains("draft"));
        asAdministrator().get(path + "/draft/messages?locale=de&state=draft,odd").then().statusCode(400)
                .body("code", equalTo("invalid-parameter"));
        runJob("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\",\"state\":\"draft,translated\"},\"add\":[\"open\"]}")
                .body("changed", equalTo(2));
        listDraftMessages("locale=de&tag=open").body("messages.key", contains("draft", "translated"));
    }

    @Test
    void continuesVersionsAfterRemoval() {
        saveText("en", NEW, "One {limit, number}.").statusCode(201);
        asAdministrator().header("If-Match", "\"1\"").delete(path + "/messages/limit/texts/en").then().statusCode(204);
        asAdministrator().get(path + "/messages/limit/texts/en").then().statusCode(404).body("code", equalTo("unknown-text"));
        saveText("en", NEW, "Again {limit, number}.").statusCode(201).header("ETag", "\"3\"");
    }

    @Test
    void releasesOnlyCompleteTexts() {
        saveText("en", NEW, "At most {limit, number}.").statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"message\":\"Höchstens {limit, number}.\",\"state\":\"draft\"}")
                .put(path + "/messages/limit/texts/de").then().statusCode(201);
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(409).body("code", equalTo("texts-in-draft"))
                .body("findings[0].keys", contains("limit"));
        saveText("de", "1", "Höchstens {limit, number}.").statusCode(200).body("state", equalTo("translated"));
        defineMessage("later", NEW, "{\"reason\":\"LATER\",\"httpStatus\":400,\"lifecycle\":\"draft\"}").statusCode(201);
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        given().get(path + "/releases/1/bundles/de").then().statusCode(200).body("messages",
                equalTo(Map.of("limit", "Höchstens {limit, number}.")));
    }

    @Test
    void releasesAdvice() {
        saveText("en", NEW, "At most {limit, number}.").statusCode(201);
        saveText("de", NEW, "Höchstens {limit, number}.").statusCode(201);
        patchMessage("limit", "1", "{\"retry\":\"after-delay\",\"lifecycle\":\"deprecated\",\"audience\":\"developer\"}").statusCode(200);
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"release\":1}").put(path + "/channels/production").then().statusCode(200);
        given().get(path + "/messages/limit?locale=de&arg=5").then().statusCode(200).body("text", equalTo("Höchstens 5."))
                .body("advice", equalTo(Map.of("deprecated", true, "developer", true, "retry", "after-delay")));
        given().get(path + "/messages").then().body("messages[0].advice.retry", equalTo("after-delay"));
    }

    @Test
    void searchesDraftsInAllLocales() {
        saveText("en", NEW, "At most {limit, number}.").statusCode(201);
        saveText("de", NEW, "Höchstens {limit, number}.").statusCode(201);
        for (var text : List.of("höchstens", "Höchstens 5.")) {
            asAdministrator().queryParam("q", text).queryParam("locale", "en").queryParam("channel", "draft").get(path + "/messages")
                    .then().statusCode(200).body("messages.key", contains("limit")).body("messages[0].matchedLocale", equalTo("de"));
        }
    }

    @Test
    void releasesDefinedGrpcStatus() {
        saveText("en", NEW, "At most {limit, number}.").statusCode(201);
        saveText("de", NEW, "Höchstens {limit, number}.").statusCode(201);
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        asAdministrator().header("If-None-Match", "*").body("{\"release\":1}").put(path + "/channels/production").then().statusCode(200);
        getDraftMessage("limit").body("grpcStatus", nullValue());
        given().get(path + "/messages/limit").then().body("grpcStatus", equalTo("RESOURCE_EXHAUSTED"));
        patchMessage("limit", "1", "{\"grpcStatus\":\"FAILED_PRECONDITION\"}").statusCode(200)
                .body("grpcStatus", equalTo("FAILED_PRECONDITION"));
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
        asAdministrator().header("If-Match", "\"1\"").body("{\"release\":2}").put(path + "/channels/production").then().statusCode(200);
        for (var at : List.of("/messages/limit", "/messages/limit?locale=de")) {
            given().get(path + at).then().body("release", equalTo(2)).body("grpcStatus", equalTo("FAILED_PRECONDITION"));
        }
        given().get(path + "/messages/limit?format=rpc").then().statusCode(200).body("code", equalTo(9));
        given().get(path + "/messages").then().body("messages[0].grpcStatus", equalTo("FAILED_PRECONDITION"));
        given().accept("application/json").get("/codes/" + catalog + "/limit").then().body("grpcStatus", equalTo("FAILED_PRECONDITION"));
        given().accept("text/plain").get("/codes/" + catalog + "/limit").then().body(containsString("HTTP 429, gRPC FAILED_PRECONDITION"));
        asAdministrator().get(path + "/drift").then().statusCode(200).body("differences.kind", contains("advice"))
                .body("differences[0].what", equalTo("httpStatus 429, grpcStatus FAILED_PRECONDITION, retry unknown"));
    }

    @Test
    void recordsAndRevertsGrpcStatus() {
        patchMessage("limit", "1", "{\"grpcStatus\":\"ABORTED\"}").statusCode(200).header("ETag", "\"2\"");
        int revision = Math.toIntExact(currentRevision());
        patchMessage("limit", "2", "{\"grpcStatus\":\"abort\"}").statusCode(422).body("arguments.allowed",
                containsString("ALREADY_EXISTS, PERMISSION_DENIED"));
        listChanges("key=limit").body("changes[0].before.message.grpcStatus", nullValue())
                .body("changes[0].after.message.grpcStatus", equalTo("ABORTED"));
        revertRevision(revision).statusCode(200);
        getDraftMessage("limit").body("grpcStatus", nullValue());
        defineMessage("limit", "3", "{\"reason\":\"LIMIT_REACHED\",\"httpStatus\":409,\"grpcStatus\":\"ALREADY_EXISTS\"}")
                .statusCode(200).body("grpcStatus", equalTo("ALREADY_EXISTS"));
        defineMessage("limit", "4", "{\"reason\":\"LIMIT_REACHED\",\"httpStatus\":409}").body("grpcStatus", equalTo("ALREADY_EXISTS"));
        patchMessage("limit", "4", "{\"grpcStatus\":null}").statusCode(200).body("grpcStatus", nullValue());
    }

    @Test
    void releasesOnlyApprovedTextsIfReviewIsRequired() {
        saveText("en", NEW, "At most {limit, number}.").statusCode(201);
        saveText("de", NEW, "Höchstens {limit, number}.").statusCode(201);
        var version = getDraft().extract().header("ETag");
        asAdministrator().header("If-Match",
                version).body("{\"reviewRequired\":true,\"twoPersonRule\":true}").patch(path).then().statusCode(200);
        asAdministrator().body("{}").post(path + "/releases").then().statusCode(409);
        approveText("en", "1").statusCode(409).body("code", equalTo("second-person-needed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"message":"{n, plural, one{x}}"}            | 422 | invalid-pattern
            {"message":"{n,spellout}"}                   | 422 | formatter-not-allowed
            {"message":"a\\u0000b"}                      | 422 | forbidden-character
            {"message":"a\\ud800b"}                      | 422 | forbidden-character
            {"message":"a\\u202eb"}                      | 422 | forbidden-character
            {"message":null}                             | 422 | invalid-field
            {"message":5}                                | 422 | invalid-field
            {}                                           | 422 | invalid-field
            {"message":"x","state":"done"}               | 422 | invalid-field
            {"message":"x","approvedBy":"me"}            | 400 | unknown-field
            {"message":"x","message":"y"}                | 400 | malformed-body
            {"message":"x","confirm":{"punctuation":""}} | 422 | invalid-field
            """)
    void rejectsInvalidTextsWithoutSideEffects(String body, int status, String code) {
        long revision = currentRevision();
        asAdministrator().header("If-None-Match", "*").body(body).put(path + "/messages/limit/texts/en").then().statusCode(status)
                .contentType("application/problem+json").body("code", equalTo(code));
        assertThat(currentRevision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"httpStatus":400}                                                      | 422 | invalid-field
            {"reason":"lower","httpStatus":400}                                     | 422 | invalid-field
            {"reason":"LIMIT_REACHED","httpStatus":400}                             | 409 | already-exists
            {"reason":"FINE","httpStatus":42}                                       | 422 | invalid-field
            {"reason":"FINE","httpStatus":429.9}                                    | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"lengthLimit":80.5}                   | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"tags":["Upper"]}                     | 400 | invalid-name
            {"reason":"FINE","httpStatus":400,"arguments":[{"name":"a b"}]}         | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"arguments":[{"name":"a"},{"name":"a"}]} | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"retry":"maybe"}                      | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"grpcStatus":"aborted"}               | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"grpcStatus":9}                       | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"sunset":"tomorrow"}                  | 422 | invalid-field
            {"reason":"FINE","httpStatus":400,"replacedBy":"nobody"}                | 404 | unknown-message
            {"reason":"FINE","httpStatus":400,"version":3}                          | 400 | unknown-field
            """)
    void rejectsInvalidDefinitionsWithoutSideEffects(String body, int status, String code) {
        long revision = currentRevision();
        defineMessage("bad", NEW, body).statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        assertThat(currentRevision()).isEqualTo(revision);
        asAdministrator().get(path + "/draft/messages/bad").then().statusCode(404);
    }

    @Test
    void readsCommentHeaderAsUtf8() throws IOException {
        saveText("de", NEW, "Höchstens {limit, number}.").statusCode(201);
        var comment = "nicht „Grüße“, sondern 理";
        assertThat(removeText("Parlance-Comment: Gr\u00fc\u00dfe")).startsWith("HTTP/1.1 422 ").contains("invalid-field");
        assertThat(removeText("Parlance-Comment: "
                + new String(comment.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))).startsWith("HTTP/1.1 204 ");
        listChanges("key=limit&locale=de").body("changes[0].comment", equalTo(comment));
    }

    /** Sends raw bytes, because a client library would encode the header itself. */
    private String removeText(String header) throws IOException {
        return RawHttp.exchange(service, "DELETE", path + "/messages/limit/texts/de",
                "Authorization: Bearer " + System.getProperty("parlance.admin.token") + "\r\nIf-Match: \"1\"\r\n" + header + "\r\n");
    }

    @Test
    void recordsNoChangeForIdenticalText() {
        saveText("en", NEW, "One {limit, number}.").statusCode(201);
        long revision = currentRevision();
        saveText("en", "1", "One {limit, number}.").statusCode(200).header("ETag", "\"1\"");
        assertThat(currentRevision()).isEqualTo(revision);
    }

    @Test
    void pagesThroughDraftMessages() {
        for (int i = 0; i < 5; i++) {
            defineMessage("m" + i, NEW, "{\"reason\":\"M_" + i + "\",\"httpStatus\":400}").statusCode(201);
        }
        var first = listDraftMessages("locale=ja&limit=4&state=untranslated").body("messages.key", contains("limit", "m0", "m1", "m2"));
        String next = first.extract().path("next");
        listDraftMessages("locale=ja&limit=4&state=untranslated&cursor=" + next).body("messages.key", contains("m3", "m4")).body("next",
                nullValue());
        listDraftMessages("locale=ja&q=M_3").body("messages.key", contains("m3"));
        listDraftMessages("locale=ja&q=%25").body("messages", empty());
        listDraftMessages("locale=ja&tag=order").body("messages.key", contains("limit"));
        asAdministrator().get(path + "/draft/messages?locale=sv").then().statusCode(404);
        asAdministrator().get(path + "/draft/messages").then().statusCode(400);
        asAdministrator().get(path + "/draft/messages?locale=ja&state=odd").then().statusCode(400);
    }

    @Test
    void runsAndUndoesBulkJobs() {
        for (int i = 0; i < 120; i++) {
            defineMessage("m" + i, NEW, "{\"reason\":\"M_" + i + "\",\"httpStatus\":400}").statusCode(201);
            ifVersion(NEW).body("{\"message\":\"Order no. " + i + "\"}").put(path + "/messages/m" + i + "/texts/en").then().statusCode(201);
        }
        runJob("{\"kind\":\"copy-source\",\"query\":{\"locale\":\"de\",\"state\":\"untranslated\"}}")
                .body("total", equalTo(121)).body("done", equalTo(121)).body("changed", equalTo(120)).body("refusals", equalTo(0));
        getDraft().body("locales.find{it.locale=='de'}.drafts", equalTo(120));
        var replaced = runJob("{\"kind\":\"replace\",\"query\":{\"locale\":\"de\"},\"find\":\"Order no.\",\"replacement\":\"Auftrag Nr.\"}")
                .body("changed", equalTo(120)).extract().<String>path("job");
        runJob("{\"kind\":\"tag\",\"query\":{\"locale\":\"de\",\"prefix\":\"m1\"},\"add\":[\"first\"]}").body("changed", equalTo(31));
        listDraftMessages("locale=de&tag=first&limit=500").body("messages.size()", equalTo(31));
        asAdministrator().get(path + "/messages/m7/texts/de").then().body("message", equalTo("Auftrag Nr. 7"));
        asAdministrator().body("{}").post(path + "/jobs/" + replaced + "/undo").then().statusCode(200).body("stage", equalTo("undone"));
        asAdministrator().get(path + "/messages/m7/texts/de").then().body("message", equalTo("Order no. 7"));
        asAdministrator().body("{}").post(path + "/jobs/" + replaced + "/undo").then().statusCode(409).body("code",
                equalTo("not-undoable"));
        listChanges("key=m7&locale=de").body("changes.cause", contains("revert", "bulk", "bulk")).body("changes[1].job", equalTo(replaced));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"tag"}                                                        | 422 | invalid-field
            {"kind":"odd","query":{"locale":"de"}}                                | 422 | invalid-field
            {"kind":"replace","query":{"locale":"de"}}                            | 422 | invalid-field
            {"kind":"state","query":{"locale":"de"},"state":"approved"}           | 422 | invalid-field
            {"kind":"approve","query":{"locale":"sv"}}                            | 404 | unknown-locale
            """)
    void rejectsInvalidJobs(String body, int status, String code) {
        asAdministrator().body(body).post(path + "/jobs").then().statusCode(status).body("code", equalTo(code));
        asAdministrator().get(path + "/jobs").then().statusCode(200).body("jobs", empty());
    }

    /** Creates a job and returns it when it has ended. */
    private ValidatableResponse runJob(String body) {
        var location = asAdministrator().body(body).post(path + "/jobs").then().statusCode(202).extract().header("Location");
        ShippedCatalogsReady.await("the job is done",
                () -> !"running".equals(asAdministrator().get(location).then().extract().path("stage")));
        return asAdministrator().get(location).then().statusCode(200).body("stage", equalTo("done"));
    }

    @Test
    void requiresAuthenticationForDrafts() {
        given().get(path + "/draft").then().statusCode(401);
        given().get(path + "/changes").then().statusCode(401);
        given().header("If-None-Match", "*").contentType("application/json").body("{}").put(path + "/messages/x").then().statusCode(401);
    }

    @Test
    void preservesConcurrentEdits() throws Exception {
        saveText("en", NEW, "Start {limit, number}.").statusCode(201);
        var acknowledged = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> clients = IntStream.range(0, CLIENTS).<Callable<Void>>mapToObj(client -> () -> {
                for (int edit = 0; edit < EDITS_PER_CLIENT; edit++) {
                    var etag = asAdministrator().get(path + "/messages/limit/texts/en").header("ETag");
                    int status = asAdministrator()
                            .header("If-Match", etag).body("{\"message\":\"" + client + " " + edit + " {limit, number}\"}")
                            .put(path + "/messages/limit/texts/en").statusCode();
                    assertThat(status).isIn(200, 412);
                    acknowledged.addAndGet(status == 200 ? 1 : 0);
                }
                return null;
            }).toList();
            for (var it : pool.invokeAll(clients)) {
                it.get();
            }
        } finally {
            pool.shutdown();
        }
        int version = getText("en").extract().path("version");
        assertThat(version).isEqualTo(1 + acknowledged.get());
        listChanges("key=limit&locale=en&limit=1").body("changes[0].version", equalTo(version));
    }

    private static RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).contentType("application/json");
    }

    private ValidatableResponse defineMessage(String key, String version, String body) {
        return ifVersion(version).body(body).put(path + "/messages/" + key).then();
    }

    private ValidatableResponse patchMessage(String key, String version, String body) {
        return ifVersion(version).contentType("application/merge-patch+json").body(body).patch(path + "/messages/" + key).then();
    }

    private ValidatableResponse saveText(String locale, String version, String text) {
        return ifVersion(version).body("{\"message\":\"" + text + "\"}").put(path + "/messages/limit/texts/" + locale).then();
    }

    private ValidatableResponse approveText(String locale, String version) {
        return ifVersion(version).body("{}").post(path + "/messages/limit/texts/" + locale + "/approve").then();
    }

    private ValidatableResponse rejectText(String locale, String version, String body) {
        return ifVersion(version).body(body).post(path + "/messages/limit/texts/" + locale + "/reject").then();
    }

    private ValidatableResponse revertSelection(String body) {
        return asAdministrator().body(body).post(path + "/changes/revert").then();
    }

    private ValidatableResponse revertRevision(int revision) {
        return asAdministrator().body("{}").post(path + "/changes/" + revision + "/revert").then();
    }

    private static RequestSpecification ifVersion(String version) {
        return version.equals(NEW) ? asAdministrator().header("If-None-Match", "*")
                : asAdministrator().header("If-Match", "\"" + version + "\"");
    }

    private ValidatableResponse listDraftMessages(String query) {
        return asAdministrator().urlEncodingEnabled(false).get(path + "/draft/messages?" + query).then().statusCode(200);
    }

    private ValidatableResponse getDraftMessage(String key) {
        return asAdministrator().get(path + "/draft/messages/" + key).then().statusCode(200);
    }

    private ValidatableResponse getText(String locale) {
        return asAdministrator().get(path + "/messages/limit/texts/" + locale).then().statusCode(200);
    }

    private ValidatableResponse getDraft() {
        return asAdministrator().get(path + "/draft").then().statusCode(200);
    }

    private ValidatableResponse listChanges(String query) {
        return asAdministrator().get(path + "/changes?" + query).then().statusCode(200);
    }

    private long currentRevision() {
        return getDraft().extract().jsonPath().getLong("revision");
    }
}
