package dev.parlance.rest.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The metrics that Prometheus gets, and that its rules and the dashboard of Grafana use. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ScrapeTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange";
    private static final Path FOLDER = Path.of("src/main/docker/observability");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Pattern METRIC = Pattern.compile("\\b(?:parlance|http_server|agroal|jvm|process|system)_[a-z_]+\\b");

    /** {@code le} is the bound of a bucket. */
    private static final Set<String> LABELS = Set.of("action", "catalog", "kind", "le", "limit", "method", "outcome", "policy", "status",
            "unit", "uri");

    /** The labels that Prometheus adds to each sample. */
    private static final Set<String> PROMETHEUS_LABELS = Set.of("instance", "job");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)=~?\"([^\"]*)\"");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    SnapshotRegistry snapshots;

    private Map<String, Double> missesBefore = Map.of();

    /** The shipped catalogs are the first ones, so they have labels whatever other tests have created. */
    @BeforeEach
    void sendRequests() {
        ShippedCatalogsReady.await(snapshots);
        ShippedCatalogsReady.await("the metrics of the catalog", () -> scrape().contains("parlance_snapshot_release{catalog=\"exchange"));
        missesBefore = misses();
        given().get(EXCHANGE + "/messages/scraped-key").then().statusCode(404);
        given().get(EXCHANGE + "/bundles/xx").then().statusCode(404);
        given().get("/v1/catalogs/scraped-catalog/messages/scraped-key").then().statusCode(404);
        given().contentType("application/json").body("{\"messages\":[{\"code\":\"scraped-code\"}]}").post(EXCHANGE + "/render").then()
                .statusCode(200);
    }

    @Test
    void hasEveryMetricWithItsType() {
        assertThat(types()).containsAllEntriesOf(Map.ofEntries(
                Map.entry("http_server_requests_seconds", "summary"), Map.entry("parlance_render_seconds", "histogram"),
                Map.entry("parlance_snapshots", "gauge"), Map.entry("parlance_snapshot_release", "gauge"),
                Map.entry("parlance_snapshot_created_seconds", "gauge"), Map.entry("parlance_snapshot_messages", "gauge"),
                Map.entry("parlance_snapshot_bytes", "gauge"), Map.entry("parlance_snapshot_age_seconds", "gauge"),
                Map.entry("parlance_follow_lag", "gauge"), Map.entry("parlance_follow_delay_seconds", "summary"),
                Map.entry("parlance_misses_total", "counter"), Map.entry("parlance_audit_events_total", "counter"),
                Map.entry("parlance_rate_limit_rejections_total", "counter"), Map.entry("parlance_limit", "gauge"),
                Map.entry("parlance_limit_used", "gauge"), Map.entry("parlance_limit_rejections_total", "counter"),
                Map.entry("agroal_active_count", "gauge"), Map.entry("agroal_awaiting_count", "gauge")));
    }

    @Test
    void describesTheServedRelease() {
        var snapshot = snapshots.get(new CatalogName("exchange"));
        assertThat(value("parlance_snapshot_release")).isEqualTo(snapshot.release());
        assertThat(value("parlance_snapshot_messages")).isEqualTo(164);
        assertThat(value("parlance_snapshot_bytes")).isBetween(100_000.0, 1_000_000.0);
        assertThat(value("parlance_snapshot_created_seconds")).isEqualTo(snapshot.createdAt().getEpochSecond());
    }

    @Test
    void countsMissesByCatalog() {
        assertThat(misses()).isEqualTo(Map.of("message", missesBefore.getOrDefault("message", 0.0) + 1,
                "code", missesBefore.getOrDefault("code", 0.0) + 1, "locale", missesBefore.getOrDefault("locale", 0.0) + 1));
        assertThat(scrape()).doesNotContain("scraped-");
    }

    private Map<String, Double> misses() {
        return samples().filter(it -> it.name().equals("parlance_misses_total") && "exchange".equals(it.labels().get("catalog")))
                .collect(Collectors.toMap(it -> it.labels().get("kind"), Sample::value));
    }

    @Test
    void hasNoOtherLabels() {
        var labels = samples().filter(it -> it.name().startsWith("parlance_") || it.name().startsWith("http_server_"))
                .flatMap(it -> it.labels().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(LABELS).containsAll(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules.yml", "grafana/parlance.json"})
    void rulesAndDashboardUseExistingMetrics(String file) throws IOException {
        var used = new TreeSet<String>();
        expressions(file).forEach(it -> METRIC.matcher(it).results().forEach(match -> used.add(match.group())));
        var existing = samples().map(Sample::name).collect(Collectors.toSet());

        assertThat(used).hasSizeGreaterThan(10);
        assertThat(existing).containsAll(used);
    }

    /** An alert whose expression has a misspelt label never fires. */
    @ParameterizedTest
    @ValueSource(strings = {"rules.yml", "grafana/parlance.json"})
    void rulesAndDashboardUseExistingLabels(String file) throws IOException {
        var samples = samples().toList();
        var grouped = new TreeSet<String>();
        for (var expression : expressions(file)) {
            var metrics = METRIC.matcher(expression).results().map(MatchResult::group).collect(Collectors.toSet());
            var labels = samples.stream().filter(it -> metrics.contains(it.name())).flatMap(it -> it.labels().keySet().stream())
                    .collect(Collectors.toSet());
            labels.addAll(PROMETHEUS_LABELS);
            var used = GROUPING.matcher(expression).results().flatMap(it -> Stream.of(it.group(1).split(", "))).toList();
            grouped.addAll(used);
            assertThat(labels).as(expression).containsAll(used);
        }
        assertThat(grouped).contains("catalog", "kind", "le", "policy", "limit", "uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules.yml", "grafana/parlance.json"})
    void rulesAndDashboardSelectExistingValues(String file) throws IOException {
        var existing = samples().flatMap(it -> it.labels().entrySet().stream()).map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
        Stream.of(Outcome.values()).forEach(it -> existing.add("outcome=" + it.name()));
        existing.add("job=parlance");
        var selected = expressions(file).stream().flatMap(it -> SELECTOR.matcher(it).results())
                .flatMap(it -> Stream.of(it.group(2).split("\\|")).map(value -> it.group(1) + "=" + value)).toList();

        assertThat(selected).contains("action=sign-in-failed", "area=heap");
        assertThat(existing).containsAll(selected);
    }

    /** {@code promtool test rules} runs the tests of the alerts. */
    @Test
    void alertsHaveInstructionsAndTests() throws IOException {
        var manual = Files.readString(Path.of("src/docs/operating.md"));
        var tests = Files.readString(Path.of("src/test/resources/alerts.yml"));
        assertThat(rules()).isNotEmpty().extracting(it -> it.get("alert")).allSatisfy(it -> {
            assertThat(manual).contains("\n| `" + it + "` |");
            assertThat(tests).containsPattern("alertname: " + it + "\\n +exp_alerts:");
        });
    }

    @Test
    void configurationIsValid() throws IOException {
        assertThat(load("prometheus.yml").toString()).as("target that Prometheus keeps while the service is stopped").contains("targets=[parlance:9000]");
        assertThat(load("grafana/datasource.yml")).isInstanceOf(Map.class);
        assertThat(load("grafana/dashboards.yml")).isInstanceOf(Map.class);
    }

    private static List<String> expressions(String file) throws IOException {
        return file.endsWith(".json") ? new ObjectMapper().readTree(FOLDER.resolve(file).toFile()).findValues("expr").stream()
                .map(JsonNode::asText).toList() : rules().stream().map(it -> String.valueOf(it.get("expr"))).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        var groups = (List<Map<String, Object>>) ((Map<String, Object>) load("rules.yml")).get("groups");
        return groups.stream().flatMap(it -> ((List<Map<String, Object>>) it.get("rules")).stream()).toList();
    }

    private static Object load(String file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FOLDER.resolve(file)));
    }

    private record Sample(String name, Map<String, String> labels, double value) {
    }

    private Stream<Sample> samples() {
        return scrape().lines().flatMap(line -> {
            var sample = SAMPLE.matcher(line);
            return sample.matches() ? Stream.of(new Sample(sample.group(1), labels(sample.group(2)), Double.parseDouble(sample.group(3))))
                    : Stream.empty();
        });
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        LABEL.matcher(text == null ? "" : text).results().forEach(it -> labels.put(it.group(1), it.group(2)));
        return labels;
    }

    private double value(String name) {
        return samples().filter(it -> it.name().equals(name) && "exchange".equals(it.labels().get("catalog"))).findFirst().orElseThrow()
                .value();
    }

    private Map<String, String> types() {
        return TYPE.matcher(scrape()).results().collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
    }

    private String scrape() {
        return given().header("Accept", "text/plain").get("http://" + management.getAuthority() + "/q/metrics").then().statusCode(200).extract().asString();
    }
}
