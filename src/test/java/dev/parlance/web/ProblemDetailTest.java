package dev.parlance.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemDetailTest {

    @Test
    void linksListsThatHavePages() {
        assertThat(ProblemDetail.of("No message. GET /v1/catalogs/exchange/messages lists its messages.")).containsExactly(
                new ProblemDetail("No message. ", ""), new ProblemDetail("/codes/exchange", "/codes/exchange"),
                new ProblemDetail(" lists its messages.", ""));
        assertThat(ProblemDetail.of("GET /v1/catalogs lists them.")).extracting(ProblemDetail::path).containsExactly("", "/codes", "");
        assertThat(ProblemDetail.of("GET /v1/openapi describes it.")).extracting(ProblemDetail::path).containsExactly("", "/docs/api", "");
    }

    @Test
    void keepsOtherCalls() {
        assertThat(ProblemDetail.of("GET /v1/catalogs/exchange/channels lists them.")).hasSize(1);
    }
}
