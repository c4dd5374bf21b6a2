package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parlance.rest.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MCP server of a service that is packaged with the profile {@code mcp}, with a client from npm. */
@Tag("mcp")
class McpIT {
    private static final String TOKEN = "token-of-the-mcp-test";
    private static final String SHOP = "/v1/catalogs/shop";
    private static final Path CLIENT_SOURCE = Path.of("src/test/mcp");
    private static final Path CLIENT_FOLDER = Path.of("target/mcp-client");
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;
    private static ServiceProcess service;
    private static String reader;
    private static String translator;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(folder, Map.of("PARLANCE_ADMIN_TOKEN", TOKEN)).awaitReady();
        rest("POST", "/v1/catalogs", "{\"name\":\"shop\",\"title\":\"Shop\",\"sourceLocale\":\"en\",\"locales\":[\"de\"]}", 201);
        rest("PUT", SHOP + "/messages/full", "{\"code\":\"7\",\"reason\":\"CART_FULL\",\"httpStatus\":400,"
                + "\"arguments\":[{\"name\":\"limit\",\"type\":\"number\",\"example\":\"5\"}]}", 201);
        rest("PUT", SHOP + "/messages/closed", "{\"code\":\"7\",\"reason\":\"CART_CLOSED\",\"httpStatus\":400}", 201);
        rest("PUT", SHOP + "/messages/full/texts/en", "{\"message\":\"Your cart holds {limit} items.\"}", 201);
        rest("PUT", SHOP + "/messages/closed/texts/en", "{\"message\":\"Your cart is closed.\"}", 201);
        rest("PUT", SHOP + "/glossary/cart", "{\"translations\":{\"de\":\"Warenkorb\"}}", 201);
        rest("POST", SHOP + "/releases", "{}", 201);
        rest("PUT", SHOP + "/channels/production", "{\"release\":1}", 200);
        reader = key("read", "");
        translator = key("translate", ",\"locales\":[\"de\"]");
        Files.createDirectories(CLIENT_FOLDER);
        for (var name : List.of("package.json", "package-lock.json", ".npmrc", "call.mjs")) {
            Files.copy(CLIENT_SOURCE.resolve(name), CLIENT_FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        execute("npm", "ci");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    @Test
    void offersToolsAndResources() throws Exception {
        var offered = call("", "[{\"method\":\"listTools\"},{\"method\":\"listResources\"},{\"method\":\"listResourceTemplates\"}]");
        assertThat(offered.path(0).path("tools").findValuesAsText("name")).contains("list_catalogs", "list_messages", "read_message",
                "check_text", "save_draft", "explain_text");
        assertThat(offered.path(1).path("resources").findValuesAsText("uri")).containsExactly("parlance://catalogs");
        assertThat(offered.path(2).path("resourceTemplates").findValuesAsText("uriTemplate"))
                .containsExactly("parlance://catalogs/{catalog}");
    }

    @Test
    void readsMessagesWithContractSiblingsAndGlossary() throws Exception {
        var message = tool(translator, "read_message", "{\"catalog\":\"shop\",\"key\":\"full\",\"locale\":\"de\"}");
        assertThat(message.path("message").path("arguments").path(0).path("name").asText()).isEqualTo("limit");
        assertThat(message.path("siblings").findValuesAsText("key")).containsExactly("closed");
        assertThat(message.path("glossary").findValuesAsText("term")).containsExactly("cart");
        assertThat(tool(translator, "list_messages", "{\"catalog\":\"shop\",\"locale\":\"de\",\"query\":\"FULL\"}").path("messages")
                .findValuesAsText("key")).contains("full");
    }

    @Test
    void checksTexts() throws Exception {
        var checked = tool(translator, "check_text",
                "{\"catalog\":\"shop\",\"key\":\"full\",\"locale\":\"de\",\"message\":\"Der Warenkorb fasst {limits} Artikel.\"}");
        assertThat(checked.toString()).contains("\"arguments\"").contains("limits");
    }

    /** The second save without a version and the third with an old one would lose an edit. */
    @Test
    void savesDraftsUnlessTheyLoseEdits() throws Exception {
        var text = "{\"catalog\":\"shop\",\"key\":\"full\",\"locale\":\"de\",\"message\":\"Der Warenkorb fasst {limit} Artikel.\"%s}";
        var created = tool(translator, "save_draft", text.replace("%s", ""));
        assertThat(created.path("state").asText()).isEqualTo("draft");
        assertThat(refusal(translator, "save_draft", text.replace("%s", ""))).contains("[412 resource-exists]");
        var version = ",\"version\":" + created.path("version").asInt();
        tool(translator, "save_draft", text.replace("fasst", "hat").replace("%s", version));
        assertThat(refusal(translator, "save_draft", text.replace("fasst", "enthält").replace("%s", version))).contains("[412 ");
    }

    @Test
    void explainsTexts() throws Exception {
        var explained = tool(reader, "explain_text", "{\"catalog\":\"shop\",\"locale\":\"en\",\"text\":\"Your cart holds 5 items.\"}");
        assertThat(explained.toString()).contains("\"full\"");
    }

    /** To callers without access, the closed catalog does not exist. */
    @Test
    void permitsWhatTheKeyPermitsByRest() throws Exception {
        var draft = "{\"catalog\":\"shop\",\"key\":\"closed\",\"locale\":\"de\",\"message\":\"Geschlossen\"}";
        assertThat(refusal("", "save_draft", draft)).contains("[401 unauthorized]");
        assertThat(refusal("", "list_messages", "{\"catalog\":\"shop\",\"locale\":\"de\"}")).contains("[401 unauthorized]");
        assertThat(refusal("", "explain_text", "{\"catalog\":\"shop\",\"locale\":\"en\",\"text\":\"Your cart is closed.\"}"))
                .contains("[404 unknown-catalog]");
        assertThat(tool("", "list_catalogs", "{}").toString()).contains("\"exchange\"").doesNotContain("\"shop\"");
        assertThat(refusal(reader, "save_draft", draft)).contains("[403 ");
        assertThat(refusal(translator, "save_draft", draft.replace("\"de\"", "\"en\""))).contains("[403 ");
        assertThat(tool(reader, "list_catalogs", "{}").toString()).contains("\"shop\"");
        assertThat(resource(reader).path("contents").path(0).path("text").asText()).contains("\"sourceLocale\":\"en\"");
        assertThat(resource("").toString()).contains("unknown-catalog");
    }

    @Test
    void rejectsUnknownKeysAsTheApiDoes() throws Exception {
        assertThat(refusal("unknown", "list_catalogs", "{}")).contains("[401 ");
    }

    @Test
    void validatesRequestsBeforeTheRoutesOfTheExtension() throws Exception {
        assertThat(statusAndBody("GET /mcp/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("400 ").contains("\"malformed-request\"");
        expectProblem(service.get("/mcp/"), 404, "not-found");
        expectProblem(post("[" + PING + "]"), 400, "malformed-body");
        expectProblem(post("{"), 400, "malformed-body");
        expectProblem(post(""), 400, "malformed-body");
        expectProblem(post("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"), 400, "malformed-body");
        expectProblem(post(" ".repeat(1024 * 1024) + PING), 413, "body-too-large");
    }

    /** The paths are those of the deprecated transport, and of other ways to write the path of the endpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"/mcp/unknown", "/mcp/sse", "/%6Dcp/sse", "/mcp/messages/1", "/mcpx"})
    void offersNoOtherPaths(String path) {
        expectProblem(service.get(path), 404, "not-found");
    }

    /** A client would otherwise hold a stream on which nothing is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/%6Dcp"})
    void offersNoStreams(String path) {
        var response = service.get(path, "Accept", "text/event-stream");
        expectProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void keepsNoSessions() throws Exception {
        var initialized = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}");
        assertThat(initialized.body()).contains("\"serverInfo\"");
        assertThat(initialized.headers().map()).doesNotContainKey("mcp-session-id");
        assertThat(post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").statusCode()).isEqualTo(202);
        assertThat(post(PING).body()).contains("\"result\"");
        assertThat(post(PING, "Mcp-Session-Id", "of-another-replica").body()).contains("\"result\"");
    }

    /** A long text does not fit into the small bodies that other paths without a resource accept. */
    @Test
    void acceptsBodiesAsLargeAsThoseOfTheApi() throws Exception {
        assertThat(post(" ".repeat(100_000) + PING).body()).contains("\"result\"");
    }

    @Test
    void refusesInTheLanguageOfTheCaller() throws Exception {
        var call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_messages\",\"arguments\":"
                + "{\"catalog\":\"shop\",\"locale\":\"de\"}}}";
        assertThat(post(call, "Accept-Language", "de").body()).contains("[401 unauthorized]", "Authentifizierung erforderlich");
    }

    /** The client of the JDK sends no invalid paths. */
    private static String statusAndBody(String request) throws IOException {
        return RawHttp.send(URI.create("http://127.0.0.1:" + service.port()), request.getBytes(StandardCharsets.US_ASCII),
                (status, headers, body) -> status + " " + body);
    }

    private static void expectProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    }

    private static HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/mcp")).timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json").header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode resource(String key) throws Exception {
        return call(key, "[{\"method\":\"readResource\",\"params\":{\"uri\":\"parlance://catalogs/shop\"}}]").path(0);
    }

    private static JsonNode tool(String key, String name, String arguments) throws Exception {
        var result = callTool(key, name, arguments);
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
        return JSON.readTree(result.path("content").path(0).path("text").asText());
    }

    private static String refusal(String key, String name, String arguments) throws Exception {
        var result = callTool(key, name, arguments);
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
        return result.path("content").path(0).path("text").asText();
    }

    private static JsonNode callTool(String key, String name, String arguments) throws Exception {
        return call(key, "[{\"method\":\"callTool\",\"params\":{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}}]").path(0);
    }

    private static ArrayNode call(String key, String requests) throws Exception {
        return (ArrayNode) JSON.readTree(execute("node", "call.mjs", "http://127.0.0.1:" + service.port() + "/mcp", key, requests));
    }

    private static String key(String scope, String more) throws Exception {
        return rest("POST", SHOP + "/keys", "{\"name\":\"" + scope + "\",\"scopes\":[\"" + scope + "\"]" + more + "}", 201).path("key")
                .asText();
    }

    private static JsonNode rest(String method, String path, String body, int status) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + TOKEN).header("Content-Type", "application/json").header("If-None-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static String execute(String... command) throws IOException, InterruptedException {
        var log = Files.createTempFile(folder, "client", ".log");
        var process = new ProcessBuilder(command).directory(CLIENT_FOLDER.toFile()).redirectErrorStream(true).redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
            return Files.readString(log);
        } finally {
            process.destroyForcibly();
        }
    }
}
