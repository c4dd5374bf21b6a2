package dev.parlance.rest;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.Routes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that each route documents its largest response, and that documented page sizes are enforced. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LargestResponseTest {
    private static final Path PAGE = Path.of("src/docs/limits.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /[^`]*)` \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern PAGE_SIZE = Pattern.compile("`limit` ≤ (\\d+)");
    private static final Map<String, String> PATH_PARAMETERS = Map.of("{catalog}", "exchange", "{release}", "1", "{other}", "1",
            "{channel}", "production", "{name}", "list-owner", "{key}", "0000");

    @Inject
    Routes routes;
    @Inject
    SnapshotRegistry snapshots;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    @Test
    void documentsBoundOfEachRoute() throws IOException {
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(
                routes.resourceMethods().map(LargestResponseTest::routeOf).distinct().toList());
    }

    @Test
    void documentsPageSizeOfEachList() throws IOException {
        var paged = routes.resourceMethods().filter(it -> Arrays.stream(it.getParameters()).anyMatch(LargestResponseTest::isLimit))
                .map(LargestResponseTest::routeOf).toList();
        assertThat(rows().entrySet().stream().filter(it -> PAGE_SIZE.matcher(it.getValue()).find()).map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(paged);
    }

    @Test
    void enforcesDocumentedPageSizes() throws IOException {
        AccessFixtures.createAccount("list-owner");
        var session = AccessFixtures.startSession("list-owner");
        var webhook = asAdministrator().body("{\"url\":\"http://127.0.0.1:1/\",\"enabled\":false}").post("/v1/catalogs/exchange/webhooks").then()
                .statusCode(201).extract().<String>path("id");
        rows().forEach((route, bound) -> {
            var pageSize = PAGE_SIZE.matcher(bound);
            if (pageSize.find()) {
                int maximum = Integer.parseInt(pageSize.group(1));
                var list = pathOf(route).replace("{webhook}", webhook) + "?" + (route.matches(".*/draft/(messages|rows)") ? "locale=en&" : "") + "limit=";
                asCaller(route, session).get(list + (maximum + 1)).then().statusCode(400).body("arguments.parameter", equalTo("limit"));
                asCaller(route, session).get(list + maximum).then().statusCode(200);
            }
        });
    }

    private static RequestSpecification asCaller(String route, String session) {
        return route.contains("/session/") ? AccessFixtures.withSession(session) : asAdministrator();
    }

    @Test
    void rejectsPreviewThatWouldBeTooLarge() {
        var samples = String.join(",", Collections.nCopies(50, "[\"" + "本".repeat(4000) + "\"]"));
        asAdministrator().body("{\"locale\":\"en\",\"text\":\"" + "{0} ".repeat(10) + "\",\"samples\":[" + samples + "]}")
                .post("/v1/catalogs/exchange/preview").then().statusCode(422)
                .body("code", equalTo("response-too-large")).body("arguments.limit", equalTo(4 * 1024 * 1024));
    }

    @Test
    void rejectsBatchThatWouldBeTooLarge() {
        var message = "{\"key\":\"-1130\",\"args\":[\"" + "x".repeat(1990) + "\"]}";
        asAdministrator().body("{\"locale\":\"en\",\"messages\":[" + String.join(",", Collections.nCopies(500, message)) + "]}")
                .post("/v1/catalogs/exchange/render").then().statusCode(422).body("code", equalTo("response-too-large"));
        asAdministrator().body("{\"locale\":\"en\",\"messages\":[" + String.join(",", Collections.nCopies(200, message)) + "]}")
                .post("/v1/catalogs/exchange/render").then().statusCode(200).body(not(containsString("response-too-large")));
    }

    private static Map<String, String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().collect(Collectors.toMap(it -> it.group(1), it -> it.group(3),
                (first, second) -> first + second, TreeMap::new));
    }

    private static String routeOf(Method method) {
        return Routes.httpMethod(method).orElseThrow() + " " + Routes.templateOf(method);
    }

    private static boolean isLimit(Parameter parameter) {
        return parameter.isAnnotationPresent(RestQuery.class) && parameter.getName().equals("limit");
    }

    private static String pathOf(String route) {
        var path = route.substring(route.indexOf(' ') + 1);
        for (var it : PATH_PARAMETERS.entrySet()) {
            path = path.replace(it.getKey(), it.getValue());
        }
        return path;
    }
}
