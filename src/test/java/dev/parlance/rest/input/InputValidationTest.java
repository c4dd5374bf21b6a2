package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.problems.ProblemTextFaults;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invalid requests are rejected with the right problem, and the next valid request works.
 *
 * <p>Requests are sent over a socket, because client libraries refuse to send many of them.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class InputValidationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXCHANGE = "/v1/catalogs/exchange";
    private static final String MESSAGE = EXCHANGE + "/messages/-1015";
    private static final String RENDER = EXCHANGE + "/render";

    private static final String LONG_MESSAGE = "{\"key\":\"-1130\",\"args\":[\"" + "x".repeat(1000) + "\"]},";

    @TestHTTPResource
    URI service;

    @Inject
    SnapshotRegistry snapshots;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    record InvalidRequest(String name, byte[] request, int status, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    record HttpAnswer(int status, Map<String, String> headers, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rejectsInvalidRequests(InvalidRequest request) throws IOException {
        var startNanos = System.nanoTime();
        var response = send(request.request());
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(5));
        assertThat(response.status()).as("%s: %s", request, response).isEqualTo(request.status());
        assertThat(response.headers()).as("%s: %s", request, response).containsEntry("content-type", "application/problem+json");
        assertThat(response.headers()).as("%s: %s", request, response).containsEntry("x-content-type-options", "nosniff");
        assertThat(response.headers()).doesNotContainKey("set-cookie");
        assertThat(response.json().get("type").textValue()).isEqualTo("/codes/parlance/" + request.problem());
        assertThat(response.json().get("status").intValue()).isEqualTo(request.status());
        var detail = response.json().get("detail").textValue();
        assertThat(ProblemTextFaults.find(detail)).as("%s: %s", request, detail).isEmpty();
        assertThat(send(get(MESSAGE + "?locale=en&arg=5&arg=10s")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void toleratesUnusualRequests(InvalidRequest request) throws IOException {
        var response = send(request.request());
        assertThat(response.status()).as("%s: %s", request, response).isEqualTo(request.status());
        if (request.name().startsWith("23")) {
            assertThat(response.headers()).as(request.name()).containsEntry("content-language", "en");
        }
    }

    /** An unusable value does not affect the other messages of a request. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"\\u001b\"", "\"\\ud800\"", "\"\\uFFFE\"", "\"\\u202e\"", "\"NaN\"", "\"-Infinity\"",
        "\"1E999999999\"", "1E400", "1E31", "1234567890123456789012345678901", "{}", "[]", "{\"currency\":\"EUR\"}",
        "{\"currency\":\"\\u0000\",\"value\":1}", "{\"currency\":\"EUR\",\"value\":null}", "\"five\""})
    void listsUnusableValues(String value) throws IOException {
        var messages = "{\"locale\":\"ru\",\"messages\":[{\"key\":\"-1015\",\"args\":[" + value
                + ",\"10s\"]},{\"key\":\"-1015\",\"args\":[5,\"10s\"]}]";
        var response = send(post(messages + "}"));
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        var first = response.json().get("messages").get(0);
        assertThat(first.get("invalidArguments").toString()).isEqualTo("[\"limit\"]");
        assertThat(first.get("acceptedForms").get("limit").get(0).textValue()).isEqualTo("5");
        assertThat(first.get("text").textValue()).contains("{limit}");
        assertThat(response.json().get("messages").get(1).get("invalidArguments")).isEmpty();
        assertThat(send(post(messages + ",\"strict\":true}")).json().get("code").textValue()).isEqualTo("argument-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%1B", "%E2%80%AE", "%EF%BF%BE", "NaN", "9999999999999999999999999999999", "1E400"})
    void listsUnusableValuesOfQuery(String value) throws IOException {
        var response = send(get(MESSAGE + "?locale=ru&arg.limit=" + value + "&arg.interval=10s"));
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        assertThat(response.json().get("invalidArguments").toString()).isEqualTo("[\"limit\"]");
    }

    @Test
    void localizesProblems() throws IOException {
        var response = send(get(EXCHANGE + "/messages?limit=0", "Accept-Language: ja"));
        assertThat(response.headers()).containsEntry("content-language", "ja").containsEntry("vary", "Accept-Language");
        assertThat(response.json().get("title").textValue()).contains("クエリパラメーター");
        assertThat(response.json().get("arguments").get("parameter").textValue()).isEqualTo("limit");
    }

    @Test
    void treatsSearchTextLiterally() throws IOException {
        for (var search : List.of("%25_%5C'%22%3B--", "(a%2B)%2B$" + "a".repeat(150), "%25s")) {
            var startNanos = System.nanoTime();
            var response = send(get(EXCHANGE + "/messages?locale=en&q=" + search));
            assertThat(response.status()).as("%s: %s", search, response).isEqualTo(200);
            assertThat(response.json().get("messages").size()).isEqualTo(search.equals("%25s") ? 7 : 0);
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void ignoresForwardedHeaders() throws IOException {
        var plain = send(get(MESSAGE + "?locale=en"));
        var forged = send(get(MESSAGE + "?locale=en", "X-Forwarded-For: 10.0.0.1", "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https", "Forwarded: for=10.0.0.1;host=evil.example;proto=https"));
        assertThat(forged.body()).isEqualTo(plain.body());
    }

    @Test
    void ignoresEmptyAcceptHeader() throws IOException {
        assertThat(send(get(MESSAGE + "?locale=en", "Accept: ")).body()).isEqualTo(send(get(MESSAGE + "?locale=en")).body());
    }

    @Test
    void neverServesMarkupAsHtml() throws IOException {
        var response = send(get(EXCHANGE + "/messages/-1130?locale=en&arg=%3Cimg%20onerror=x%3E", "Accept: text/html, */*"));
        assertThat(response.headers()).containsEntry("content-type", "application/json").containsEntry("x-content-type-options", "nosniff");
    }

    @Test
    void listsAllowedMethods() throws IOException {
        assertThat(send(get(RENDER)).headers()).containsEntry("allow", "OPTIONS, POST");
        assertThat(send(request("DELETE", EXCHANGE + "/bundles/ja", "")).headers()).containsEntry("allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void closesConnectionOfEndlessBody() throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST " + RENDER + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                for (; sent < 1000; sent++) {
                    out.write(chunk);
                }
            } catch (IOException e) {
                // Expected: the service has closed the connection.
            }
            assertThat(sent).isLessThan(1000);
        }
    }

    static Stream<InvalidRequest> cases() {
        var cases = new ArrayList<InvalidRequest>();
        addBodyCases(cases);
        addFieldCases(cases);
        addValueCases(cases);
        addAddressCases(cases);
        addParameterCases(cases);
        addPreviewCases(cases);
        return cases.stream();
    }

    private static void addBodyCases(List<InvalidRequest> cases) {
        cases.add(invalidRequest("1 no JSON", post("locale=de"), 400, "malformed-body"));
        cases.add(invalidRequest("1 truncated", post("{\"messages\":[{\"key\":\"0000\"}"), 400, "malformed-body"));
        cases.add(invalidRequest("1 empty", post(""), 400, "malformed-body"));
        cases.add(invalidRequest("1 blank", post("  \n"), 400, "malformed-body"));
        cases.add(invalidRequest("1 trailing garbage", post("{\"messages\":[]} x"), 400, "malformed-body"));
        cases.add(invalidRequest("1 two documents", post("{\"messages\":[]}{\"messages\":[]}"), 400, "malformed-body"));
        cases.add(invalidRequest("2 wrong type", post("{}", "Content-Type: text/plain"), 415, "unsupported-media-type"));
        cases.add(invalidRequest("2 no media type", post("{}", "Content-Type: nonsense"), 415, "unsupported-media-type"));
        cases.add(invalidRequest("2 gzip", post("{}", "Content-Type: application/json", "Content-Encoding: gzip"), 415,
                "unsupported-media-type"));
        cases.add(invalidRequest("3 image", get(MESSAGE, "Accept: image/png"), 406, "not-acceptable"));
        cases.add(invalidRequest("3 html only", get(EXCHANGE, "Accept: text/html"), 406, "not-acceptable"));
        cases.add(invalidRequest("4 a byte too much", post(" ".repeat(1024 * 1024 + 1)), 413, "body-too-large"));
        cases.add(invalidRequest("4 chunked", chunkedRequest(1024 * 1024 + 1), 413, "body-too-large"));
        cases.add(invalidRequest("1 chunked and empty", chunkedRequest(0), 400, "malformed-body"));
        cases.add(invalidRequest("5 deep", post("{\"messages\":" + "[".repeat(2000) + "]".repeat(2000) + "}"), 400, "malformed-body"));
        cases.add(invalidRequest("5 long number", post("{\"messages\":[{\"key\":\"0000\",\"args\":[" + "9".repeat(5000) + "]}]}"), 400,
                "malformed-body"));
        cases.add(invalidRequest("5 duplicate member", post("{\"messages\":[],\"messages\":[]}"), 400, "malformed-body"));
        cases.add(invalidRequest("5 duplicate argument", post("{\"messages\":[{\"key\":\"-1130\",\"args\":{\"a\":1,\"a\":2}}]}"), 400,
                "malformed-body"));
        for (var bytes : List.of(new int[] {0xC0, 0x80}, new int[] {0xED, 0xA0, 0x80}, new int[] {0xE9}, new int[] {0xFF, 0xFE})) {
            cases.add(invalidRequest("11 not UTF-8 " + bytes[0], postBytes(bytes), 400, "malformed-body"));
        }
    }

    private static void addFieldCases(List<InvalidRequest> cases) {
        for (var unknown : List.of("id", "revision", "approvedBy", "Locale")) {
            cases.add(invalidRequest("6 " + unknown, post("{\"messages\":[],\"" + unknown + "\":1}"), 400, "unknown-field"));
        }
        cases.add(invalidRequest("6 long", post("{\"messages\":[],\"" + "x".repeat(5000) + "\":1}"), 400, "unknown-field"));
        cases.add(invalidRequest("6 inside", post("{\"messages\":[{\"key\":\"0000\",\"kye\":1}]}"), 400, "unknown-field"));
        cases.add(invalidRequest("7 no object", post("[]"), 422, "invalid-field"));
        cases.add(invalidRequest("7 text for the object", post("\"x\""), 422, "invalid-field"));
        cases.add(invalidRequest("7 missing", post("{}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 null list", post("{\"messages\":null}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 object for a list", post("{\"messages\":{}}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 null entry", post("{\"messages\":[null]}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 number entry", post("{\"messages\":[7]}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 neither key nor code", post("{\"messages\":[{\"args\":[]}]}"), 422, "invalid-field"));
        for (var value : List.of("null", "7", "1.5", "true", "[]", "{}")) {
            cases.add(invalidRequest("7 key " + value, post("{\"messages\":[{\"key\":" + value + "}]}"), 422, "invalid-field"));
            cases.add(invalidRequest("7 locale " + value, post("{\"locale\":" + value + ",\"messages\":[]}"), 422, "invalid-field"));
        }
        for (var value : List.of("null", "7", "\"true\"", "[]")) {
            cases.add(invalidRequest("7 strict " + value, post("{\"strict\":" + value + ",\"messages\":[]}"), 422, "invalid-field"));
        }
        cases.add(invalidRequest("7 args text", post("{\"messages\":[{\"key\":\"0000\",\"args\":\"5\"}]}"), 422, "invalid-field"));
        cases.add(invalidRequest("500 messages at most",
                post("{\"messages\":[" + "{\"key\":\"0000\"},".repeat(500) + "{\"key\":\"0000\"}]}"), 422, "too-many-items"));
    }

    private static void addValueCases(List<InvalidRequest> cases) {
        for (var character : List.of("\\u0000", "\\u001b", "\\ud800", "\\udc00x", "\\uFFFE", "\\u202e", "\\uFDD0")) {
            cases.add(invalidRequest("8–10 key " + character, post("{\"messages\":[{\"key\":\"" + character + "\"}]}"), 422,
                    "forbidden-character"));
        }
        cases.add(invalidRequest("18 33 arguments", post("{\"messages\":[{\"key\":\"-1130\",\"args\":[" + "1,".repeat(32) + "1]}]}"), 422,
                "invalid-argument"));
        cases.add(invalidRequest("18 33 in the query", get(MESSAGE + "?arg=1" + "&arg=1".repeat(32)), 422, "invalid-argument"));
        cases.add(invalidRequest("18 exponent of 11 digits", post("{\"messages\":[{\"key\":\"-1015\",\"args\":[1E99999999999]}]}"), 400,
                "malformed-body"));
        cases.add(invalidRequest("18 name of an argument",
                post("{\"messages\":[{\"key\":\"-1015\",\"args\":{\"" + "x".repeat(65) + "\":1}}]}"), 422, "invalid-argument"));
        cases.add(invalidRequest("8 name of an argument", get(MESSAGE + "?arg.%00=x"), 422, "forbidden-character"));
        cases.add(invalidRequest("7 key and code", post("{\"messages\":[{\"key\":\"-1015\",\"code\":\"0001\"}]}"), 422, "invalid-field"));
        cases.add(invalidRequest("18 strict, wrong type", get(MESSAGE + "?strict=true&arg=five&arg=10s"), 422, "argument-mismatch"));
        cases.add(invalidRequest("18 strict, missing", get(MESSAGE + "?strict=true&arg=5"), 422, "argument-mismatch"));
        cases.add(invalidRequest("18 strict, superfluous", get(MESSAGE + "?strict=true&arg=5&arg=10s&arg=x"), 422, "argument-mismatch"));
    }

    private static void addAddressCases(List<InvalidRequest> cases) {
        for (var locale : List.of("xx_YY!", "en-", "..", "x", "und", "en%0d%0aSet-Cookie:a=b", "%C3%A9", "en-x")) {
            cases.add(invalidRequest("20–21 locale " + locale, get(MESSAGE + "?locale=" + locale), 400, "invalid-locale"));
        }
        cases.add(invalidRequest("20 locale of 3 KB", get(MESSAGE + "?locale=en-" + "a".repeat(3000)), 400, "invalid-locale"));
        cases.add(invalidRequest("20 path", get(MESSAGE + "?locale=../../etc"), 400, "invalid-locale"));
        cases.add(invalidRequest("20 locale of a bundle", get(EXCHANGE + "/bundles/xx_YY!"), 400, "invalid-locale"));
        cases.add(invalidRequest("20 long line", get(MESSAGE + "?locale=en-" + "a".repeat(100 * 1024)), 414, "uri-too-long"));
        cases.add(invalidRequest("22 not offered", get(MESSAGE + "?locale=sv&fallback=parents"), 404, "unknown-locale"));
        cases.add(invalidRequest("22 bundle", get(EXCHANGE + "/bundles/sv"), 404, "unknown-locale"));
        cases.add(invalidRequest("22 body", post("{\"locale\":\"sv\",\"fallback\":\"none\",\"messages\":[]}"), 404, "unknown-locale"));
        cases.add(invalidRequest("23 100 KB", get(MESSAGE, "Accept-Language: " + "de,".repeat(34_000) + "de"), 431, "header-too-large"));
        for (var name : List.of("A", "%D0%B0", "a".repeat(129), "-a", "a-", "a%20b", "a%7Cb")) {
            cases.add(invalidRequest("24 catalog " + name, get("/v1/catalogs/" + name), 400, "invalid-name"));
        }
        cases.add(invalidRequest("24 con", get("/v1/catalogs/con"), 404, "unknown-catalog"));
        cases.add(invalidRequest("24 dots", get("/v1/catalogs/.."), 404, "not-found"));
        cases.add(invalidRequest("24 two segments", get("/v1/catalogs/a/b"), 404, "not-found"));
        cases.add(invalidRequest("24 empty", get("/v1/catalogs//messages"), 400, "malformed-request"));
        for (var path : List.of("%2e%2e%2fetc", "exchange%2fmessages", "exchange%252e", "exchange;v=1", "%00", "exchange%5c")) {
            cases.add(invalidRequest("24–25 " + path, get("/v1/catalogs/" + path), 400, "malformed-request"));
        }
        cases.add(invalidRequest("25 trailing slash", get("/v1/catalogs/"), 404, "not-found"));
        cases.add(invalidRequest("2 form in chunks", chunkedFormRequest("GET", MESSAGE), 415, "unsupported-media-type"));
        cases.add(invalidRequest("2 form in chunks, POST", chunkedFormRequest("POST", RENDER), 415, "unsupported-media-type"));
        cases.add(invalidRequest("25 double slash", get("//v1/catalogs"), 400, "malformed-request"));
        cases.add(invalidRequest("25 half an escape", get("/v1/catalogs/%zz"), 400, "malformed-request"));
        cases.add(invalidRequest("unknown key", get(EXCHANGE + "/messages/nope"), 404, "unknown-message"));
        cases.add(invalidRequest("no key", get(EXCHANGE + "/messages/a%20b"), 400, "invalid-name"));
        cases.add(invalidRequest("key with a slash", get(EXCHANGE + "/messages/a%2Fb"), 400, "invalid-name"));
        cases.add(invalidRequest("nothing there", get("/nothing/there"), 404, "not-found"));
        cases.add(invalidRequest("PUT", request("PUT", EXCHANGE + "/bundles/ja", "{}", "Content-Type: application/json"), 405,
                "method-not-allowed"));
    }

    private static void addParameterCases(List<InvalidRequest> cases) {
        cases.add(invalidRequest("46 201 characters", get(EXCHANGE + "/messages?q=" + "x".repeat(201)), 400, "parameter-too-long"));
        for (var query : List.of("limit=-1", "limit=1e9", "limit=501", "limit=0", "limit=", "limit=99999999999", "limit=%D9%A5",
                "status=99", "status=600", "status=x", "cursor=x", "cursor=", "cursor=AAAA",
                "cursor=" + Cursor.encode("0000", List.of("another query")))) {
            cases.add(invalidRequest("47 " + query, get(EXCHANGE + "/messages?" + query), 400,
                    query.endsWith("=") ? "missing-parameter" : "invalid-parameter"));
        }
        cases.add(invalidRequest("47 empty locale", get(MESSAGE + "?locale="), 400, "missing-parameter"));
        cases.add(invalidRequest("47 format", get(MESSAGE + "?format=xml"), 400, "invalid-parameter"));
        cases.add(invalidRequest("47 strict", get(MESSAGE + "?strict=yes"), 400, "invalid-parameter"));
        for (var path : List.of("/v1/catalogs", EXCHANGE, EXCHANGE + "/messages", MESSAGE, EXCHANGE + "/bundles/de",
                "/codes/exchange/-1015")) {
            cases.add(invalidRequest("48 unknown on " + path, get(path + "?page=2"), 400, "unknown-parameter"));
        }
        cases.add(invalidRequest("48 cache buster", get(EXCHANGE + "/bundles/de?_=1"), 400, "unknown-parameter"));
        cases.add(invalidRequest("48 repeated", get(MESSAGE + "?locale=de&locale=fr"), 400, "repeated-parameter"));
        cases.add(invalidRequest("48 repeated name", get(MESSAGE + "?arg.limit=1&arg.limit=2"), 400, "repeated-parameter"));
        cases.add(invalidRequest("48 name and position", get(MESSAGE + "?arg=1&arg.limit=2"), 400, "repeated-parameter"));
        cases.add(invalidRequest("49 10,000 tags", get(EXCHANGE + "/bundles/de", "If-None-Match: " + "\"a\",".repeat(10_000) + "\"b\""),
                431, "header-too-large"));
    }

    private static void addPreviewCases(List<InvalidRequest> cases) {
        cases.add(invalidRequest("7 no text", previewRequest("{}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 syntax", previewRequest("{\"text\":\"x\",\"syntax\":\"mf2\"}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 time zone", previewRequest("{\"text\":\"x\",\"timeZone\":\"Mars/Phobos\"}"), 422, "invalid-field"));
        cases.add(invalidRequest("7 sample", previewRequest("{\"text\":\"x\",\"samples\":[5]}"), 422, "invalid-field"));
        cases.add(invalidRequest("8 NUL", previewRequest("{\"text\":\"\\u0000\"}"), 422, "forbidden-character"));
        cases.add(invalidRequest("10 override", previewRequest("{\"text\":\"\\u202e\"}"), 422, "forbidden-character"));
        cases.add(invalidRequest("12 4,001 units", previewOf("x".repeat(4001)), 422, "too-long"));
        for (var pattern : List.of("{n, plural, one{x}}", "{0", "{}", "{n, select, a{x}}", "{a b}")) {
            cases.add(invalidRequest("13 " + pattern, previewOf(pattern), 422, "invalid-pattern"));
        }
        for (int depth : new int[] {9, 180, 30_000}) {
            var problem = depth > 1000 ? "too-long" : "pattern-too-complex";
            cases.add(invalidRequest("14 nested " + depth, previewOf("{n, plural, other{".repeat(depth) + "}}".repeat(depth)), 422,
                    problem));
        }
        cases.add(invalidRequest("14 1,900 open braces", previewOf("{".repeat(1900)), 422, "pattern-too-complex"));
        for (var pattern : List.of("{n,spellout}", "{n,choice,0#x}", "{n,number,::scale/1E100000}",
                "{n,number,::." + "0".repeat(900) + "}")) {
            cases.add(invalidRequest("15–16 " + pattern.substring(0, 12), previewOf(pattern), 422, "formatter-not-allowed"));
        }
        cases.add(invalidRequest("14 position", previewOf("{32767}"), 422, "pattern-too-complex"));
        cases.add(invalidRequest("13 long name", previewOf("{" + "a".repeat(65) + "}"), 422, "invalid-pattern"));
        cases.add(invalidRequest("16 date that formats nothing", previewOf("{d,date,yyyy''T''}"), 422, "formatter-not-allowed"));
        cases.add(invalidRequest("printf", previewRequest("{\"syntax\":\"printf\",\"text\":\"%*d\"}"), 422, "unsupported-conversion"));
        cases.add(invalidRequest("19 output",
                previewRequest("{\"text\":\"" + "{a}".repeat(1000) + "\",\"samples\":[{\"a\":\"" + "x".repeat(4000) + "\"}]}"),
                422, "output-too-large"));
        cases.add(invalidRequest("51 samples", previewRequest("{\"text\":\"x\",\"samples\":[" + "[],".repeat(50) + "[]]}"), 422,
                "too-many-items"));
        cases.add(invalidRequest("47 time zone", get(MESSAGE + "?timeZone=Mars/Phobos"), 400, "invalid-parameter"));
    }

    private static byte[] previewRequest(String body) {
        return request("POST", EXCHANGE + "/preview", body, "Content-Type: application/json");
    }

    private static byte[] previewOf(String pattern) {
        return previewRequest("{\"text\":\"" + pattern + "\"}");
    }

    static Stream<InvalidRequest> ignored() {
        return Stream.of(
                invalidRequest("23 1,000 ranges", get(MESSAGE, "Accept-Language: " + "de,".repeat(999) + "de"), 200, ""),
                invalidRequest("23 q=abc", get(MESSAGE, "Accept-Language: de;q=abc"), 200, ""),
                invalidRequest("23 a region without a language", get(MESSAGE, "Accept-Language: und-DE"), 200, ""),
                invalidRequest("20 a variant with an extension of its own", get(MESSAGE + "?locale=en-US-POSIX"), 200, ""),
                invalidRequest("23 *;q=0", get(MESSAGE, "Accept-Language: *;q=0"), 200, ""),
                invalidRequest("49 unquoted", get(EXCHANGE + "/bundles/de", "If-None-Match: abc"), 200, ""),
                invalidRequest("49 open quote", get(EXCHANGE + "/bundles/de", "If-None-Match: \"abc"), 200, ""),
                invalidRequest("18 wrong type, not strict", get(MESSAGE + "?arg=five&arg=10s"), 200, ""),
                invalidRequest("4 as large as allowed", post("{\"messages\":[]}" + " ".repeat(1024 * 1024 - 15)), 200, ""),
                invalidRequest("500 messages", post("{\"messages\":[" + LONG_MESSAGE.repeat(499) + "{\"key\":\"0000\"}]}"), 200, ""),
                invalidRequest("48 on a write",
                request("POST", RENDER, "{\"messages\":[]}", "Content-Type: application/json; charset=utf-8"), 200, ""));
    }

    private static InvalidRequest invalidRequest(String name, byte[] request, int status, String problem) {
        return new InvalidRequest(name, request, status, problem);
    }

    private static byte[] get(String path, String... headers) {
        return request("GET", path, "", headers);
    }

    private static byte[] post(String body, String... headers) {
        return request("POST", RENDER, body, headers.length == 0 ? new String[] {"Content-Type: application/json"} : headers);
    }

    private static byte[] postBytes(int... content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"messages\":[{\"key\":\"".getBytes(StandardCharsets.US_ASCII));
        for (int it : content) {
            body.write(it);
        }
        body.writeBytes("\"}]}".getBytes(StandardCharsets.US_ASCII));
        return request("POST", RENDER, body.toByteArray(), "Content-Type: application/json");
    }

    private static byte[] chunkedRequest(int length) {
        var head = "POST " + RENDER + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
        var chunk = length == 0 ? "" : Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n";
        return (head + chunk + "0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chunkedFormRequest(String method, String path) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n3\r\nx=1\r\n0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] request(String method, String path, String body, String... headers) {
        return request(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static byte[] request(String method, String path, byte[] body, String... headers) {
        var request = new ByteArrayOutputStream();
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        List.of(headers).forEach(header -> head.append(header).append("\r\n"));
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private HttpAnswer send(byte[] request) throws IOException {
        return RawHttp.send(service, request, (status, headers, body) -> new HttpAnswer(status, headers, body));
    }
}
