package dev.parlance.rest.access;

import static dev.parlance.rest.Actors.account;
import static dev.parlance.rest.Actors.admin;
import static dev.parlance.rest.Actors.key;
import static dev.parlance.rest.Actors.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.Actors;
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
 * Every route by every actor, against the committed table {@code access-matrix.tsv}. In a cell: {@code yes} is let in, whatever
 * comes then; {@code 401}, {@code 403} not-permitted, {@code locale} locale-not-allowed, {@code 404} a catalog that does not exist
 * for him, and then a catalog that exists for nobody answers with the same bytes. What is sent is wrong, so that being let in
 * changes nothing.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccessMatrixTest {
    private static final Routes ROUTES = new Routes(Resources.ALL);
    private static final Path TABLE = Path.of("src/test/resources/access-matrix.tsv");
    private static final String OPEN = "matrix-open";
    private static final String CLOSED = "matrix-seal";
    private static final String OTHER = "matrix-othr";
    private static final String NOBODYS = "matrix-none";
    private static final Map<String, String> PARAMETERS = Map.of("key", "plain", "release", "1", "other", "1", "channel", "production",
            "person", "nobody", "name", "nobody");

    @Inject
    SnapshotRegistry delivery;
    @Inject
    Actors actors;
    @TestHTTPResource("/")
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Who asks, by the headers he sends; a person's session can be ended by what he asks. */
    private record Somebody(String name, Map<String, String> headers) {
        static Somebody program(String name, String key) {
            return new Somebody(name, Map.of("Authorization", "Bearer " + key));
        }

        static Somebody person(String name) {
            return new Somebody(name, Map.of("Cookie", "parlance-session=" + Actors.session(name), "Sec-Fetch-Site", "same-origin"));
        }

        Somebody again() {
            return headers.containsKey("Cookie") ? person(name) : this;
        }
    }

    /** One line of the table without its cells. */
    private record Row(Method method, String catalog, String locale) {
        static Stream<Row> of(Method method) {
            var template = Routes.template(method);
            var catalogs = template.contains("{catalog}") ? List.of(OPEN, CLOSED) : List.of("-");
            var locales = template.contains("{locale}") ? List.of("de", "fr") : List.of("-");
            return catalogs.stream().flatMap(catalog -> locales.stream().map(locale -> new Row(method, catalog, locale)));
        }

        String route() {
            return Routes.verb(method).orElseThrow() + " " + Routes.template(method);
        }

        String label() {
            return route() + "\t" + (catalog.equals(OPEN) ? "public" : catalog.equals(CLOSED) ? "private" : "-") + "\t" + locale;
        }

        String path(String catalog) {
            var path = Routes.template(method).replace("{catalog}", catalog).replace("{locale}", locale);
            for (var parameter : PARAMETERS.entrySet()) {
                path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            return path.replaceAll("\\{[^}]*}", "1");
        }
    }

    @Test
    void everyRouteAnswersEveryActorAsTheTableSays() throws IOException {
        Ready.await(delivery);
        var everybody = everybody();
        var rows = ROUTES.all().flatMap(Row::of).sorted(Comparator.comparing(Row::label)).toList();
        var found = new ArrayList<String>();
        found.add("route\tcatalog\tlocale\t" + everybody.stream().map(Somebody::name).collect(Collectors.joining("\t")));
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < everybody.size(); i++) {
                cells.add(cell(row, everybody.get(i)));
                if (row.route().equals("DELETE /v1/session")) {
                    everybody.set(i, everybody.get(i).again());
                }
            }
            found.add(row.label() + "\t" + String.join("\t", cells));
        }
        if (Boolean.getBoolean("access.update")) {
            Files.write(TABLE, found);
        }
        assertThat(found).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    void whatIsDocumentedIsWhatTheTableHas() {
        Map<String, Map<String, Object>> paths = given().get("/v1/openapi?format=json").then().statusCode(200).extract().path("paths");
        var documented = new TreeSet<String>();
        paths.forEach((path, operations) -> operations.keySet().forEach(it -> documented.add(it.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(documented).isEqualTo(ROUTES.all().map(it -> new Row(it, "-", "-").route()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** They would be asked before, and know nothing of catalogs. */
    @Test
    void noMethodAsksForARoleOfTheContainer() {
        assertThat(ROUTES.all()).noneMatch(it -> it.isAnnotationPresent(RolesAllowed.class));
    }

    private List<Somebody> everybody() {
        for (var catalog : List.of(OPEN, CLOSED, OTHER)) {
            actors.catalog(catalog);
        }
        Actors.close(CLOSED);
        Actors.close(OTHER);
        for (var person : List.of("viewer", "translator", "reviewer", "manager", "other-manager", "stranger")) {
            account(person);
        }
        for (var catalog : List.of(OPEN, CLOSED)) {
            member(catalog, "viewer", "viewer");
            member(catalog, "translator", "translator", "de");
            member(catalog, "reviewer", "reviewer");
            member(catalog, "manager", "manager");
        }
        member(OTHER, "other-manager", "manager");
        var everybody = new ArrayList<Somebody>();
        everybody.add(new Somebody("anonymous", Map.of()));
        everybody.add(Somebody.program("nonsense", "prlc_nonsense"));
        Stream.of("read", "import", "translate", "publish", "admin").forEach(it -> everybody.add(Somebody.program("key-" + it, it)));
        everybody.add(Somebody.program("key-translate-de", "translate-de"));
        everybody.add(Somebody.program("key-other", key(OTHER, "admin", "")));
        everybody.add(Somebody.program("key-revoked", revoked()));
        everybody.add(Somebody.program("key-expired", key(CLOSED, "admin", ",\"expiresAt\":\"2020-01-01T00:00:00Z\"")));
        Stream.of("stranger", "viewer", "translator", "reviewer", "manager", "other-manager").map(Somebody::person).forEach(everybody::add);
        everybody.add(Somebody.program("administrator", System.getProperty("parlance.admin.token")));
        return everybody;
    }

    private static String revoked() {
        var key = key(CLOSED, "admin", "");
        admin().delete("/v1/catalogs/" + CLOSED + "/keys/" + key.split("_")[1]).then().statusCode(204);
        return key;
    }

    private final Map<String, String> keys = new TreeMap<>();

    /** A key is for one catalog: of each kind there is one for either. */
    private Map<String, String> headers(Row row, Somebody somebody) {
        if (!somebody.name().startsWith("key-") || somebody.headers().get("Authorization").contains("prlc_")) {
            return somebody.headers();
        }
        var kind = somebody.headers().get("Authorization").substring("Bearer ".length());
        var catalog = row.catalog().equals(OPEN) ? OPEN : CLOSED;
        var key = keys.computeIfAbsent(catalog + kind, it -> kind.equals("translate-de")
                ? key(catalog, "translate", ",\"locales\":[\"de\"]") : key(catalog, kind, ""));
        return Map.of("Authorization", "Bearer " + key);
    }

    private String cell(Row row, Somebody somebody) {
        var headers = headers(row, somebody);
        var answer = send(row, row.path(row.catalog()), headers);
        var outcome = outcome(row, somebody, answer);
        if (outcome.equals("404") || outcome.equals("401") && !row.catalog().equals("-")) {
            var unknown = send(row, row.path(NOBODYS), headers);
            assertThat(said(unknown, NOBODYS)).as(row.label() + " " + somebody.name()).isEqualTo(said(answer, row.catalog()));
        }
        return outcome;
    }

    private record Answer(int status, Map<String, List<String>> headers, String body) {
    }

    private static String outcome(Row row, Somebody somebody, Answer answer) {
        var code = answer.body().replaceAll("(?s).*\"code\":\"([^\"]*)\".*", "$1");
        return switch (answer.status()) {
            case 401 -> {
                assertThat(answer.headers()).containsEntry("www-authenticate", List.of("Bearer"));
                // Who is let in may be told that what he sends does not let him in.
                yield code.equals("unauthorized") ? "401" : "yes";
            }
            case 403 -> code.equals("locale-not-allowed") ? "locale" : "403";
            case 404 -> code.equals("unknown-catalog") ? "404" : "yes";
            default -> {
                assertThat(answer.status()).as(row.label() + " " + somebody.name() + " " + answer.body())
                        .isNotIn(405, 406, 415).isLessThan(500);
                if (row.catalog().equals(CLOSED) && !row.route().endsWith("/events")) {
                    assertThat(answer.headers()).as(row.label()).containsEntry("cache-control", List.of("private, no-store"));
                }
                yield "yes";
            }
        };
    }

    private static String said(Answer answer, String catalog) {
        var headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        return answer.status() + " " + headers + " " + answer.body().replace(catalog, "{catalog}");
    }

    private Answer send(Row row, String path, Map<String, String> headers) {
        var verb = Routes.verb(row.method()).orElseThrow();
        boolean body = !verb.equals("GET") && !verb.equals("DELETE");
        var request = HttpRequest.newBuilder(service.resolve(path))
                .method(verb, body ? HttpRequest.BodyPublishers.ofString("{\"none\":1}") : HttpRequest.BodyPublishers.noBody());
        var all = new LinkedHashMap<>(headers);
        if (body) {
            var consumes = row.method().getAnnotation(Consumes.class);
            var type = consumes == null ? row.method().getDeclaringClass().getAnnotation(Consumes.class) : consumes;
            all.put("Content-Type", type == null ? "application/json" : type.value()[0]);
        }
        all.forEach(request::header);
        try {
            // Events never end, so only what ends is read.
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                var read = answer.statusCode() < 400 ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(answer.statusCode(), answer.headers().map(), read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
