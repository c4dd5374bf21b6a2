package dev.parlance.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    private final Parlance texts = Samples.exchange();

    @AfterEach
    void close() {
        texts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"type\":\"https://texts.example/codes/exchange/-1015\",\"title\":\"x\",\"arguments\":{\"limit\":5,\"interval\":\"10s\"}}",
            "{\"code\":-1015,\"msg\":\"x\",\"args\":{\"limit\":5,\"interval\":\"10s\"}}",
            "{\"error\":{\"code\":429,\"details\":[{\"reason\":\"-1015\",\"metadata\":{\"limit\":\"5\",\"interval\":\"10s\"}}]}}"})
    void localizesErrorBodies(String body) {
        var problem = texts.problem("de-AT", body);
        assertThat(problem.text()).isEqualTo("Zu viele neue Orders, höchstens 5 pro 10s");
        assertThat(problem.key()).hasValue("-1015");
        assertThat(problem.language()).hasValue("de");
    }

    @Test
    void showsTheTextOfTheBodyIfArgumentsAreMissing() {
        var problem = texts.problem("{\"code\":-1015,\"msg\":\"Too many orders.\"}");
        assertThat(problem.text()).isEqualTo("Too many orders.");
        assertThat(problem.key()).hasValue("-1015");
        assertThat(problem.language()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad gateway", "{\"message\":\"Bad gateway\"}", "{\"code\":-9,\"detail\":\"Bad gateway\"}"})
    void showsTheTextOfUnknownErrors(String body) {
        assertThat(texts.problem(body).text()).isEqualTo("Bad gateway");
        assertThat(texts.problem(body).key()).isEmpty();
    }
}
