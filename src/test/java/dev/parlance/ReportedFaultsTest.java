package dev.parlance;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.AllChecks;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Checks;
import dev.parlance.checks.Finding;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.syntax.Syntax;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs faults that users of translation tools reported, and similar ones, against this service.
 *
 * <p>Each row of {@code reported-faults.tsv} has one of two subjects:
 * <ul>
 *   <li>{@code checks LOCALE}, with an optional glossary term. Given is the source text, the request is its translation, and expected are
 *       the findings of all checks.
 *   <li>{@code http}. Given are steps in a new catalog: a text such as {@code de: Hallo}, {@code release}, or a request. Expected are the
 *       status, members of the response, and {@code [header: value]}.
 * </ul>
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReportedFaultsTest {
    private static final LocaleTag ENGLISH = LocaleTag.parse("en");
    private static final int LEAST_ROWS_OF_A_KIND = 3;
    private static final String SHIPPED_CATALOG = "/v1/catalogs/exchange";
    private static final String SEPARATOR = " && ";
    private static final Pattern TEXT = Pattern.compile("([a-z]{2}): (.*)");
    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (\\S+)(?: (\\{.*}))?(?: \\[(\\S+): (.*)])?");
    private static final Pattern EXPECTED_HEADER = Pattern.compile("\\[(\\S+): (.*)]");
    private static final Pattern EXPECTED_MEMBER = Pattern.compile("(\\S+) ([=~]) (.*)", Pattern.DOTALL);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String catalog = "reported-" + UUID.randomUUID();
    private final String path = "/v1/catalogs/" + catalog;
    private String entityTag = "";

    @TestHTTPResource
    URI service;
    @Inject
    SnapshotRegistry snapshots;

    /** A row of the table. */
    private record Fault(String kind, String subject, String given, String request, String expected) {
        static Fault parse(String row) {
            var cells = Arrays.stream(row.split("\t", -1)).map(Fault::unescape).toList();
            return new Fault(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        boolean usesNewCatalog() {
            return !(given + request).contains(SHIPPED_CATALOG);
        }

        private static String unescape(String cell) {
            return cell.replace("\\u200b", "\u200B").replace("\\ufeff", "\uFEFF").replace("\\u2063", "\u2063");
        }
    }

    static Stream<Fault> faults() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reported-faults.tsv")).stream().skip(1).map(Fault::parse);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void handlesReportedFaults(Fault fault) throws Exception {
        if (fault.subject().equals("http")) {
            if (fault.usesNewCatalog()) {
                createCatalog();
            }
            for (var step : fault.given().isEmpty() ? new String[0] : fault.given().split(SEPARATOR)) {
                prepare(step);
            }
            assertResponse(send(fault.request()), fault.expected());
        } else {
            assertFindings(fault);
        }
    }

    @Test
    void coversSimilarFaultsOfEachKind() throws IOException {
        assertThat(faults().collect(Collectors.groupingBy(Fault::kind, Collectors.counting()))).hasSizeGreaterThan(30)
                .allSatisfy((kind, rows) -> assertThat(rows).as(kind).isGreaterThanOrEqualTo(LEAST_ROWS_OF_A_KIND));
    }

    private static void assertFindings(Fault fault) {
        var subject = fault.subject().split(" ", 3);
        boolean isSource = fault.given().equals("-");
        var term = Optional.of(subject).filter(it -> it.length > 2).map(it -> it[2].split("="));
        var input = new CheckInput(ENGLISH, isSource ? ENGLISH : LocaleTag.parse(subject[1]),
                new CheckedText(Syntax.ICU, fault.request(), ""),
                isSource ? Optional.empty() : Optional.of(new CheckedText(Syntax.ICU, fault.given(), "")),
                InferredArguments.infer(Syntax.ICU, isSource ? fault.request() : fault.given()), OptionalInt.empty(),
                term.stream().map(it -> new CheckedTerm(it[0], Optional.of(it[1]), false)).toList(), List.of());
        var expected = fault.expected().isEmpty() ? List.<String>of() : List.of(fault.expected().split(", "));
        var found = new Checks(AllChecks.ALL).run(input);
        assertThat(found).hasSameSizeAs(expected);
        assertThat(expected).allMatch(it -> found.stream().anyMatch(finding -> matches(finding, it.split(" ", 3))), found.toString());
    }

    private static boolean matches(Finding finding, String[] expected) {
        var argument = expected[2].split("=", 2);
        return finding.severity().name().toLowerCase(Locale.ROOT).equals(expected[0])
                && finding.explanation().equals("check-" + expected[1])
                && argument[1].equals(finding.arguments().get(argument[0]));
    }

    @BeforeEach
    void awaitShippedCatalogs() {
        ShippedCatalogsReady.await(snapshots);
    }

    private void createCatalog() {
        asAdministrator().body(Map.of("name", catalog, "title", "Reported", "sourceLocale", "en", "locales",
                List.of("ar", "de", "ja", "pl", "ru"))).post("/v1/catalogs").then().statusCode(201);
    }

    private void prepare(String step) throws Exception {
        var text = TEXT.matcher(step);
        if (step.equals("release")) {
            asAdministrator().body("{}").post(path + "/releases").then().statusCode(201);
            asAdministrator().header("If-None-Match", "*").body("{\"release\":1}").put(path + "/channels/production").then()
                    .statusCode(200);
        } else if (text.matches()) {
            saveText(text.group(1), text.group(2));
        } else {
            var response = send(step);
            assertThat(response.statusCode()).as(step + " " + response.body()).isBetween(200, 299);
            entityTag = response.headers().firstValue("ETag").orElse("").replaceAll("^W/|\"", "");
            response.headers().firstValue("Location").filter(it -> it.contains("/jobs/")).ifPresent(ReportedFaultsTest::awaitJob);
        }
    }

    /** Saves the text of the only message, which is created if it does not exist. */
    private void saveText(String locale, String pattern) {
        if (asAdministrator().get(path + "/draft/messages/text").statusCode() == 404) {
            var arguments = InferredArguments.infer(Syntax.ICU, pattern).arguments().stream()
                    .map(it -> Map.of("name", it.name(), "type", it.type().label())).toList();
            asAdministrator().header("If-None-Match", "*").body(Map.of("reason", "TEXT", "httpStatus", 400, "arguments", arguments))
                    .put(path + "/messages/text").then().statusCode(201);
        }
        asAdministrator().header("If-None-Match", "*").body(Map.of("message", pattern)).put(path + "/messages/text/texts/" + locale).then()
                .statusCode(201);
    }

    private static void awaitJob(String location) {
        Function<String, String> stage = it -> asAdministrator().get(it).then().extract().path("stage");
        ShippedCatalogsReady.await("the job has ended", () -> !"running".equals(stage.apply(location)));
        assertThat(stage.apply(location)).isEqualTo("done");
    }

    /** Sends a request such as {@code PUT locales/de {"required":true} [If-Match: "1"]}, without an Accept-Encoding header. */
    private HttpResponse<String> send(String step) throws Exception {
        var parts = REQUEST.matcher(step.replace("{catalog}", catalog).replace("{etag}", entityTag));
        assertThat(parts.matches()).as(step).isTrue();
        var target = parts.group(2).startsWith("/") ? parts.group(2) : path + (parts.group(2).equals(".") ? "" : "/" + parts.group(2));
        var query = target.split("\\?", 2);
        var uri = new URI(service.getScheme(), null, service.getHost(), service.getPort(), query[0], query.length > 1 ? query[1] : null,
                null);
        var body = parts.group(3) == null ? BodyPublishers.noBody() : BodyPublishers.ofString(parts.group(3));
        var request = HttpRequest.newBuilder(URI.create(uri.toASCIIString())).method(parts.group(1), body)
                .header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).header("Content-Type", "application/json");
        if (parts.group(4) != null) {
            request.header(parts.group(4), parts.group(5));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void assertResponse(HttpResponse<String> response, String expected) {
        var facts = expected.split(SEPARATOR);
        var description = response.headers().map() + " " + response.body();
        assertThat(response.statusCode()).as(description).isEqualTo(Integer.parseInt(facts[0]));
        for (int i = 1; i < facts.length; i++) {
            var fact = facts[i].replace("{etag}", entityTag).replace("{catalog}", catalog).replace("\\n", "\n");
            var header = EXPECTED_HEADER.matcher(fact);
            var member = EXPECTED_MEMBER.matcher(fact);
            if (header.matches()) {
                assertThat(response.headers().firstValue(header.group(1)).orElse("")).as(description).contains(header.group(2));
            } else {
                assertThat(member.matches()).as(fact).isTrue();
                var value = String.valueOf((Object) JsonPath.from(response.body()).get(member.group(1)));
                if (member.group(2).equals("=")) {
                    assertThat(value).as(fact + " " + description).isEqualTo(member.group(3));
                } else {
                    assertThat(value).as(fact + " " + description).contains(member.group(3));
                }
            }
        }
    }
}
