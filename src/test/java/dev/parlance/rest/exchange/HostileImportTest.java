package dev.parlance.rest.exchange;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parlance.PostgresTestResource;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.rest.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests imports by callers without permission, imports of malicious archives, and concurrent imports. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HostileImportTest {
    private static final int LARGE = 20 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AccessFixtures fixtures;

    @Inject
    ResourceUsage usage;

    @Inject
    Catalogs catalogs;

    @Inject
    Transactions transactions;

    @TestHTTPResource
    URI service;

    private final String catalog = "hostile-" + UUID.randomUUID();
    private String key = "";

    @BeforeEach
    void createCatalog() {
        fixtures.createCatalog(catalog);
        key = createKey(catalog, "import", "");
    }

    @Test
    void answersCallersWithoutPermissionBeforeTheBody() throws IOException {
        assertThat(statusOfHeadersOnly("")).isEqualTo(401);
        assertThat(statusOfHeadersOnly("Authorization: Bearer par_unknown\r\n")).isEqualTo(401);
        assertThat(statusOfHeadersOnly("Cookie: parlance-session=unknown\r\n")).isEqualTo(401);
        assertThat(statusOfHeadersOnly(bearer(createKey(catalog, "read", "")))).isEqualTo(403);
        var other = "other-" + UUID.randomUUID();
        fixtures.createCatalog(other);
        assertThat(statusOfHeadersOnly(bearer(createKey(other, "import", "")))).isIn(403, 404);
    }

    @Test
    void asksForTheBodyOnlyIfTheCallerMayImport() throws IOException {
        var expect = "Expect: 100-continue\r\n";
        assertThat(statusOfHeadersOnly(expect + bearer(createKey(catalog, "read", "")))).isEqualTo(403);
        assertThat(statusOfHeadersOnly(expect + bearer(key))).isEqualTo(100);
    }

    @Test
    void validatesParametersBeforeTheBody() throws IOException {
        assertThat(RawHttp.<Integer>send(service, head("?locale=!!", bearer(key)), (status, headers, body) -> status)).isEqualTo(400);
    }

    @Test
    void uploadsOfStrangersTakeNoPlaces() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 2 * ResourceLimit.IMPORT_UPLOADS.value(); i++) {
                var socket = new Socket(service.getHost(), service.getPort());
                sockets.add(socket);
                socket.getOutputStream().write(head("", bearer("unknown")));
                socket.getOutputStream().write(new byte[1000]);
            }
            withFile("a=b\n").post(path("?file=a.properties")).then().statusCode(200);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void deletesFilesOfAbortedUploads() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (var socket = new Socket(service.getHost(), service.getPort())) {
                socket.getOutputStream().write(head("?file=a.properties", bearer(key)));
                socket.getOutputStream().write("a=b\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
                await("an upload", () -> usage.used(ResourceLimit.IMPORT_UPLOADS) > 0);
            }
        }
        await("no uploads", () -> usage.used(ResourceLimit.IMPORT_UPLOADS) == 0 && uploads().isEmpty());
        withFile("a=b\n").post(path("?file=a.properties")).then().statusCode(200).body("counts.new", equalTo(1));
        await("no uploads", () -> uploads().isEmpty());
    }

    @Test
    void rejectsBodiesBeyondTheLimit() throws IOException {
        var tooLarge = new String(head("?file=a.properties", bearer(key)), StandardCharsets.ISO_8859_1)
                .replace("Content-Length: " + LARGE, "Content-Length: " + (LARGE + 1));
        assertThat(RawHttp.<Integer>send(service, tooLarge.getBytes(StandardCharsets.ISO_8859_1), (status, headers, body) -> status))
                .isEqualTo(413);
        var chunked = new String(head("?file=a.properties", bearer(key)), StandardCharsets.ISO_8859_1)
                .replace("Content-Length: " + LARGE, "Transfer-Encoding: chunked") + Integer.toHexString(LARGE + 1) + "\r\n"
                + "a".repeat(LARGE + 1);
        assertThat(RawHttp.<Integer>send(service, chunked.getBytes(StandardCharsets.ISO_8859_1), (status, headers, body) -> status))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../messages.properties", "a/../../messages.properties", "/messages.properties", "C:messages.properties",
            "a\\messages.properties", "..\\messages.properties"})
    void rejectsUnsafePaths(String path) throws IOException {
        importZip(ImportApiTest.zip(Map.of(path, "a=b\n"))).statusCode(422).body("code", equalTo("malformed-file"));
    }

    @Test
    void rejectsPathsThatDifferInCaseOnly() throws IOException {
        importZip(ImportApiTest.zip(Map.of("messages.properties", "a=b\n", "Messages.properties", "a=c\n"))).statusCode(422)
                .body("code", equalTo("malformed-file"));
    }

    @Test
    void ignoresNestedArchivesAndLinks() throws IOException {
        var nested = new String(ImportApiTest.zip(Map.of("messages.properties", "nested=x\n")), StandardCharsets.ISO_8859_1);
        var zip = ImportApiTest.zip(Map.of("messages.properties", "a=b\n", "nested.zip", nested, "link", "/etc/passwd"));
        importZip(zip).statusCode(200).body("counts.new", equalTo(1));
    }

    @Test
    void rejectsArchivesThatExpandTooFar() throws IOException {
        importZip(zeros(1, LARGE + 1)).statusCode(422).body("code", equalTo("malformed-file"));
        importZip(zeros(14, LARGE)).statusCode(422);
    }

    @Test
    void rejectsArchivesWithTooManyEntries() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= ResourceLimit.IMPORT_FILES.value(); i++) {
                var entry = new ZipEntry(i + ".txt");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(0);
                entry.setCrc(new CRC32().getValue());
                zip.putNextEntry(entry);
            }
        }
        importZip(bytes.toByteArray()).statusCode(422).body("code", equalTo("malformed-file"));
    }

    @Test
    void rejectsDamagedArchives() {
        importZip("PK\u0003\u0004 and no more".getBytes(StandardCharsets.UTF_8)).statusCode(422).body("code", equalTo("malformed-file"));
    }

    @ParameterizedTest
    @CsvSource({"locale,!!", "locale,../../etc/passwd", "sourceLocale,x", "mapping,{", "mapping,[]", "mapping,null", "dialect,nothing",
            "overwrite,all", "delete,everything", "dryRun,maybe", "import,other"})
    void rejectsNonsense(String parameter, String value) {
        var status = withFile("a=b\n").queryParam("file", "a.properties").queryParam(parameter, value).post(path("")).statusCode();
        assertThat(status).isBetween(400, 422);
    }

    @Test
    void rejectsHugeComments() {
        withFile("a=b\n").queryParam("file", "a.properties").queryParam("comment", "x".repeat(3000)).post(path("")).then().statusCode(422);
    }

    @Test
    void doesNotDiscloseImportsOfOtherCatalogs() {
        var other = "other-" + UUID.randomUUID();
        fixtures.createCatalog(other);
        var foreign = asAdministrator().contentType("application/octet-stream").body("a=b\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/catalogs/" + other + "/imports?file=a.properties").then().statusCode(200).extract().<String>path("id");
        var absent = UUID.randomUUID().toString();
        assertThat(unknownImport(foreign).replace(foreign, absent)).isEqualTo(unknownImport(absent));
    }

    private String unknownImport(String id) {
        return given().header("Authorization", "Bearer " + key).get(path("/" + id)).then().statusCode(404).extract().asString();
    }

    @Test
    void runsConcurrentRequestsWithOneIdempotencyKeyOnce() throws InterruptedException, ExecutionException {
        Callable<List<Object>> request = () -> {
            var answer = withFile("a=b\n").header("Idempotency-Key", "race").post(path("?file=a.properties")).then().statusCode(200)
                    .extract();
            return List.of(answer.<Object>path("id"), answer.<Object>path("revision"));
        };
        var threads = Executors.newFixedThreadPool(4);
        try {
            var answers = new HashSet<List<Object>>();
            for (var answer : threads.invokeAll(List.of(request, request, request, request))) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void answersBusyWhileAnotherWriterHasTheCatalog() throws InterruptedException {
        var locked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var writer = new Thread(() -> transactions.call(() -> {
            catalogs.lock(new CatalogName(catalog));
            locked.countDown();
            awaitQuietly(release);
            return null;
        }));
        writer.start();
        locked.await();
        withFile("a=b\n").header("Idempotency-Key", "busy").post(path("?file=a.properties")).then().statusCode(503)
                .body("code", equalTo("busy")).header("Retry-After", notNullValue());
        asAdministrator().header("If-Match", "\"1\"").body("{\"message\":\"x\"}")
                .put("/v1/catalogs/" + catalog + "/messages/plain/texts/de").then().statusCode(503).body("code", equalTo("busy")).header("Retry-After", notNullValue());
        release.countDown();
        writer.join();
        withFile("a=b\n").header("Idempotency-Key", "busy").post(path("?file=a.properties")).then().statusCode(200)
                .body("counts.new", equalTo(1));
    }

    @Test
    void letsAFailedImportBeRepeatedWithItsKey() {
        var request = withFile("a=b {0\n").header("Idempotency-Key", "repeated");
        request.post(path("?file=a.properties&dialect=java")).then().statusCode(422).body("code", equalTo("import-refused"));
        withFile("a=b\n").header("Idempotency-Key", "repeated").post(path("?file=a.properties&dialect=java")).then().statusCode(200)
                .body("counts.new", equalTo(1));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int statusOfHeadersOnly(String headers) throws IOException {
        return RawHttp.<Integer>send(service, head("?file=a.properties", headers), (status, ignored, body) -> status);
    }

    private byte[] head(String query, String headers) {
        return ("POST " + path(query) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: " + LARGE
                + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String bearer(String credential) {
        return "Authorization: Bearer " + credential + "\r\n";
    }

    private RequestSpecification withFile(String content) {
        return given().header("Authorization", "Bearer " + key).contentType("application/octet-stream")
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse importZip(byte[] zip) {
        return given().header("Authorization", "Bearer " + key).contentType("application/zip").body(zip).post(path("")).then();
    }

    private static byte[] zeros(int files, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry("messages_" + (char) ('a' + i) + "a.properties"));
                zip.write(new byte[size]);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Path> uploads() {
        var pattern = FileSystems.getDefault().getPathMatcher("glob:**/parlance-uploads-*/*.upload");
        try (var files = Files.find(Path.of(System.getProperty("java.io.tmpdir")), 2, (path, attributes) -> pattern.matches(path))) {
            return files.toList();
        } catch (IOException e) {
            return List.of(Path.of("unknown"));
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String path(String rest) {
        return "/v1/catalogs/" + catalog + "/imports" + rest;
    }
}
