package dev.parlance.rest.exchange;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests imports over HTTP, from a dry run to reverting them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportApiTest {
    private static final String ENGLISH = "order.open=The order {0} is open.\nhello=Hello\n";

    @Inject
    AccessFixtures fixtures;

    @Inject
    DataSource database;

    private final String catalog = "imports-" + UUID.randomUUID();
    private String key = "";

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
        key = createKey(catalog, "import", "");
    }

    @Test
    void showsPlanWithoutStoring() {
        importFile("messages.properties", ENGLISH, "dryRun", "true").statusCode(200)
                .body("status", equalTo("done")).body("dryRun", equalTo(true)).body("counts.new", equalTo(2))
                .body("files[0].format", equalTo("properties")).body("files[0].locale", equalTo("en"))
                .body("entries[0].kind", equalTo("new")).body("entries[0].line", equalTo(1))
                .body("entries[0].reason", equalTo("new-message")).body("revision", nullValue());
        text("hello", "en").statusCode(404);
    }

    @Test
    void importsInOneRevisionThatCanBeUndone() {
        var imported = importFile("messages.properties", ENGLISH).statusCode(200).body("counts.new", equalTo(2))
                .body("revision", notNullValue()).extract();
        text("order.open", "en").statusCode(200).body("message", equalTo("The order {0} is open."));
        asAdministrator().body("{}").post(imported.<String>path("undo")).then().statusCode(200);
        text("hello", "en").statusCode(404);
        importFile("messages.properties", ENGLISH).statusCode(200).body("counts.new", equalTo(2));
        text("hello", "en").statusCode(200);
    }

    @Test
    void undoesImportsOfManyMessagesUnlessOneWasChangedSince() {
        var lines = IntStream.range(0, 1100).mapToObj(it -> "many.m" + it + "=Text " + it + "\n").collect(Collectors.joining());
        var undo = importFile("messages.properties", lines).statusCode(200).body("counts.new", equalTo(1100)).extract()
                .<String>path("undo");
        importFile("messages.properties", "many.m0=Changed\n").statusCode(200).body("counts.changed", equalTo(1));
        asAdministrator().body("{}").post(undo).then().statusCode(409).body("code", equalTo("changed-since"));
        text("many.m1099", "en").statusCode(200);
        importFile("messages.properties", "many.m0=Text 0\n").statusCode(200).body("counts.changed", equalTo(1));
        asAdministrator().body("{}").post(undo).then().statusCode(200).body("changes", equalTo(2200));
        text("many.m0", "en").statusCode(404);
        text("many.m1099", "en").statusCode(404);
    }

    @Test
    void changesNothingTheSecondTime() {
        importFile("messages.properties", ENGLISH).statusCode(200);
        importFile("messages.properties", ENGLISH).statusCode(200).body("counts.same", equalTo(2)).body("revision", nullValue());
    }

    @Test
    void returnsStoredAnswerForSameIdempotencyKey() {
        var first = withFile("hello=Hello\n").header("Idempotency-Key", "k1").post(path("file", "a.properties")).then().statusCode(200)
                .extract();
        withFile("hello=Hello\n").header("Idempotency-Key", "k1").post(path("file", "a.properties")).then().statusCode(200)
                .body("id", equalTo(first.<String>path("id"))).body("revision", equalTo(first.<Integer>path("revision")));
        withFile("hello=Bye\n").header("Idempotency-Key", "k1").post(path("file", "a.properties")).then().statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void refusesAsAWholeUnlessRefusedTextsAreSkipped() {
        var texts = "good=Good\nbad=Bad {0\n";
        importFile("messages.properties", texts, "dialect", "java").statusCode(422).body("code", equalTo("import-refused"))
                .body("arguments.refused", equalTo(1)).body("entries[0].reason", equalTo("invalid-text"))
                .body("entries[0].line", equalTo(2));
        text("good", "en").statusCode(404);
        importFile("messages.properties", texts, "dialect", "java", "skipRefused", "true").statusCode(200).body("counts.new", equalTo(1));
        text("good", "en").statusCode(200);
    }

    @Test
    void refusesLocalesThatTheCatalogLacks() {
        importFile("messages_ja.properties", "plain=平\n").statusCode(422).body("entries.reason", hasItem("locale-not-offered"));
        importFile("messages_ja.properties", "plain=平\n", "addLocales", "true").statusCode(200).body("newLocales", hasItem("ja"));
    }

    @Test
    void doesNotOverwriteApprovedTexts() {
        asAdministrator().header("If-Match", "\"1\"").body("{}").post("/v1/catalogs/" + catalog + "/messages/plain/texts/de/approve")
                .then().statusCode(200);
        importFile("messages_de.properties", "plain=Anders\n").statusCode(409).body("code", equalTo("import-conflicts"));
        importFile("messages_de.properties", "plain=Anders\n", "overwrite", "unreviewed").statusCode(200)
                .body("counts.conflicting", equalTo(1));
        importFile("messages_de.properties", "plain=Anders\n", "overwrite", "reviewed").statusCode(200).body("counts.changed", equalTo(1));
        text("plain", "de").body("message", equalTo("Anders")).body("state", equalTo("translated"));
    }

    @Test
    void importsArchivesWithSourceTextsFirst() throws IOException {
        var zip = zip(Map.of("l10n/messages_de.properties", "a.key=Wert\n", "l10n/messages.properties", "a.key=Value\n", "README.md",
                "# x"));
        given().header("Authorization", "Bearer " + key).contentType("application/zip").body(zip).post(path()).then().statusCode(200)
                .body("counts.new", equalTo(2));
        text("a.key", "de").body("message", equalTo("Wert"));
    }

    @Test
    void answersBeforeTheEndIfAsked() {
        var location = withFile(ENGLISH).header("Prefer", "respond-async").post(path("file", "messages.properties")).then().statusCode(202)
                .body("status", equalTo("running")).extract().header("Location");
        assertThat(awaitEnd(location)).isEqualTo("done");
        given().header("Authorization", "Bearer " + key).get(location + "/entries?kind=new").then().statusCode(200)
                .body("entries.key", hasItem("hello")).body("next", nullValue());
    }

    @Test
    void reportsThatAnotherWriterHeldTheCatalog() throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select name from catalog where name = ? for no key update")) {
            connection.setAutoCommit(false);
            lock.setString(1, catalog);
            lock.executeQuery();
            var location = withFile(ENGLISH).header("Prefer", "respond-async").post(path("file", "messages.properties")).then()
                    .statusCode(202).extract().header("Location");
            assertThat(awaitEnd(location)).isEqualTo("failed");
            given().header("Authorization", "Bearer " + key).get(location).then().body("problem", equalTo("busy"));
            connection.rollback();
        }
        importFile("messages.properties", ENGLISH).statusCode(200).body("counts.new", equalTo(2));
    }

    @Test
    void keepsKeysThatAreNoMessageKeys() {
        var stored = importFile("en.json", "{\"Sign in…\":\"Sign in…\"}", "format", "json").statusCode(200).extract()
                .<String>path("entries[0].key");
        assertThat(stored).matches("sign-in-[0-9a-f]{8}");
        asAdministrator().get("/v1/catalogs/" + catalog + "/draft/messages/" + stored).then().statusCode(200)
                .body(containsString("\"fileKey\":\"Sign in…\""));
    }

    @Test
    void exportsWhatWasImported() {
        importFile("messages.properties", ENGLISH).statusCode(200);
        var exported = asAdministrator().get("/v1/catalogs/" + catalog + "/exports/en?format=properties").then().statusCode(200)
                .header("Content-Disposition", startsWith("attachment")).extract().asString();
        assertThat(exported).contains("hello=Hello\n");
        importFile("messages.properties", exported).statusCode(200).body("counts.same", equalTo(3)).body("revision", nullValue());
        var archive = asAdministrator().get("/v1/catalogs/" + catalog + "/exports?format=folder").then().statusCode(200)
                .contentType("application/zip").extract().asByteArray();
        assertThat(asAdministrator().get("/v1/catalogs/" + catalog + "/exports?format=folder").asByteArray()).isEqualTo(archive);
        given().header("Authorization", "Bearer " + key).contentType("application/zip").body(archive).post(path()).then().statusCode(200)
                .body("revision", nullValue()).body("files[0].format", equalTo("folder"));
        asAdministrator().get("/v1/catalogs/" + catalog + "/exports/en?format=nothing").then().statusCode(400);
    }

    @Test
    void takesMessagesAndTextsInJson() {
        given().header("Authorization", "Bearer " + key).contentType("application/json")
                .body("{\"messages\":[{\"key\":\"a\",\"httpStatus\":429,\"texts\":{\"en\":{\"message\":\"One\"}}}]}")
                .put("/v1/catalogs/" + catalog + "/messages").then().statusCode(200).body("counts.new", equalTo(1));
        given().header("Authorization", "Bearer " + key).contentType("application/json")
                .body("{\"texts\":[{\"key\":\"a\",\"locale\":\"de\",\"message\":\"Eins\"}]}")
                .put("/v1/catalogs/" + catalog + "/texts").then().statusCode(200).body("counts.new", equalTo(1));
        text("a", "de").body("message", equalTo("Eins"));
    }

    @Test
    void takesGrpcStatusInJsonAndTables() {
        var json = given().header("Authorization", "Bearer " + key).contentType("application/json");
        var body = "{\"messages\":[{\"key\":\"a\",\"httpStatus\":400,\"grpcStatus\":\"%s\",\"texts\":{\"en\":{\"message\":\"One\"}}}]}";
        json.body(body.formatted("NONE"))
                .put("/v1/catalogs/" + catalog + "/messages").then().statusCode(422).body("code", equalTo("invalid-field"))
                .body("arguments.pointer", equalTo("/messages/0/grpcStatus"));
        json.body(body.formatted("ABORTED"))
                .put("/v1/catalogs/" + catalog + "/messages").then().statusCode(200).body("counts.new", equalTo(1));
        message("a").body("grpcStatus", equalTo("ABORTED"));
        importFile("codes.csv", "key,http status,grpc status,text (en)\na,400,OUT_OF_RANGE,One\n").statusCode(200);
        message("a").body("grpcStatus", equalTo("OUT_OF_RANGE"));
        importFile("codes.csv", "key,http status,grpc status,text (en)\na,409,,One\n").statusCode(200);
        message("a").body("grpcStatus", equalTo("OUT_OF_RANGE")).body("httpStatus", equalTo(409));
        importFile("codes.csv", "key,http status,grpc status,text (en)\na,409,11,One\n").statusCode(422)
                .body("code", equalTo("import-refused")).body("entries.detail", hasItem(containsString("OUT_OF_RANGE, UNIMPLEMENTED")));
    }

    @Test
    void keepsMappingOfColumns() {
        var mapping = "{\"columns\":[{\"column\":\"Code\",\"field\":\"code\"},{\"column\":\"DE\",\"field\":\"message\",\"locale\":\"de\"}]}";
        var url = "/v1/catalogs/" + catalog + "/import-mapping";
        given().header("Authorization", "Bearer " + key).contentType("application/json").body(mapping).put(url).then().statusCode(200);
        asAdministrator().get(url).then().statusCode(200).body("columns[1].locale", equalTo("de"));
        given().header("Authorization", "Bearer " + key).contentType("application/json")
                .body("{\"columns\":[{\"column\":\"x\",\"field\":\"y\"}]}")
                .put(url).then().statusCode(422);
    }

    @Test
    void streamsProgress() {
        var location = withFile(ENGLISH).header("Prefer", "respond-async").post(path("file", "messages.properties")).then().statusCode(202)
                .extract().header("Location");
        awaitEnd(location);
        assertThat(given().header("Authorization", "Bearer " + key).get(location + "/events").asString())
                .contains("event:progress").contains("\"status\":\"done\"");
    }

    @Test
    void requiresPermission() {
        given().body("a=b").contentType("text/plain").post(path()).then().statusCode(401);
        given().header("Authorization", "Bearer " + createKey(catalog, "read", "")).contentType("text/plain").body("a=b").post(path())
                .then().statusCode(403);
    }

    @Test
    void rejectsFilesOfUnknownFormat() {
        importFile("notes.txt", "\u0000\u0001").statusCode(422).body("code", equalTo("unknown-file-format"));
    }

    private String awaitEnd(String location) {
        for (int i = 0; i < 200; i++) {
            var status = given().header("Authorization", "Bearer " + key).get(location).then().statusCode(200).extract()
                    .<String>path("status");
            if (!status.equals("running")) {
                return status;
            }
            pause();
        }
        return "running";
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    private ValidatableResponse importFile(String name, String content, String... parameters) {
        var all = new LinkedHashMap<String, String>(Map.of("file", name));
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        return withFile(content).queryParams(all).post("/v1/catalogs/" + catalog + "/imports").then();
    }

    private RequestSpecification withFile(String content) {
        return given().header("Authorization", "Bearer " + key).contentType("application/octet-stream")
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private String path(String... parameter) {
        return "/v1/catalogs/" + catalog + "/imports" + (parameter.length == 0 ? "" : "?" + parameter[0] + "=" + parameter[1]);
    }

    private ValidatableResponse message(String key) {
        return asAdministrator().get("/v1/catalogs/" + catalog + "/draft/messages/" + key).then().statusCode(200);
    }

    private ValidatableResponse text(String message, String locale) {
        return asAdministrator().get("/v1/catalogs/" + catalog + "/messages/" + message + "/texts/" + locale).then();
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
