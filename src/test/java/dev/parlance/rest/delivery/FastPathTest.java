package dev.parlance.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.RawHttp;
import dev.parlance.rest.http.RequestValidation;
import dev.parlance.rest.input.ReaderLocale;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Responses are identical on both paths.
 *
 * <p>Each request is sent twice and the bytes are compared. The second request has the header {@code Content-Length: 0}, which does
 * not change its meaning, but makes it fall through to Jakarta REST.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FastPathTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange/messages/";
    private static final String MARK = "Counted";
    private static final String ORDERS_MESSAGE = EXCHANGE + "-1015";
    private static final String EMPTY_BODY_HEADER = "Content-Length: 0\r\n";

    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    FallthroughCounter counter;
    @Inject
    RenderedJsonWriter jsonWriter;
    @Inject
    ObjectMapper json;

    /** Counts the marked requests that the fast path does not serve. Other tests may still send requests of their own. */
    @ApplicationScoped
    static class FallthroughCounter {
        private final AtomicInteger count = new AtomicInteger();

        void registerRoutes(@Observes Router router) {
            router.route().order(RequestValidation.ROUTE_ORDER - 1).handler(context -> {
                if (context.request().headers().contains(MARK)) {
                    count.incrementAndGet();
                }
                context.next();
            });
        }

        int count() {
            return count.get();
        }
    }

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    static Stream<Arguments> requests() {
        var headerSets = List.of("", "Accept: text/plain\r\n", "Accept: application/problem+json\r\n",
                "Accept: application/vnd.google.rpc.status+json\r\n", "Accept: */*\r\n",
                "Accept: application/json, text/plain, */*\r\n", "Accept-Language: zh-TW\r\n", "Accept-Language: de;q=0.5, ar\r\n",
                "Accept-Language: \r\n", "Accept: image/png\r\n", "Accept: text/plain;q=0\r\n", "Accept: TEXT/PLAIN\r\n",
                "Accept: text/html, text/plain;q=0.9\r\n", "Accept: application/json\r\nAccept: text/plain\r\n",
                "Accept-Language: ja\r\nAccept-Language: de;q=0.1\r\n", "Accept-Language: en-XA\r\n", "If-None-Match: *\r\n",
                "Origin: https://example.org\r\n", "Range: bytes=0-1\r\n",
                "X-Long: " + "x".repeat(RequestValidation.MAX_HEADER_BYTES) + "\r\n");
        var addresses = List.of(ORDERS_MESSAGE, ORDERS_MESSAGE + "?arg=5&arg=10s", ORDERS_MESSAGE + "?locale=ja&arg=5&arg=10s",
                EXCHANGE + "-1130?locale=ar-XB&arg=%3C",
                ORDERS_MESSAGE + "?format=text&locale=de", ORDERS_MESSAGE + "?format=problem&arg=1", EXCHANGE + "nope",
                ORDERS_MESSAGE + "?unknown=1");
        return Stream.concat(addresses.stream().flatMap(address -> headerSets.stream().map(it -> Arguments.of("GET", address, it))),
                Stream.of("HEAD", "POST", "OPTIONS", "PUT").map(it -> Arguments.of(it, ORDERS_MESSAGE, "")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("requests")
    void answersAlikeOnBothPaths(String method, String address, String headers) throws IOException {
        assertSameResponseOnBothPaths(method, address, headers);
    }

    static Stream<String> queries() {
        return Stream.of("locale=ja-JP&arg=5&arg=10s", "locale=zh_HK", "locale=nn", "locale=pl&fallback=full",
                "locale=tlh&fallback=parents",
                "locale=de-AT&fallback=none", "locale=de&fallback=none", "fallback=parents", "fallback=FULL", "fallback=", "locale=",
                "locale=xx", "locale=tlh", "locale=%zz", "locale=en-XA&arg=1",
                "locale=ja&locale=de", "LOCALE=ja", "locale=ja&LOCALE=de", "arg=", "arg", "arg=&arg=10s", "arg=5&", "&arg=5", "&&", "=5",
                "arg=5=6", "arg=5;arg=6",
                "arg=0&arg=1", "arg=-5", "arg=007", "arg=1e3", "arg=1.50", "arg=1e99999", "arg=NaN", "arg=9223372036854775808", "arg=-0",
                "arg=999999999999999999", "arg=" + "9".repeat(31), "arg=" + "x".repeat(ArgumentValues.MAX_STRING_LENGTH),
                "arg=" + "x".repeat(3000) + "&arg=" + "y".repeat(2000), "arg=" + "%78".repeat(1200),
                "arg.limit=5&arg.interval=10s", "arg.interval=10s&arg.limit=5", "arg=5&arg.limit=6", "arg.limit=5&arg.limit=6",
                "arg.limit=5&arg.LIMIT=6", "arg.0=5&arg.1=10s", "arg.=5", "arg.b=1&arg.a=2&arg.c=3", "arg.%E6%97%A5=1",
                "arg." + "n".repeat(65) + "=1",
                "arg=1" + "&arg=1".repeat(31), "arg=1" + "&arg=1".repeat(32), "arg=%E6%97%A5&arg=%F0%9F%98%80", "arg=%FF", "arg=%E6%97",
                "arg=a+b", "arg=%00", "arg=%0A",
                "arg=%E2%80%AE", "arg=%EF%BF%BF", "arg=%ED%A0%80", "arg=%22%5C%3C%2F", "arg=%C2%85", "arg=a~b!c'(d)*e",
                "arg=<", "arg=\"", "arg=a%2520b",
                "arg=5&arg=%D7%A9%D7%9C&locale=he", "format=text", "format=TEXT", "format=json", "format=problem&arg=5", "format=rpc&arg=5",
                "format=nope",
                "format=",
                "timeZone=Europe/Paris", "timeZone=+02:00", "timeZone=%2B02:00", "timeZone=nowhere", "timeZone=", "strict=true",
                "strict=true&arg=5&arg=10s", "strict=true&arg=5&arg=10s&arg=x", "strict=false", "strict=TRUE", "strict=true&strict=true",
                "unknown=1", "arg=5#fragment", "?", "a=%", "x".repeat(4100));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answersAlikeForEveryQuery(String query) throws IOException {
        assertSameResponseOnBothPaths("GET", ORDERS_MESSAGE + "?" + query, "");
        assertSameResponseOnBothPaths("GET", ORDERS_MESSAGE + "?" + query, "Accept: text/plain\r\nAccept-Language: ru\r\n");
    }

    static Stream<String> addresses() {
        return Stream.of(EXCHANGE + "0001", EXCHANGE + "0001-2", EXCHANGE + "nope", EXCHANGE, EXCHANGE + "a%20b", EXCHANGE + "-1015/",
                EXCHANGE + ".x",
                EXCHANGE + "%2D1015", EXCHANGE + "-1015;x=1", EXCHANGE + "/-1015", EXCHANGE + "-1015/x", EXCHANGE + "x".repeat(129),
                "/v1/catalogs/exchange/../exchange/messages/-1015", "/v1/catalogs/./exchange/messages/-1015",
                "//v1/catalogs/exchange/messages/-1015",
                "/v1/catalogs/nope/messages/-1015", "/v1/catalogs/EXCHANGE/messages/-1015", "/v1/catalogs//messages/-1015",
                "/v1/catalogs/messages/-1015", "/v1/catalogs/parlance/messages/invalid-parameter?arg=limit&arg=501&arg=1",
                "/v1/catalogs/parlance/messages/internal-error?locale=ar",
                "/V1/catalogs/exchange/messages/-1015", "http://localhost/v1/catalogs/exchange/messages/-1015", "*");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void answersAlikeForEveryAddress(String address) throws IOException {
        assertSameResponseOnBothPaths("GET", address, "");
    }

    @Test
    void answersAlikeForEveryMessage() throws IOException {
        var snapshot = snapshots.get(new CatalogName("exchange"));
        var locales = snapshot.offeredLocales().all();
        var messages = snapshot.locale(snapshot.offeredLocales().source()).messages();
        for (int i = 0; i < messages.size(); i++) {
            var locale = locales.get(i % locales.size());
            assertSameResponseOnBothPaths("GET", EXCHANGE + messages.get(i).key() + "?locale=" + locale + "&arg=5&arg=10s", "");
        }
    }

    @Test
    void handlesOnlyValidRequestsOnFastPath() throws IOException {
        assertFallthroughs(0, ORDERS_MESSAGE + "?locale=ja&arg=5&arg=10s", "");
        assertFallthroughs(0, ORDERS_MESSAGE + "?arg.limit=%35", "Accept: text/plain\r\nAccept-Language: ja\r\n");
        assertFallthroughs(1, EXCHANGE + "nope", "");
        assertFallthroughs(1, ORDERS_MESSAGE, "Accept: text/html, */*\r\n");
        assertFallthroughs(1, ORDERS_MESSAGE, EMPTY_BODY_HEADER);
    }

    private void assertFallthroughs(int expected, String address, String headers) throws IOException {
        int before = counter.count();
        var response = RawHttp.exchange(service, "GET", address, headers + MARK + ": x\r\n");
        assertThat(counter.count() - before).as(response).isEqualTo(expected);
    }

    @Test
    void writesSameJsonAsJackson() throws IOException {
        var snapshot = snapshots.get(new CatalogName("exchange"));
        var supplied = new LinkedHashMap<String, @Nullable Object>();
        supplied.put("0", 12);
        supplied.put("interval", "\u2028\"\\/\u0001é日😀\t");
        supplied.put("c", new ArgumentValues.Amount("EUR", new BigDecimal("1.50")));
        supplied.put("d", null);
        supplied.put("e", true);
        supplied.put("f", new BigDecimal("1E+3"));
        for (var tag : snapshot.offeredLocales().all()) {
            var readerLocale = ReaderLocale.of(snapshot, tag.value(), Optional.empty());
            for (var key : List.of("-1015", "0001")) {
                var message = readerLocale.served().findMessage(key).orElseThrow();
                var view = RenderedView.of(snapshot, readerLocale, message, ArgumentValues.bind(message.contract(), supplied),
                        ZoneOffset.UTC, false);
                assertThat(jsonWriter.toBytes(view)).asString(StandardCharsets.UTF_8).contains("é日😀")
                        .isEqualTo(json.writeValueAsString(view));
            }
        }
        assertThat(snapshot.offeredLocales().all()).contains(LocaleTag.parse("ja"));
    }

    private void assertSameResponseOnBothPaths(String method, String address, String headers) throws IOException {
        assertThat(RawHttp.exchange(service, method, address, headers))
                .isEqualTo(RawHttp.exchange(service, method, address, EMPTY_BODY_HEADER + headers));
    }
}
