package dev.parlance.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatePolicyTest {

    @ParameterizedTest
    @CsvSource({
            "GET, /v1/catalogs, READS",
            "GET, /v1/session, READS",
            "PUT, /v1/catalogs/{catalog}/messages/{key}, WRITES",
            "DELETE, /v1/catalogs/{catalog}, WRITES",
            "PATCH, /v1/accounts/{name}, WRITES",
            "POST, /v1/catalogs/{catalog}/imports, WRITES",
            "POST, /v1/catalogs/{catalog}/render, RENDER",
            "PUT, /v1/catalogs/{catalog}/render, WRITES",
            "POST, /v1/resolve, RENDER",
            "POST, /v1/catalogs/{catalog}/localize, RENDER",
            "POST, /v1/catalogs/{catalog}/preview, PREVIEW",
            "POST, /v1/catalogs/{catalog}/missing, MISSES"})
    void followsFromTheRoute(String method, String template, RatePolicy expected) {
        assertThat(RatePolicy.of(method, template)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"POST, /v1/session", "DELETE, /v1/session", "POST, /v1/first-administrator"})
    void leavesSignInsToTheirOwnLimits(String method, String template) {
        assertThat(RatePolicy.of(method, template)).isEmpty();
    }
}
