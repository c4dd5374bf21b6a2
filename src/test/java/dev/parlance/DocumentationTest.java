package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.usage.FlushUsage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the README and the pages of {@code src/docs} show real output, that their links work, and that the README stays short. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGES = Path.of("src/docs");
    private static final int MAX_README_LINES = 150;
    private static final String SERVICE = "localhost:8080";
    /** The option with which curl prints events as they arrive. */
    private static final String STREAM = "-N";
    private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(.*)");
    private static final Pattern SOURCE_FILE = Pattern.compile("`([a-z/]+/\\w+\\.java)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<String> cookies = new ArrayList<>();

    @TestHTTPResource
    URI service;

    @Inject
    SnapshotRegistry snapshots;
    @Inject
    FlushUsage flushUsage;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    /** Runs the examples of a page in order; they share variables, as in one terminal. */
    @ParameterizedTest
    @MethodSource("pages")
    void showsRealOutput(Path page) throws IOException, InterruptedException {
        var variables = new HashMap<>(Map.of("PARLANCE_ADMIN_TOKEN", System.getProperty("parlance.admin.token"), "TOMORROW",
                Instant.now().plus(1, ChronoUnit.DAYS).toString()));
        cookies.clear();
        for (var example : ConsoleExample.readAll(page)) {
            if (example.isCurl()) {
                assertThat(send(example.words(variables))).as(example.command()).matches(example.outputPattern());
            } else if (ASSIGNMENT.matcher(example.command()).lookingAt()) {
                assign(example.words(variables), variables);
            }
        }
    }

    /** The README promises that nine commands are enough to release a text that anyone can read. */
    @Test
    void createsOwnCatalogInNineCommands() throws IOException {
        var section = Files.readString(README).split("## Your own catalog in nine commands\n")[1].split("\n## ")[0];
        assertThat(section.lines().filter(it -> it.startsWith("$ curl"))).hasSize(9);
    }

    private static void assign(List<String> words, Map<String, String> variables) {
        for (var word : words) {
            var assignment = ASSIGNMENT.matcher(word.replaceFirst(";$", ""));
            assertThat(assignment.matches()).as(word).isTrue();
            variables.put(assignment.group(1), assignment.group(2));
        }
    }

    /** Sends a request after a flush of the counts of usage, and keeps the cookies of the response if curl would write them to a file. */
    private String send(List<String> words) throws IOException, InterruptedException {
        if (words.contains(STREAM)) {
            return readFirstEvent(words);
        }
        flushUsage.flush();
        var response = CLIENT.send(request(words), HttpResponse.BodyHandlers.ofString());
        if (words.contains("-c")) {
            cookies.addAll(response.headers().allValues("Set-Cookie").stream().map(it -> it.split(";")[0]).toList());
        }
        // Lines of CSV end with CRLF, which a terminal shows as a line break.
        return response.body().strip().replace("\r\n", "\n");
    }

    /** A stream does not end by itself. */
    private String readFirstEvent(List<String> words) throws IOException, InterruptedException {
        try (var lines = CLIENT.send(request(words), HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.dropWhile(it -> !it.startsWith("event:")).takeWhile(it -> !it.isEmpty()).collect(Collectors.joining("\n"));
        }
    }

    private HttpRequest request(List<String> words) {
        var request = HttpRequest.newBuilder();
        var method = "GET";
        var address = "";
        var query = "";
        var body = HttpRequest.BodyPublishers.noBody();
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> {
                    var header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1].replace(SERVICE, service.getAuthority()));
                }
                case "-b" -> {
                    i++;
                    request.header("Cookie", String.join("; ", cookies));
                }
                case "-c" -> i++;
                case STREAM, "-G" -> {
                }
                case "--data-urlencode" -> {
                    var parameter = words.get(++i).split("=", 2);
                    query += "&" + parameter[0] + "=" + URLEncoder.encode(parameter[1], StandardCharsets.UTF_8);
                }
                case "--json" -> {
                    method = method.equals("GET") ? "POST" : method;
                    body = HttpRequest.BodyPublishers.ofString(words.get(++i));
                    request.header("Content-Type", "application/json").header("Accept", "application/json");
                }
                default -> {
                    assertThat(words.get(i)).startsWith(SERVICE + "/");
                    address = words.get(i).substring(SERVICE.length());
                }
            }
        }
        return request.uri(service.resolve(address + query)).method(method, body).build();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToExistingFiles(Path page) throws IOException {
        assertThat(LINK.matcher(Files.readString(page)).results().map(it -> page.resolveSibling(it.group(1)))).allMatch(Files::exists);
    }

    /** The files that a recipe creates have names with {@code My}. */
    @Test
    void namesExistingSourceFiles() throws IOException {
        var named = SOURCE_FILE.matcher(Files.readString(PAGES.resolve("extending.md"))).results().map(it -> it.group(1))
                .filter(it -> !it.contains("/My"));
        assertThat(named).isNotEmpty().allMatch(it -> Stream.of("src/main/java", "src/test/java")
                .anyMatch(root -> Files.exists(Path.of(root, "dev/parlance", it))));
    }

    @Test
    void keepsReadmeShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(MAX_README_LINES);
        assertThat(ConsoleExample.readAll(README)).filteredOn(ConsoleExample::isCurl).hasSizeGreaterThan(10);
    }

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return Stream.concat(Stream.of(README), files.filter(it -> it.toString().endsWith(".md")).sorted().toList().stream());
        }
    }
}
