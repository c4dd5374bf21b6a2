package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.parlance.rest.http.PartialFake;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "-|JSON", "*/*|JSON", "application/json|JSON", "application/*|JSON", "text/plain|TEXT", "text/*|TEXT",
                "application/problem+json|PROBLEM", "application/vnd.google.rpc.status+json|RPC",
        "text/plain, application/json|JSON", "application/json;q=0.5, text/plain|TEXT", "*/*;q=0.1, application/problem+json|PROBLEM",
        "application/*;q=0.2, text/plain;q=0.1|JSON", "application/json;q=0, */*|TEXT", "text/html, */*;q=0.8|JSON",
        "application/json, text/plain, */*|JSON"
    })
    void prefersHighestQualityThenJson(@Nullable String accept, Representation expected) {
        assertThat(Representation.negotiate(headers(accept))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-",
            value = {"-", "*/*", "application/json", "application/json, text/plain, */*", "text/plain", "application/problem+json",
                "application/vnd.google.rpc.status+json"})
    void answersCommonHeadersLikeNegotiation(@Nullable String accept) {
        assertThat(Representation.ofCommonHeader(accept)).isEqualTo(Representation.negotiate(headers(accept)));
    }

    @Test
    void leavesOtherHeadersToNegotiation() {
        assertThat(Representation.ofCommonHeader("")).isNull();
        assertThat(Representation.ofCommonHeader("text/plain;q=0.5")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"json,JSON", "text,TEXT", "problem,PROBLEM", "rpc,RPC"})
    void prefersParameterToHeader(String format, Representation expected) {
        assertThat(Representation.of(format, () -> fail("not asked for"))).isEqualTo(expected);
        assertThat(Representation.of(null, () -> expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JSON", "xml", "日本"})
    void rejectsUnknownFormats(String format) {
        assertThatThrownBy(() -> Representation.of(format, () -> Representation.JSON))
                .hasMessage("invalid-parameter {parameter=format, value=" + (format.isEmpty() ? "none" : format)
                + ", allowed=json, text, problem, rpc}");
    }

    @Test
    void declaresCharsetOnlyForText() {
        assertThat(Arrays.stream(Representation.values()).map(Representation::contentType))
                .containsExactly("application/json", "text/plain;charset=UTF-8", "application/problem+json",
                        "application/vnd.google.rpc.status+json");
    }

    private static HttpHeaders headers(@Nullable String accept) {
        var ranges = accept == null ? List.<MediaType>of()
                : Arrays.stream(accept.split(",")).map(String::strip).map(MediaType::valueOf).toList();
        return PartialFake.of(HttpHeaders.class, Map.of("getHeaderString", it -> accept, "getAcceptableMediaTypes", it -> ranges));
    }
}
