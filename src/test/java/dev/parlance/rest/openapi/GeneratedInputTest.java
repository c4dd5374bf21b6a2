package dev.parlance.rest.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Sends extreme values as each parameter and body member that the OpenAPI document declares.
 *
 * <p>No request may cause a 5xx: each is accepted, or rejected with a problem document and without effect.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class GeneratedInputTest {
    /** Operations that cannot succeed without further preparation, such as a sign-in with a password. */
    private static final Set<String> NEVER_SUCCESSFUL = Set.of("GET /v1/catalogs/{catalog}/jobs/{job}", "GET /v1/session/provider",
            "POST /v1/catalogs/{catalog}/jobs/{job}/undo", "DELETE /v1/catalogs/{catalog}/keys/{key}",
            "GET /v1/catalogs/{catalog}/keys/{key}", "POST /v1/catalogs/{catalog}/messages/{key}/texts/{locale}/machine",
            "POST /v1/catalogs/{catalog}/changes/{revision}/revert", "POST /v1/first-administrator", "POST /v1/session",
            "PUT /v1/session/password", "GET /v1/session/tokens", "POST /v1/session/tokens", "DELETE /v1/session/tokens/{token}",
            "DELETE /v1/accounts/{name}/tokens/{token}", "DELETE /v1/catalogs/{catalog}", "POST /v1/catalogs/{catalog}/changes/revert",
            "POST /v1/catalogs/{catalog}/channels/{channel}/rollback", "POST /v1/catalogs/{catalog}/jobs/dry-run",
            "POST /v1/catalogs/{catalog}/messages/{key}/texts/{locale}/reject", "POST /v1/catalogs/{catalog}/imports",
            "GET /v1/catalogs/{catalog}/imports/{import}", "GET /v1/catalogs/{catalog}/imports/{import}/entries",
            "GET /v1/catalogs/{catalog}/imports/{import}/events", "GET /v1/catalogs/{catalog}/draft/position",
            "GET /v1/catalogs/{catalog}/webhooks/{webhook}", "PATCH /v1/catalogs/{catalog}/webhooks/{webhook}",
            "DELETE /v1/catalogs/{catalog}/webhooks/{webhook}", "POST /v1/catalogs/{catalog}/webhooks/{webhook}/secret",
            "POST /v1/catalogs/{catalog}/webhooks/{webhook}/test", "GET /v1/catalogs/{catalog}/webhooks/{webhook}/deliveries",
            "POST /v1/catalogs/{catalog}/webhooks/{webhook}/deliveries/{delivery}/replay");

    private static final int TOO_MANY_REQUESTS = 429;

    private static final String STORED = """
            select (select sum(revision) from catalog), (select count(*) from catalog), (select count(*) from account),
                   (select sum(version) from account), (select count(*) from api_key), (select count(*) from personal_token), (select count(*) from member),
                   (select count(*) from release), (select count(*) from channel_move), (select count(*) from change),
                   (select coalesce(sum(value), 0) from comment_counter), (select count(*) from draft_presence),
                   (select count(*) from webhook)""";

    @Inject
    AccessFixtures fixtures;
    @Inject
    DataSource database;
    @TestHTTPResource("/")
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> versions = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** The last known stored state. The last successful request may have changed it. */
    private @Nullable String known;

    @Test
    void neverFailsOnExtremeValues() throws Exception {
        prepare();
        var requests = new GeneratedRequests(
                new ObjectMapper().readTree(given().get("/v1/openapi?format=json").then().statusCode(200).extract().asByteArray()));
        // Removals and jobs come last, because they change what the other operations need.
        var operations = requests.operations().stream().sorted(Comparator.comparing((GeneratedRequests.Operation it) ->
                it.template().endsWith("/locales/{locale}") && it.method().equals("DELETE") ? 3
                        : it.method().equals("DELETE") ? 1 : it.template().contains("/jobs") ? 2 : 0)).toList();
        assertThat(operations).hasSizeGreaterThan(60);
        var unsuccessful = new TreeSet<String>();
        int sent = 0;
        for (var operation : operations) {
            if (sendAndCheck(requests.valid(operation)) >= 300) {
                unsuccessful.add(operation.toString());
            }
            for (var request : requests.extreme(operation)) {
                sendAndCheck(request);
                sent++;
            }
        }
        assertThat(failures).isEmpty();
        assertThat(sent).isGreaterThan(5000);
        assertThat(unsuccessful).as("operations that even valid requests do not reach").isSubsetOf(NEVER_SUCCESSFUL);
    }

    private void prepare() {
        fixtures.createCatalog(GeneratedRequests.CATALOG);
        AccessFixtures.createAccount(GeneratedRequests.CATALOG);
        AccessFixtures.addMember(GeneratedRequests.CATALOG, GeneratedRequests.CATALOG, "viewer");
    }

    private int sendAndCheck(GeneratedRequests.Request request) throws Exception {
        boolean writes = !request.operation().method().equals("GET") && !request.operation().template().contains("/jobs");
        if (writes && known == null) {
            known = stored();
        }
        var response = send(request);
        int status = response.statusCode();
        if (status >= 500 || status < 200) {
            failures.add(request.name() + " → " + status);
        } else if (status == TOO_MANY_REQUESTS && response.headers().firstValue("RateLimit").isPresent()) {
            failures.add(request.name() + " → " + status + ", so its value was not tested");
        } else if (status >= 400) {
            if (!response.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")) {
                failures.add(request.name() + " → " + status + " without a problem document");
            }
            if (writes && !stored().equals(known)) {
                failures.add(request.name() + " → " + status + ", but it had an effect");
                known = null;
            }
        } else if (!request.operation().method().equals("GET")) {
            known = null;
        }
        return status;
    }

    private HttpResponse<?> send(GeneratedRequests.Request request) throws IOException, InterruptedException {
        var operation = request.operation();
        var builder = HttpRequest.newBuilder(URI.create(service.toString().replaceAll("/$", "") + request.path()))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + System.getProperty("parlance.admin.token"))
                .method(operation.method(), operation.hasBody() ? BodyPublishers.ofString(request.body()) : BodyPublishers.noBody());
        if (operation.hasBody()) {
            builder.header("Content-Type", operation.mediaType());
        }
        request.headers().forEach(builder::header);
        if (operation.declaresHeader("If-Match") && !request.headers().containsKey("If-Match")) {
            addPrecondition(request.path(), builder);
        }
        if (operation.template().endsWith("/events")) {
            var stream = client.send(builder.build(), BodyHandlers.ofInputStream());
            stream.body().close();
            return stream;
        }
        var response = client.send(builder.build(), BodyHandlers.ofString());
        if (!operation.method().equals("GET") && (response.statusCode() < 300 || response.statusCode() == 412)) {
            versions.clear();
        }
        return response;
    }

    /** Sends the current version, so that the request is not rejected before its body is read. */
    private void addPrecondition(String path, HttpRequest.Builder builder) throws IOException, InterruptedException {
        var resource = path.replaceAll("\\?.*", "").replaceAll("/(approve|restore|rollback|machine)$", "")
                .replaceAll("/locales/[^/]*$", "/draft").replaceAll("^(/v1/catalogs/[^/]+)$", "$1/draft")
                .replaceAll("(/catalogs/[^/]+)/messages/([^/]+)$", "$1/draft/messages/$2");
        var version = versions.get(resource);
        if (version == null) {
            var current = client.send(HttpRequest.newBuilder(URI.create(service.toString().replaceAll("/$", "") + resource))
                    .header("Authorization", "Bearer " + System.getProperty("parlance.admin.token")).build(), BodyHandlers.ofString());
            version = current.headers().firstValue("ETag").orElse("");
            versions.put(resource, version);
        }
        if (version.isEmpty()) {
            builder.header("If-None-Match", "*");
        } else {
            builder.header("If-Match", version);
        }
    }

    private String stored() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement();
             var rows = statement.executeQuery(STORED)) {
            rows.next();
            var row = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.append(rows.getString(i)).append(' ');
            }
            return row.toString();
        }
    }
}
