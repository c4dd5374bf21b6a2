package dev.parlance.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresForTests;
import dev.parlance.Ready;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.RawHttp;
import dev.parlance.rest.http.RequestGate;
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
 * Nobody can tell by an answer which way a message came: each request is sent twice, once with a length of nothing, which the short
 * way leaves to the long one and which says nothing new, and the bytes on the wire are the same.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ShortWayTest {
    private static final String EXCHANGE = "/v1/catalogs/exchange/messages/";
    private static final String ORDERS = EXCHANGE + "-1015";
    private static final String LONG_WAY = "Content-Length: 0\r\n";

    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry delivery;
    @Inject
    LongWay longWay;
    @Inject
    RenderedJson rendered;
    @Inject
    ObjectMapper json;

    /** Counts what passes the short way. */
    @ApplicationScoped
    static class LongWay {
        private final AtomicInteger passed = new AtomicInteger();

        void install(@Observes Router router) {
            router.route().order(RequestGate.FIRST - 1).handler(context -> {
                passed.incrementAndGet();
                context.next();
            });
        }

        int passed() {
            return passed.get();
        }
    }

    @BeforeEach
    void aService() {
        Ready.await(delivery);
    }

    static Stream<Arguments> requests() {
        var plain = List.of("", "Accept: text/plain\r\n", "Accept: application/problem+json\r\n", "Accept: */*\r\n",
                "Accept: application/json, text/plain, */*\r\n", "Accept-Language: zh-TW\r\n", "Accept-Language: de;q=0.5, ar\r\n",
                "Accept-Language: \r\n", "Accept: image/png\r\n", "Accept: text/plain;q=0\r\n", "Accept: TEXT/PLAIN\r\n",
                "Accept: text/html, text/plain;q=0.9\r\n", "Accept: application/json\r\nAccept: text/plain\r\n",
                "Accept-Language: ja\r\nAccept-Language: de;q=0.1\r\n", "Accept-Language: en-XA\r\n", "If-None-Match: *\r\n",
                "Origin: https://example.org\r\n", "Range: bytes=0-1\r\n", "X-Long: " + "x".repeat(RequestGate.LARGEST_HEADER) + "\r\n");
        var some = List.of(ORDERS, ORDERS + "?arg=5&arg=10s", ORDERS + "?locale=ja&arg=5&arg=10s", EXCHANGE + "-1130?locale=ar-XB&arg=%3C",
                ORDERS + "?format=text&locale=de", ORDERS + "?format=problem&arg=1", EXCHANGE + "nope", ORDERS + "?unknown=1");
        return Stream.concat(some.stream().flatMap(address -> plain.stream().map(it -> Arguments.of("GET", address, it))),
                Stream.of("HEAD", "POST", "OPTIONS", "PUT").map(it -> Arguments.of(it, ORDERS, "")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("requests")
    void bothWaysAnswerTheSame(String method, String address, String headers) throws IOException {
        assertThatBothWaysAnswerTheSame(method, address, headers);
    }

    static Stream<String> queries() {
        return Stream.of("locale=ja-JP&arg=5&arg=10s", "locale=zh_HK", "locale=", "locale=xx", "locale=tlh", "locale=%zz", "locale=en-XA&arg=1",
                "locale=ja&locale=de", "LOCALE=ja", "locale=ja&LOCALE=de", "arg=", "arg", "arg=&arg=10s", "arg=5&", "&arg=5", "&&", "=5", "arg=5=6", "arg=5;arg=6",
                "arg=0&arg=1", "arg=-5", "arg=007", "arg=1e3", "arg=1.50", "arg=1e99999", "arg=NaN", "arg=9223372036854775808", "arg=-0",
                "arg=999999999999999999", "arg=" + "9".repeat(31), "arg=" + "x".repeat(ArgumentValues.MAX_STRING_LENGTH),
                "arg=" + "x".repeat(3000) + "&arg=" + "y".repeat(2000), "arg=" + "%78".repeat(1200),
                "arg.limit=5&arg.interval=10s", "arg.interval=10s&arg.limit=5", "arg=5&arg.limit=6", "arg.limit=5&arg.limit=6",
                "arg.limit=5&arg.LIMIT=6", "arg.0=5&arg.1=10s", "arg.=5", "arg.b=1&arg.a=2&arg.c=3", "arg.%E6%97%A5=1", "arg." + "n".repeat(65) + "=1",
                "arg=1" + "&arg=1".repeat(31), "arg=1" + "&arg=1".repeat(32), "arg=%E6%97%A5&arg=%F0%9F%98%80", "arg=%FF", "arg=%E6%97", "arg=a+b", "arg=%00", "arg=%0A",
                "arg=%E2%80%AE", "arg=%EF%BF%BF", "arg=%ED%A0%80", "arg=%22%5C%3C%2F", "arg=%C2%85", "arg=a~b!c'(d)*e", "arg=<", "arg=\"", "arg=a%2520b",
                "arg=5&arg=%D7%A9%D7%9C&locale=he", "format=text", "format=TEXT", "format=json", "format=problem&arg=5", "format=nope", "format=",
                "timeZone=Europe/Paris", "timeZone=+02:00", "timeZone=%2B02:00", "timeZone=nowhere", "timeZone=", "strict=true",
                "strict=true&arg=5&arg=10s", "strict=true&arg=5&arg=10s&arg=x", "strict=false", "strict=TRUE", "strict=true&strict=true",
                "unknown=1", "arg=5#fragment", "?", "a=%", "x".repeat(4100));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void whateverIsAskedFor(String query) throws IOException {
        assertThatBothWaysAnswerTheSame("GET", ORDERS + "?" + query, "");
        assertThatBothWaysAnswerTheSame("GET", ORDERS + "?" + query, "Accept: text/plain\r\nAccept-Language: ru\r\n");
    }

    static Stream<String> addresses() {
        return Stream.of(EXCHANGE + "0001", EXCHANGE + "0001-2", EXCHANGE + "nope", EXCHANGE, EXCHANGE + "a%20b", EXCHANGE + "-1015/", EXCHANGE + ".x",
                EXCHANGE + "%2D1015", EXCHANGE + "-1015;x=1", EXCHANGE + "/-1015", EXCHANGE + "-1015/x", EXCHANGE + "x".repeat(129),
                "/v1/catalogs/exchange/../exchange/messages/-1015", "/v1/catalogs/./exchange/messages/-1015", "//v1/catalogs/exchange/messages/-1015",
                "/v1/catalogs/nope/messages/-1015", "/v1/catalogs/EXCHANGE/messages/-1015", "/v1/catalogs//messages/-1015", "/v1/catalogs/messages/-1015",
                "/v1/catalogs/parlance/messages/invalid-parameter?arg=limit&arg=501&arg=1", "/v1/catalogs/parlance/messages/internal-error?locale=ar",
                "/V1/catalogs/exchange/messages/-1015", "http://localhost/v1/catalogs/exchange/messages/-1015", "*");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whateverTheAddress(String address) throws IOException {
        assertThatBothWaysAnswerTheSame("GET", address, "");
    }

    @Test
    void everyMessageInEveryLocale() throws IOException {
        var snapshot = delivery.get(new CatalogName("exchange"));
        var locales = snapshot.offeredLocales().all();
        var messages = snapshot.locale(snapshot.offeredLocales().source()).messages();
        for (int i = 0; i < messages.size(); i++) {
            var locale = locales.get(i % locales.size());
            assertThatBothWaysAnswerTheSame("GET", EXCHANGE + messages.get(i).key() + "?locale=" + locale + "&arg=5&arg=10s", "");
        }
    }

    @Test
    void whatIsPlainTakesTheShortWayAndWhatIsRefusedTheLongOne() throws IOException {
        assertThat(passing(ORDERS + "?locale=ja&arg=5&arg=10s", "")).isZero();
        assertThat(passing(ORDERS + "?arg.limit=%35", "Accept: text/plain\r\nAccept-Language: ja\r\n")).isZero();
        assertThat(passing(EXCHANGE + "nope", "")).isOne();
        assertThat(passing(ORDERS, "Accept: text/html, */*\r\n")).isOne();
        assertThat(passing(ORDERS, LONG_WAY)).isOne();
    }

    private int passing(String address, String headers) throws IOException {
        int before = longWay.passed();
        RawHttp.whole(service, "GET", address, headers);
        return longWay.passed() - before;
    }

    @Test
    void whatIsWrittenIsTheRecordAsJacksonHasIt() throws IOException {
        var snapshot = delivery.get(new CatalogName("exchange"));
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("0", 12);
        given.put("interval", "\u2028\"\\/\u0001é日😀\t");
        given.put("c", new ArgumentValues.Amount("EUR", new BigDecimal("1.50")));
        given.put("d", null);
        given.put("e", true);
        given.put("f", new BigDecimal("1E+3"));
        for (var tag : snapshot.offeredLocales().all()) {
            var reader = ReaderLocale.of(snapshot, tag.value(), Optional.empty());
            for (var key : List.of("-1015", "0001")) {
                var message = reader.served().findMessage(key).orElseThrow();
                var view = RenderedView.of(snapshot, reader, message, ArgumentValues.bind(message.contract(), given), ZoneOffset.UTC, false);
                assertThat(rendered.bytes(view)).isEqualTo(json.writeValueAsBytes(view));
            }
        }
        assertThat(snapshot.offeredLocales().all()).contains(LocaleTag.parse("ja"));
    }

    private void assertThatBothWaysAnswerTheSame(String method, String address, String headers) throws IOException {
        assertThat(RawHttp.whole(service, method, address, headers)).isEqualTo(RawHttp.whole(service, method, address, LONG_WAY + headers));
    }
}
