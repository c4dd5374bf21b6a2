package dev.parlance.rest.access;

import static dev.parlance.rest.AccessFixtures.addMember;
import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static dev.parlance.rest.AccessFixtures.createAccount;
import static dev.parlance.rest.AccessFixtures.createKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.AccessFixtures;
import dev.parlance.rest.Resources;
import dev.parlance.rest.http.Routes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the access of every actor to every route with the table {@code access-matrix.tsv}.
 *
 * <p>Cells: {@code yes} is authorized, whatever the response; {@code 401} is unauthorized; {@code 403} is not-permitted;
 * {@code locale} is locale-not-allowed; {@code 404} is unknown-catalog. An invisible catalog must answer with the same bytes as
 * one that does not exist. Request bodies are invalid, so that authorized requests change nothing.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AccessMatrixTest {
    private static final Routes ROUTES = new Routes(Resources.ALL);
    private static final Path TABLE = Path.of("src/test/resources/access-matrix.tsv");
    private static final String PUBLIC_CATALOG = "matrix-open";
    private static final String PRIVATE_CATALOG = "matrix-seal";
    private static final String OTHER_CATALOG = "matrix-othr";
    private static final String UNKNOWN_CATALOG = "matrix-none";
    private static final Map<String, String> PATH_PARAMETERS = Map.of("key", "plain", "release", "1", "other", "1", "channel", "production",
            "person", "nobody", "name", "nobody");

    @Inject
    SnapshotRegistry snapshots;
    @Inject
    AccessFixtures fixtures;
    @TestHTTPResource("/")
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();

    /** A caller, with the headers of their requests. Sessions are renewable, because a tested route may end them. */
    private record TestActor(String name, Map<String, String> headers) {
        static TestActor withKey(String name, String key) {
            return new TestActor(name, Map.of("Authorization", "Bearer " + key));
        }

        static TestActor withSession(String name) {
            return new TestActor(name,
                    Map.of("Cookie", "parlance-session=" + AccessFixtures.startSession(name), "Sec-Fetch-Site", "same-origin"));
        }

        TestActor renewSession() {
            return headers.containsKey("Cookie") ? withSession(name) : this;
        }
    }

    /** A row of the table, without its cells. */
    private record MatrixRow(Method method, String catalog, String locale) {
        static Stream<MatrixRow> of(Method method) {
            var template = Routes.templateOf(method);
            var catalogs = template.contains("{catalog}") ? List.of(PUBLIC_CATALOG, PRIVATE_CATALOG) : List.of("-");
            var locales = template.contains("{locale}") ? List.of("de", "fr") : List.of("-");
            return catalogs.stream().flatMap(catalog -> locales.stream().map(locale -> new MatrixRow(method, catalog, locale)));
        }

        String route() {
            return Routes.httpMethod(method).orElseThrow() + " " + Routes.templateOf(method);
        }

        String label() {
            return route() + "\t" + (catalog.equals(PUBLIC_CATALOG) ? "public" : catalog.equals(PRIVATE_CATALOG) ? "private" : "-") + "\t"
                    + locale;
        }

        String path(String catalog) {
            var path = Routes.templateOf(method).replace("{catalog}", catalog).replace("{locale}", locale);
            for (var parameter : PATH_PARAMETERS.entrySet()) {
                path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            return path.replaceAll("\\{[^}]*}", "1");
        }
    }

    @Test
    void matchesAccessMatrix() throws IOException {
        ShippedCatalogsReady.await(snapshots);
        var testActors = createActors();
        var rows = ROUTES.resourceMethods().flatMap(MatrixRow::of).sorted(Comparator.comparing(MatrixRow::label)).toList();
        var actual = new ArrayList<String>();
        actual.add("route\tcatalog\tlocale\t" + testActors.stream().map(TestActor::name).collect(Collectors.joining("\t")));
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < testActors.size(); i++) {
                cells.add(evaluateCell(row, testActors.get(i)));
                if (row.route().equals("DELETE /v1/session")) {
                    testActors.set(i, testActors.get(i).renewSession());
                }
            }
            actual.add(row.label() + "\t" + String.join("\t", cells));
        }
        if (Boolean.getBoolean("access.update")) {
            Files.write(TABLE, actual);
        }
        assertThat(actual).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    void documentsExactlyTheRoutesOfTheMatrix() {
        Map<String, Map<String, Object>> paths = given().get("/v1/openapi?format=json").then().statusCode(200).extract().path("paths");
        var documented = new TreeSet<String>();
        paths.forEach((path, operations) -> operations.keySet().forEach(it -> documented.add(it.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(documented)
                .isEqualTo(ROUTES.documentedMethods().map(it -> new MatrixRow(it, "-", "-").route())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Container roles would be checked before our filter, and know no catalogs. */
    @Test
    void usesNoContainerRoles() {
        assertThat(ROUTES.resourceMethods()).noneMatch(it -> it.isAnnotationPresent(RolesAllowed.class));
    }

    private List<TestActor> createActors() {
        for (var catalog : List.of(PUBLIC_CATALOG, PRIVATE_CATALOG, OTHER_CATALOG)) {
            fixtures.createCatalog(catalog);
        }
        AccessFixtures.makePrivate(PRIVATE_CATALOG);
        AccessFixtures.makePrivate(OTHER_CATALOG);
        for (var person : List.of("viewer", "translator", "reviewer", "manager", "other-manager", "stranger")) {
            createAccount(person);
        }
        for (var catalog : List.of(PUBLIC_CATALOG, PRIVATE_CATALOG)) {
            addMember(catalog, "viewer", "viewer");
            addMember(catalog, "translator", "translator", "de");
            addMember(catalog, "reviewer", "reviewer");
            addMember(catalog, "manager", "manager");
        }
        addMember(OTHER_CATALOG, "other-manager", "manager");
        var testActors = new ArrayList<TestActor>();
        testActors.add(new TestActor("anonymous", Map.of()));
        testActors.add(TestActor.withKey("nonsense", "prlc_nonsense"));
        Stream.of("read", "import", "translate", "publish", "admin").forEach(it -> testActors.add(TestActor.withKey("key-" + it, it)));
        testActors.add(TestActor.withKey("key-translate-de", "translate-de"));
        testActors.add(TestActor.withKey("key-other", createKey(OTHER_CATALOG, "admin", "")));
        testActors.add(TestActor.withKey("key-revoked", createRevokedKey()));
        testActors.add(TestActor.withKey("key-expired", createKey(PRIVATE_CATALOG, "admin", ",\"expiresAt\":\"2020-01-01T00:00:00Z\"")));
        Stream.of("stranger", "viewer", "translator", "reviewer", "manager", "other-manager").map(TestActor::withSession)
                .forEach(testActors::add);
        testActors.add(TestActor.withKey("administrator", System.getProperty("parlance.admin.token")));
        return testActors;
    }

    private static String createRevokedKey() {
        var key = createKey(PRIVATE_CATALOG, "admin", "");
        asAdministrator().delete("/v1/catalogs/" + PRIVATE_CATALOG + "/keys/" + key.split("_")[1]).then().statusCode(204);
        return key;
    }

    private final Map<String, String> keys = new TreeMap<>();

    /** Creates keys on demand: a key belongs to one catalog, so each kind exists once per catalog. */
    private Map<String, String> headersFor(MatrixRow row, TestActor actor) {
        if (!actor.name().startsWith("key-") || actor.headers().get("Authorization").contains("prlc_")) {
            return actor.headers();
        }
        var kind = actor.headers().get("Authorization").substring("Bearer ".length());
        var catalog = row.catalog().equals(PUBLIC_CATALOG) ? PUBLIC_CATALOG : PRIVATE_CATALOG;
        var key = keys.computeIfAbsent(catalog + kind, it -> kind.equals("translate-de")
                ? createKey(catalog, "translate", ",\"locales\":[\"de\"]") : createKey(catalog, kind, ""));
        return Map.of("Authorization", "Bearer " + key);
    }

    private String evaluateCell(MatrixRow row, TestActor actor) {
        var headers = headersFor(row, actor);
        var response = send(row, row.path(row.catalog()), headers);
        var outcome = outcome(row, actor, response);
        if (outcome.equals("404") || outcome.equals("401") && !row.catalog().equals("-")) {
            var unknown = send(row, row.path(UNKNOWN_CATALOG), headers);
            // The existence of a public catalog is no secret, and its responses have CORS headers.
            var compared = row.catalog().equals(PUBLIC_CATALOG) ? response.withoutCorsHeaders() : response;
            assertThat(normalize(unknown, UNKNOWN_CATALOG)).as(row.label() + " " + actor.name())
                    .isEqualTo(normalize(compared, row.catalog()));
        }
        return outcome;
    }

    private record MatrixResponse(int status, Map<String, List<String>> headers, String body) {
        MatrixResponse withoutCorsHeaders() {
            var others = new TreeMap<>(headers);
            others.keySet().removeIf(it -> it.startsWith("access-control-"));
            return new MatrixResponse(status, others, body);
        }
    }

    private static String outcome(MatrixRow row, TestActor actor, MatrixResponse response) {
        var code = response.body().replaceAll("(?s).*\"code\":\"([^\"]*)\".*", "$1");
        return switch (response.status()) {
            case 401 -> {
                assertThat(response.headers()).containsEntry("www-authenticate", List.of("Bearer"));
                // Authorized sign-in requests also answer 401, with another code, because their body is invalid.
                yield code.equals("unauthorized") ? "401" : "yes";
            }
            case 403 -> code.equals("locale-not-allowed") ? "locale" : "403";
            case 404 -> code.equals("unknown-catalog") ? "404" : "yes";
            default -> {
                assertThat(response.status()).as(row.label() + " " + actor.name() + " " + response.body())
                        .isNotIn(405, 406, 415).isLessThan(500);
                if (row.catalog().equals(PRIVATE_CATALOG) && !row.route().endsWith("/events")) {
                    assertThat(response.headers()).as(row.label()).containsEntry("cache-control", List.of("private, no-store"));
                }
                yield "yes";
            }
        };
    }

    private static String normalize(MatrixResponse response, String catalog) {
        var headers = new TreeMap<>(response.headers());
        headers.remove("date");
        headers.remove("x-request-id");
        return response.status() + " " + headers + " " + response.body().replace(catalog, "{catalog}");
    }

    private MatrixResponse send(MatrixRow row, String path, Map<String, String> headers) {
        var httpMethod = Routes.httpMethod(row.method()).orElseThrow();
        boolean body = !httpMethod.equals("GET") && !httpMethod.equals("DELETE");
        var request = HttpRequest.newBuilder(service.resolve(path))
                .method(httpMethod, body ? HttpRequest.BodyPublishers.ofString("{\"none\":1}") : HttpRequest.BodyPublishers.noBody());
        var all = new LinkedHashMap<>(headers);
        if (body) {
            var consumes = row.method().getAnnotation(Consumes.class);
            var type = consumes == null ? row.method().getDeclaringClass().getAnnotation(Consumes.class) : consumes;
            all.put("Content-Type", type == null ? "application/json" : type.value()[0]);
        }
        all.forEach(request::header);
        try {
            // Event streams never end, so only bodies of errors are read.
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var in = response.body()) {
                var content = response.statusCode() < 400 ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new MatrixResponse(response.statusCode(), response.headers().map(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
