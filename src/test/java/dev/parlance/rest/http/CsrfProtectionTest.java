package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrfProtectionTest {

    @ParameterizedTest
    @CsvSource({"GET,false", "HEAD,false", "OPTIONS,false", "POST,true", "PUT,true", "PATCH,true", "DELETE,true", "get,true",
            "PROPFIND,true"})
    void treatsOnlyReadingMethodsAsSafe(String method, boolean unsafe) {
        var request = PartialFake.of(ContainerRequestContext.class, Map.of("getMethod", arguments -> method));
        assertThat(CsrfProtection.isUnsafe(request)).isEqualTo(unsafe);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "same-origin,-", "same-origin,https://evil.example", "-,https://parlance.example", "-,http://PARLANCE.example"
    })
    void acceptsRequestsOfOwnPages(@Nullable String site, @Nullable String origin) {
        assertThatCode(() -> rejectCrossSite(site, origin, "parlance.example")).doesNotThrowAnyException();
        assertThatCode(() -> rejectCrossSitePages(site, origin, "parlance.example")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "cross-site,-", "same-site,-", "none,-", "SAME-ORIGIN,-", "'',-", "cross-site,https://parlance.example", "-,https://evil.example",
        "-,https://parlance.example.evil.example", "-,https://parlance.example:444", "-,https://user@parlance.example", "-,null", "-,''",
        "-,https://日本 .example", "-,parlance.example"
    })
    void rejectsRequestsOfOtherPages(@Nullable String site, @Nullable String origin) {
        assertThatThrownBy(() -> rejectCrossSite(site, origin, "parlance.example")).hasMessage("cross-site {}");
        assertThatThrownBy(() -> rejectCrossSitePages(site, origin, "parlance.example")).hasMessage("cross-site {}");
    }

    @Test
    void acceptsProgramsOnlyWithoutCookie() {
        assertThatThrownBy(() -> rejectCrossSite(null, null, "parlance.example")).hasMessage("cross-site {}");
        assertThatCode(() -> rejectCrossSitePages(null, null, "parlance.example")).doesNotThrowAnyException();
    }

    @Test
    void rejectsOriginIfHostIsUnknown() {
        assertThatThrownBy(() -> rejectCrossSite(null, "https://parlance.example", null)).hasMessage("cross-site {}");
        assertThatThrownBy(() -> rejectCrossSitePages(null, "https://parlance.example", null)).hasMessage("cross-site {}");
    }

    private static void rejectCrossSite(@Nullable String site, @Nullable String origin, @Nullable String host) {
        CsrfProtection.rejectCrossSite(PartialFake.of(ContainerRequestContext.class, headers(site, origin, host)));
    }

    private static void rejectCrossSitePages(@Nullable String site, @Nullable String origin, @Nullable String host) {
        CsrfProtection.rejectCrossSitePages(PartialFake.of(HttpHeaders.class, headers(site, origin, host)));
    }

    private static Map<String, Function<Object[], Object>> headers(@Nullable String site, @Nullable String origin, @Nullable String host) {
        var headers = new HashMap<Object, @Nullable String>();
        headers.put("Sec-Fetch-Site", site);
        headers.put("Origin", origin);
        headers.put("Host", host);
        return Map.of("getHeaderString", arguments -> headers.get(arguments[0]));
    }
}
