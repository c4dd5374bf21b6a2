package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
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

/**
 * What must be refused, how, and that the next good request works. Over a bare socket: a client library would refuse to
 * send half of it.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BadInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXCHANGE = "/v1/catalogs/exchange";
    private static final String MESSAGE = EXCHANGE + "/messages/-1015";
    private static final String RENDER = EXCHANGE + "/render";

    private static final String LONG_MESSAGE = "{\"key\":\"-1130\",\"args\":[\"" + "x".repeat(1000) + "\"]},";

    @TestHTTPResource
    URI service;

    @Inject
    SnapshotRegistry delivery;

    @BeforeEach
    void awaitReady() {
        Ready.await(delivery);
    }

    record Bad(String name, byte[] request, int status, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Answer(int status, Map<String, String> headers, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(Bad bad) throws IOException {
        var before = System.nanoTime();
        var answer = send(bad.request());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.status()).as("%s: %s", bad, answer).isEqualTo(bad.status());
        assertThat(answer.headers()).as("%s: %s", bad, answer).containsEntry("content-type", "application/problem+json");
        assertThat(answer.headers()).as("%s: %s", bad, answer).containsEntry("x-content-type-options", "nosniff");
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        assertThat(answer.json().get("type").textValue()).isEqualTo("/codes/parlance/" + bad.problem());
        assertThat(answer.json().get("status").intValue()).isEqualTo(bad.status());
        assertThat(send(get(MESSAGE + "?locale=en&arg=5&arg=10s")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void isIgnored(Bad odd) throws IOException {
        var answer = send(odd.request());
        assertThat(answer.status()).as("%s: %s", odd, answer).isEqualTo(odd.status());
        if (odd.name().startsWith("23")) {
            assertThat(answer.headers()).as(odd.name()).containsEntry("content-language", "en");
        }
    }

    @Test
    void aRefusalSpeaksTheCallersLanguage() throws IOException {
        var answer = send(get(EXCHANGE + "/messages?limit=0", "Accept-Language: ja"));
        assertThat(answer.headers()).containsEntry("content-language", "ja").containsEntry("vary", "Accept-Language");
        assertThat(answer.json().get("title").textValue()).contains("クエリパラメーター");
        assertThat(answer.json().get("arguments").get("parameter").textValue()).isEqualTo("limit");
    }

    @Test
    void searchTextIsLiteral() throws IOException {
        for (var sought : List.of("%25_%5C'%22%3B--", "(a%2B)%2B$" + "a".repeat(150), "%25s")) {
            var before = System.nanoTime();
            var answer = send(get(EXCHANGE + "/messages?locale=en&q=" + sought));
            assertThat(answer.status()).as("%s: %s", sought, answer).isEqualTo(200);
            assertThat(answer.json().get("messages").size()).isEqualTo(sought.equals("%25s") ? 7 : 0);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void forwardedHeadersChangeNothing() throws IOException {
        var plain = send(get(MESSAGE + "?locale=en"));
        var forged = send(get(MESSAGE + "?locale=en", "X-Forwarded-For: 10.0.0.1", "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https", "Forwarded: for=10.0.0.1;host=evil.example;proto=https"));
        assertThat(forged.body()).isEqualTo(plain.body());
    }

    @Test
    void anEmptyListOfAcceptedTypesIsNone() throws IOException {
        assertThat(send(get(MESSAGE + "?locale=en", "Accept: ")).body()).isEqualTo(send(get(MESSAGE + "?locale=en")).body());
    }

    @Test
    void markupInArgumentsStaysInert() throws IOException {
        var answer = send(get(EXCHANGE + "/messages/-1130?locale=en&arg=%3Cimg%20onerror=x%3E", "Accept: text/html, */*"));
        assertThat(answer.headers()).containsEntry("content-type", "application/json").containsEntry("x-content-type-options", "nosniff");
    }

    @Test
    void aRefusedMethodNamesTheAllowedOnes() throws IOException {
        assertThat(send(get(RENDER)).headers()).containsEntry("allow", "OPTIONS, POST");
        assertThat(send(request("DELETE", EXCHANGE + "/bundles/ja", "")).headers()).containsEntry("allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void anEndlessBodyIsCutOff() throws IOException {
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
                // The service has closed the connection, as it should.
            }
            assertThat(sent).isLessThan(1000);
        }
    }

    static Stream<Bad> cases() {
        var cases = new ArrayList<Bad>();
        bodies(cases);
        fields(cases);
        values(cases);
        addresses(cases);
        parameters(cases);
        previews(cases);
        return cases.stream();
    }

    private static void bodies(List<Bad> cases) {
        cases.add(bad("1 no JSON", post("locale=de"), 400, "malformed-body"));
        cases.add(bad("1 truncated", post("{\"messages\":[{\"key\":\"0000\"}"), 400, "malformed-body"));
        cases.add(bad("1 empty", post(""), 400, "malformed-body"));
        cases.add(bad("1 blank", post("  \n"), 400, "malformed-body"));
        cases.add(bad("1 trailing garbage", post("{\"messages\":[]} x"), 400, "malformed-body"));
        cases.add(bad("1 two documents", post("{\"messages\":[]}{\"messages\":[]}"), 400, "malformed-body"));
        cases.add(bad("2 wrong type", post("{}", "Content-Type: text/plain"), 415, "unsupported-media-type"));
        cases.add(bad("2 no media type", post("{}", "Content-Type: nonsense"), 415, "unsupported-media-type"));
        cases.add(bad("2 gzip", post("{}", "Content-Type: application/json", "Content-Encoding: gzip"), 415, "unsupported-media-type"));
        cases.add(bad("3 image", get(MESSAGE, "Accept: image/png"), 406, "not-acceptable"));
        cases.add(bad("3 html only", get(EXCHANGE, "Accept: text/html"), 406, "not-acceptable"));
        cases.add(bad("4 a byte too much", post(" ".repeat(1024 * 1024 + 1)), 413, "body-too-large"));
        cases.add(bad("4 chunked", chunked(1024 * 1024 + 1), 413, "body-too-large"));
        cases.add(bad("1 chunked and empty", chunked(0), 400, "malformed-body"));
        cases.add(bad("5 deep", post("{\"messages\":" + "[".repeat(2000) + "]".repeat(2000) + "}"), 400, "malformed-body"));
        cases.add(bad("5 long number", post("{\"messages\":[{\"key\":\"0000\",\"args\":[" + "9".repeat(5000) + "]}]}"), 400, "malformed-body"));
        cases.add(bad("5 duplicate member", post("{\"messages\":[],\"messages\":[]}"), 400, "malformed-body"));
        cases.add(bad("5 duplicate argument", post("{\"messages\":[{\"key\":\"-1130\",\"args\":{\"a\":1,\"a\":2}}]}"), 400, "malformed-body"));
        for (var bytes : List.of(new int[] {0xC0, 0x80}, new int[] {0xED, 0xA0, 0x80}, new int[] {0xE9}, new int[] {0xFF, 0xFE})) {
            cases.add(bad("11 not UTF-8 " + bytes[0], postBytes(bytes), 400, "malformed-body"));
        }
    }

    private static void fields(List<Bad> cases) {
        for (var unknown : List.of("id", "revision", "approvedBy", "Locale")) {
            cases.add(bad("6 " + unknown, post("{\"messages\":[],\"" + unknown + "\":1}"), 400, "unknown-field"));
        }
        cases.add(bad("6 long", post("{\"messages\":[],\"" + "x".repeat(5000) + "\":1}"), 400, "unknown-field"));
        cases.add(bad("6 inside", post("{\"messages\":[{\"key\":\"0000\",\"kye\":1}]}"), 400, "unknown-field"));
        cases.add(bad("7 no object", post("[]"), 422, "invalid-field"));
        cases.add(bad("7 text for the object", post("\"x\""), 422, "invalid-field"));
        cases.add(bad("7 missing", post("{}"), 422, "invalid-field"));
        cases.add(bad("7 null list", post("{\"messages\":null}"), 422, "invalid-field"));
        cases.add(bad("7 object for a list", post("{\"messages\":{}}"), 422, "invalid-field"));
        cases.add(bad("7 null entry", post("{\"messages\":[null]}"), 422, "invalid-field"));
        cases.add(bad("7 number entry", post("{\"messages\":[7]}"), 422, "invalid-field"));
        cases.add(bad("7 neither key nor code", post("{\"messages\":[{\"args\":[]}]}"), 422, "invalid-field"));
        for (var value : List.of("null", "7", "1.5", "true", "[]", "{}")) {
            cases.add(bad("7 key " + value, post("{\"messages\":[{\"key\":" + value + "}]}"), 422, "invalid-field"));
            cases.add(bad("7 locale " + value, post("{\"locale\":" + value + ",\"messages\":[]}"), 422, "invalid-field"));
        }
        for (var value : List.of("null", "7", "\"true\"", "[]")) {
            cases.add(bad("7 strict " + value, post("{\"strict\":" + value + ",\"messages\":[]}"), 422, "invalid-field"));
        }
        cases.add(bad("7 args text", post("{\"messages\":[{\"key\":\"0000\",\"args\":\"5\"}]}"), 422, "invalid-field"));
        cases.add(bad("500 messages at most", post("{\"messages\":[" + "{\"key\":\"0000\"},".repeat(500) + "{\"key\":\"0000\"}]}"),
                422, "too-many-items"));
    }

    private static void values(List<Bad> cases) {
        for (var character : List.of("\\u0000", "\\u001b", "\\ud800", "\\udc00x", "\\uFFFE", "\\u202e", "\\uFDD0")) {
            cases.add(bad("8–10 argument " + character, post("{\"messages\":[{\"key\":\"-1130\",\"args\":[\"" + character + "\"]}]}"),
                    422, "forbidden-character"));
            cases.add(bad("8–10 key " + character, post("{\"messages\":[{\"key\":\"" + character + "\"}]}"), 422, "forbidden-character"));
        }
        for (var character : List.of("%00", "%1B", "%E2%80%AE", "%EF%BF%BE")) {
            cases.add(bad("8–10 query " + character, get(MESSAGE + "?arg=" + character), 422, "forbidden-character"));
        }
        cases.add(bad("18 33 arguments", post("{\"messages\":[{\"key\":\"-1130\",\"args\":[" + "1,".repeat(32) + "1]}]}"), 422, "invalid-argument"));
        cases.add(bad("18 33 in the query", get(MESSAGE + "?arg=1" + "&arg=1".repeat(32)), 422, "invalid-argument"));
        cases.add(bad("18 5 KB", post("{\"messages\":[{\"key\":\"-1130\",\"args\":[\"" + "x".repeat(5000) + "\"]}]}"), 422, "invalid-argument"));
        for (var number : List.of("1E999999999", "1E31", "-1e-31", "9".repeat(31), "NaN", "-Infinity")) {
            cases.add(bad("18 " + number, get(MESSAGE + "?arg.limit=" + number), 422, "invalid-argument"));
        }
        for (var number : List.of("1E400", "1E31", "9".repeat(31))) {
            cases.add(bad("18 body " + number, post("{\"messages\":[{\"key\":\"-1015\",\"args\":[" + number + "]}]}"), 422, "invalid-argument"));
        }
        for (var value : List.of("{}", "[]", "{\"currency\":\"EUR\"}", "{\"currency\":1,\"value\":1}", "{\"currency\":\"EUR\",\"value\":{}}")) {
            cases.add(bad("18 type " + value, post("{\"messages\":[{\"key\":\"-1015\",\"args\":[" + value + "]}]}"), 422, "invalid-argument"));
        }
        cases.add(bad("18 exponent of 11 digits", post("{\"messages\":[{\"key\":\"-1015\",\"args\":[1E99999999999]}]}"), 400, "malformed-body"));
        for (var amount : List.of("{\"currency\":\"\\u0000\",\"value\":1}", "{\"currency\":\"EUR\",\"value\":\"" + "9".repeat(5000) + "\"}",
                "{\"currency\":\"EUR\",\"value\":" + "9".repeat(50) + "}", "{\"currency\":\"EUR\",\"value\":null}")) {
            cases.add(bad("18 amount", post("{\"messages\":[{\"key\":\"-1015\",\"args\":[" + amount + "]}]}"), 422, "invalid-argument"));
        }
        cases.add(bad("18 name of an argument", post("{\"messages\":[{\"key\":\"-1015\",\"args\":{\"" + "x".repeat(65) + "\":1}}]}"), 422, "invalid-argument"));
        cases.add(bad("8 name of an argument", get(MESSAGE + "?arg.%00=x"), 422, "forbidden-character"));
        cases.add(bad("7 key and code", post("{\"messages\":[{\"key\":\"-1015\",\"code\":\"0001\"}]}"), 422, "invalid-field"));
        cases.add(bad("18 strict, wrong type", get(MESSAGE + "?strict=true&arg=five&arg=10s"), 422, "argument-mismatch"));
        cases.add(bad("18 strict, missing", get(MESSAGE + "?strict=true&arg=5"), 422, "argument-mismatch"));
        cases.add(bad("18 strict, superfluous", get(MESSAGE + "?strict=true&arg=5&arg=10s&arg=x"), 422, "argument-mismatch"));
    }

    private static void addresses(List<Bad> cases) {
        for (var locale : List.of("xx_YY!", "en-", "..", "x", "und", "en%0d%0aSet-Cookie:a=b", "%C3%A9", "en-x")) {
            cases.add(bad("20–21 locale " + locale, get(MESSAGE + "?locale=" + locale), 400, "invalid-locale"));
        }
        cases.add(bad("20 locale of 3 KB", get(MESSAGE + "?locale=en-" + "a".repeat(3000)), 400, "invalid-locale"));
        cases.add(bad("20 path", get(MESSAGE + "?locale=../../etc"), 400, "invalid-locale"));
        cases.add(bad("20 locale of a bundle", get(EXCHANGE + "/bundles/xx_YY!"), 400, "invalid-locale"));
        cases.add(bad("20 long line", get(MESSAGE + "?locale=en-" + "a".repeat(100 * 1024)), 414, "uri-too-long"));
        cases.add(bad("22 not offered", get(MESSAGE + "?locale=sv"), 404, "unknown-locale"));
        cases.add(bad("22 bundle", get(EXCHANGE + "/bundles/sv"), 404, "unknown-locale"));
        cases.add(bad("22 body", post("{\"locale\":\"sv\",\"messages\":[]}"), 404, "unknown-locale"));
        cases.add(bad("23 100 KB", get(MESSAGE, "Accept-Language: " + "de,".repeat(34_000) + "de"), 431, "header-too-large"));
        for (var name : List.of("A", "%D0%B0", "a".repeat(129), "-a", "a-", "a%20b", "a%7Cb")) {
            cases.add(bad("24 catalog " + name, get("/v1/catalogs/" + name), 400, "invalid-name"));
        }
        cases.add(bad("24 con", get("/v1/catalogs/con"), 404, "unknown-catalog"));
        cases.add(bad("24 dots", get("/v1/catalogs/.."), 404, "not-found"));
        cases.add(bad("24 two segments", get("/v1/catalogs/a/b"), 404, "not-found"));
        cases.add(bad("24 empty", get("/v1/catalogs//messages"), 400, "malformed-request"));
        for (var path : List.of("%2e%2e%2fetc", "exchange%2fmessages", "exchange%252e", "exchange;v=1", "%00", "exchange%5c")) {
            cases.add(bad("24–25 " + path, get("/v1/catalogs/" + path), 400, "malformed-request"));
        }
        cases.add(bad("25 trailing slash", get("/v1/catalogs/"), 404, "not-found"));
        cases.add(bad("2 form in chunks", formInChunks("GET", MESSAGE), 415, "unsupported-media-type"));
        cases.add(bad("2 form in chunks, POST", formInChunks("POST", RENDER), 415, "unsupported-media-type"));
        cases.add(bad("25 double slash", get("//v1/catalogs"), 400, "malformed-request"));
        cases.add(bad("25 half an escape", get("/v1/catalogs/%zz"), 400, "malformed-request"));
        cases.add(bad("unknown key", get(EXCHANGE + "/messages/nope"), 404, "unknown-message"));
        cases.add(bad("no key", get(EXCHANGE + "/messages/a%20b"), 400, "invalid-name"));
        cases.add(bad("nothing there", get("/nothing/there"), 404, "not-found"));
        cases.add(bad("PUT", request("PUT", EXCHANGE + "/bundles/ja", "{}", "Content-Type: application/json"), 405, "method-not-allowed"));
    }

    private static void parameters(List<Bad> cases) {
        cases.add(bad("46 201 characters", get(EXCHANGE + "/messages?q=" + "x".repeat(201)), 400, "parameter-too-long"));
        for (var query : List.of("limit=-1", "limit=1e9", "limit=501", "limit=0", "limit=", "limit=99999999999", "limit=%D9%A5",
                "status=99", "status=600", "status=x", "cursor=x", "cursor=", "cursor=AAAA",
                "cursor=" + Cursor.after("0000", List.of("another query")))) {
            cases.add(bad("47 " + query, get(EXCHANGE + "/messages?" + query), 400, "invalid-parameter"));
        }
        cases.add(bad("47 empty locale", get(MESSAGE + "?locale="), 400, "invalid-parameter"));
        cases.add(bad("47 format", get(MESSAGE + "?format=xml"), 400, "invalid-parameter"));
        cases.add(bad("47 strict", get(MESSAGE + "?strict=yes"), 400, "invalid-parameter"));
        for (var path : List.of("/v1/catalogs", EXCHANGE, EXCHANGE + "/messages", MESSAGE, EXCHANGE + "/bundles/de",
                "/codes/exchange/-1015")) {
            cases.add(bad("48 unknown on " + path, get(path + "?page=2"), 400, "unknown-parameter"));
        }
        cases.add(bad("48 cache buster", get(EXCHANGE + "/bundles/de?_=1"), 400, "unknown-parameter"));
        cases.add(bad("48 repeated", get(MESSAGE + "?locale=de&locale=fr"), 400, "repeated-parameter"));
        cases.add(bad("48 repeated name", get(MESSAGE + "?arg.limit=1&arg.limit=2"), 400, "repeated-parameter"));
        cases.add(bad("48 name and position", get(MESSAGE + "?arg=1&arg.limit=2"), 400, "repeated-parameter"));
        cases.add(bad("49 10,000 tags", get(EXCHANGE + "/bundles/de", "If-None-Match: " + "\"a\",".repeat(10_000) + "\"b\""),
                431, "header-too-large"));
    }

    private static void previews(List<Bad> cases) {
        cases.add(bad("7 no text", preview("{}"), 422, "invalid-field"));
        cases.add(bad("7 syntax", preview("{\"text\":\"x\",\"syntax\":\"mf2\"}"), 422, "invalid-field"));
        cases.add(bad("7 time zone", preview("{\"text\":\"x\",\"timeZone\":\"Mars/Phobos\"}"), 422, "invalid-field"));
        cases.add(bad("7 sample", preview("{\"text\":\"x\",\"samples\":[5]}"), 422, "invalid-field"));
        cases.add(bad("8 NUL", preview("{\"text\":\"\\u0000\"}"), 422, "forbidden-character"));
        cases.add(bad("10 override", preview("{\"text\":\"\\u202e\"}"), 422, "forbidden-character"));
        cases.add(bad("12 4,001 units", text("x".repeat(4001)), 422, "too-long"));
        for (var pattern : List.of("{n, plural, one{x}}", "{0", "{}", "{n, select, a{x}}", "{a b}")) {
            cases.add(bad("13 " + pattern, text(pattern), 422, "invalid-pattern"));
        }
        for (int depth : new int[] {9, 180, 30_000}) {
            var problem = depth > 1000 ? "too-long" : "pattern-too-complex";
            cases.add(bad("14 nested " + depth, text("{n, plural, other{".repeat(depth) + "}}".repeat(depth)), 422, problem));
        }
        cases.add(bad("14 1,900 open braces", text("{".repeat(1900)), 422, "pattern-too-complex"));
        for (var pattern : List.of("{n,spellout}", "{n,choice,0#x}", "{n,number,::scale/1E100000}", "{n,number,::." + "0".repeat(900) + "}")) {
            cases.add(bad("15–16 " + pattern.substring(0, 12), text(pattern), 422, "formatter-not-allowed"));
        }
        cases.add(bad("14 position", text("{32767}"), 422, "pattern-too-complex"));
        cases.add(bad("13 long name", text("{" + "a".repeat(65) + "}"), 422, "invalid-pattern"));
        cases.add(bad("16 date that formats nothing", text("{d,date,yyyy''T''}"), 422, "formatter-not-allowed"));
        cases.add(bad("printf", preview("{\"syntax\":\"printf\",\"text\":\"%*d\"}"), 422, "unsupported-conversion"));
        cases.add(bad("18 hostile number", preview("{\"text\":\"{n}\",\"samples\":[{\"n\":1E400}]}"), 422, "invalid-argument"));
        cases.add(bad("19 output", preview("{\"text\":\"" + "{a}".repeat(1000) + "\",\"samples\":[{\"a\":\"" + "x".repeat(4000) + "\"}]}"),
                422, "output-too-large"));
        cases.add(bad("51 samples", preview("{\"text\":\"x\",\"samples\":[" + "[],".repeat(50) + "[]]}"), 422, "too-many-items"));
        cases.add(bad("47 time zone", get(MESSAGE + "?timeZone=Mars/Phobos"), 400, "invalid-parameter"));
    }

    private static byte[] preview(String body) {
        return request("POST", EXCHANGE + "/preview", body, "Content-Type: application/json");
    }

    private static byte[] text(String pattern) {
        return preview("{\"text\":\"" + pattern + "\"}");
    }

    static Stream<Bad> ignored() {
        return Stream.of(
                bad("23 1,000 ranges", get(MESSAGE, "Accept-Language: " + "de,".repeat(999) + "de"), 200, ""),
                bad("23 q=abc", get(MESSAGE, "Accept-Language: de;q=abc"), 200, ""),
                bad("23 a region without a language", get(MESSAGE, "Accept-Language: und-DE"), 200, ""),
                bad("20 a variant with an extension of its own", get(MESSAGE + "?locale=en-US-POSIX"), 200, ""),
                bad("23 *;q=0", get(MESSAGE, "Accept-Language: *;q=0"), 200, ""),
                bad("49 unquoted", get(EXCHANGE + "/bundles/de", "If-None-Match: abc"), 200, ""),
                bad("49 open quote", get(EXCHANGE + "/bundles/de", "If-None-Match: \"abc"), 200, ""),
                bad("18 wrong type, not strict", get(MESSAGE + "?arg=five&arg=10s"), 200, ""),
                bad("4 as large as allowed", post("{\"messages\":[]}" + " ".repeat(1024 * 1024 - 15)), 200, ""),
                bad("500 messages", post("{\"messages\":[" + LONG_MESSAGE.repeat(499) + "{\"key\":\"0000\"}]}"), 200, ""),
                bad("48 on a write", request("POST", RENDER, "{\"messages\":[]}", "Content-Type: application/json; charset=utf-8"), 200, ""));
    }

    private static Bad bad(String name, byte[] request, int status, String problem) {
        return new Bad(name, request, status, problem);
    }

    private static byte[] get(String path, String... headers) {
        return request("GET", path, "", headers);
    }

    private static byte[] post(String body, String... headers) {
        return request("POST", RENDER, body, headers.length == 0 ? new String[] {"Content-Type: application/json"} : headers);
    }

    private static byte[] postBytes(int... bad) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"messages\":[{\"key\":\"".getBytes(StandardCharsets.US_ASCII));
        for (int it : bad) {
            body.write(it);
        }
        body.writeBytes("\"}]}".getBytes(StandardCharsets.US_ASCII));
        return request("POST", RENDER, body.toByteArray(), "Content-Type: application/json");
    }

    private static byte[] chunked(int length) {
        var head = "POST " + RENDER + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
        var chunk = length == 0 ? "" : Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n";
        return (head + chunk + "0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] formInChunks(String method, String path) {
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

    private Answer send(byte[] request) throws IOException {
        return RawHttp.send(service, request, (status, headers, body) -> new Answer(status, headers, body));
    }
}
