package dev.parlance.rest.input;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid release and channel requests of an administrator are rejected and store nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReleaseInputValidationTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange";
    private static final String RELEASES_PATH = EXCHANGE + "/releases";
    private static final String CHANNEL_PATH = EXCHANGE + "/channels/production";
    private static final String ROLLBACK_PATH = CHANNEL_PATH + "/rollback";

    @Inject
    SnapshotRegistry snapshots;
    @Inject
    DataSource database;

    record InvalidReleaseRequest(String method, String path, String type, String body, int status, String code) {
    }

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    static Stream<InvalidReleaseRequest> cases() {
        var cases = new ArrayList<InvalidReleaseRequest>();
        for (var path : List.of(RELEASES_PATH, CHANNEL_PATH, ROLLBACK_PATH)) {
            // Only moving a channel has a required member and therefore requires a body.
            for (var body : List.of(path.equals(CHANNEL_PATH) ? "" : "[", "x", "{", "{} {}", "{\"comment\":\"a\",\"comment\":\"b\"}")) {
                cases.add(jsonRequest(path, body, 400, "malformed-body"));
            }
            cases.add(new InvalidReleaseRequest(methodFor(path), path, "text/plain", "{}", 415, "unsupported-media-type"));
            for (var unknown : List.of("id", "revision", "movedBy", "number")) {
                cases.add(jsonRequest(path, "{\"" + unknown + "\":1}", 400, "unknown-field"));
            }
            var release = path.equals(CHANNEL_PATH) ? "\"release\":1," : "";
            for (var comment : List.of("null", "7", "[]", "{}", "true")) {
                cases.add(jsonRequest(path, "{" + release + "\"comment\":" + comment + "}", 422, "invalid-field"));
            }
            cases.add(jsonRequest(path, "{" + release + "\"comment\":\"\\u0000\"}", 422, "forbidden-character"));
            cases.add(jsonRequest(path, "{" + release + "\"comment\":\"\\u202e\"}", 422, "forbidden-character"));
            cases.add(jsonRequest(path, "{" + release + "\"comment\":\"" + "x".repeat(2001) + "\"}", 422, "too-long"));
            cases.add(jsonRequest(path + "?force=true", "{}", 400, "unknown-parameter"));
        }
        for (var release : List.of("\"1\"", "true", "0", "-1", "1.5", "1.0", "1e0", "[]", "null")) {
            cases.add(jsonRequest(CHANNEL_PATH, "{\"release\":" + release + "}", 422, "invalid-field"));
            cases.add(jsonRequest(ROLLBACK_PATH, "{\"to\":" + release + "}", 422, "invalid-field"));
        }
        cases.add(jsonRequest(CHANNEL_PATH, "{}", 422, "invalid-field"));
        cases.add(jsonRequest(CHANNEL_PATH, "{\"release\":99999999999}", 400, "malformed-body"));
        cases.add(jsonRequest(CHANNEL_PATH, "{\"release\":1}", 412, "stale-revision"));
        cases.add(jsonRequest(RELEASES_PATH + "?dryRun=maybe", "{}", 400, "invalid-parameter"));
        cases.add(jsonRequest("/v1/catalogs/none/releases", "{}", 404, "unknown-catalog"));
        cases.add(jsonRequest("/v1/catalogs/none/channels/production", "{\"release\":1}", 404, "unknown-catalog"));
        for (var channel : List.of("A", "-", "x".repeat(65), "%D0%B0")) {
            cases.add(jsonRequest(EXCHANGE + "/channels/" + channel, "{\"release\":1}", 400, "invalid-name"));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rejectsInvalidRequestsWithoutSideEffects(InvalidReleaseRequest request) throws SQLException {
        var before = countRows();
        given().urlEncodingEnabled(false).header("Authorization", "Bearer " + System.getProperty("parlance.admin.token"))
                .header("If-Match", "\"999\"").header("Content-Type", request.type()).body(request.body())
                .request(request.method(), request.path()).then()
                .statusCode(request.status()).contentType("application/problem+json").body("code", equalTo(request.code()));
        assertThat(countRows()).isEqualTo(before);
    }

    private static InvalidReleaseRequest jsonRequest(String path, String body, int status, String code) {
        return new InvalidReleaseRequest(methodFor(path), path, "application/json", body, status, code);
    }

    private static String methodFor(String path) {
        return path.contains("/channels/") && !path.contains("rollback") ? "PUT" : "POST";
    }

    /** Counts revisions of the shipped catalogs only, because jobs of other tests may still run. */
    private Map<String, Long> countRows() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement();
             var row = statement.executeQuery("select (select count(*) from release), (select count(*) from channel_move),"
                     + " (select count(*) from blob), (select sum(moves) from channel),"
                     + " (select sum(revision) from catalog where name in ('exchange', 'parlance'))")) {
            row.next();
            return Map.of("releases", row.getLong(1), "moves", row.getLong(2), "blobs", row.getLong(3),
                    "channels", row.getLong(4), "revisions", row.getLong(5));
        }
    }
}
