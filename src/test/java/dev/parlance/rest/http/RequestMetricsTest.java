package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.RawHttp;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every response is counted once on both paths, and clients cannot create meters. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RequestMetricsTest {
    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    MeterRegistry registry;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET     | /v1/catalogs/exchange/messages/-1015        | /v1/catalogs/{catalog}/messages/{key}   | SUCCESS      | 200
            HEAD    | /v1/catalogs/exchange/messages/-1015        | /v1/catalogs/{catalog}/messages/{key}   | SUCCESS      | 200
            GET     | /v1/catalogs/exchange/messages/nope         | /v1/catalogs/{catalog}/messages/{key}   | CLIENT_ERROR | 404
            GET     | /v1/catalogs/exchange/messages/-1015?x=1    | /v1/catalogs/{catalog}/messages/{key}   | CLIENT_ERROR | 400
            GET     | /v1/catalogs/exchange/bundles/ja            | /v1/catalogs/{catalog}/bundles/{locale} | SUCCESS      | 200
            GET     | /v1/catalogs/exchange/releases/1/bundles/ja | /v1/catalogs/{catalog}/releases/{release}/bundles/{locale} | SUCCESS | 200
            DELETE  | /v1/catalogs/exchange/bundles/ja            | /v1/catalogs/{catalog}/bundles/{locale} | CLIENT_ERROR | 405
            NONSENSE | /v1/catalogs/exchange                      | /v1/catalogs/{catalog}                  | CLIENT_ERROR | 405
            GET     | /v1/openapi                                 | /v1/openapi                             | SUCCESS      | 200
            GET     | /nowhere                                    | NOT_FOUND                               | CLIENT_ERROR | 404
            GET     | /no//where                                  | UNKNOWN                                 | CLIENT_ERROR | 400
            """)
    void countsResponsesByRouteTemplate(String method, String address, String uri, String outcome, String status) throws IOException {
        var methodTag = method.equals("NONSENSE") ? "UNKNOWN" : method;
        // The first request for a bundle takes the slow path, the second one the fast path.
        for (int i = 0; i < 2; i++) {
            double before = count(methodTag, uri, outcome, status);
            assertThat(RawHttp.exchange(service, method, address, "")).startsWith("HTTP/1.1 " + status);
            // A response may arrive shortly before it is counted.
            ShippedCatalogsReady.await("the count", () -> count(methodTag, uri, outcome, status) > before);
            assertThat(count(methodTag, uri, outcome, status)).isEqualTo(before + 1);
        }
    }

    @Test
    void countsAbortedRequests() throws IOException {
        double before = count("POST", "/v1/catalogs/{catalog}/render", "CLIENT_ERROR", "413");
        RawHttp.exchange(service, "POST", "/v1/catalogs/exchange/render", "Content-Type: application/json\r\nContent-Length: 2000000\r\n");
        ShippedCatalogsReady.await("the count", () -> count("POST", "/v1/catalogs/{catalog}/render", "CLIENT_ERROR", "413") == before + 1);
    }

    private double count(String method, String uri, String outcome, String status) {
        return registry.find("http.server.requests").tags("method", method, "uri", uri, "outcome", outcome, "status", status)
                .timers().stream().mapToLong(it -> it.count()).sum();
    }
}
