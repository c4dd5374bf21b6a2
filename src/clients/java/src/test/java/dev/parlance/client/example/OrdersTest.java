package dev.parlance.client.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A Quarkus back end whose errors are messages of the catalog. */
@QuarkusTest
class OrdersTest {
    @TestHTTPResource("/orders")
    URI orders;

    private HttpResponse<String> place(String language) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(orders).header("Accept-Language", language).POST(HttpRequest.BodyPublishers.noBody());
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersInTheLanguageOfTheRequest() throws IOException, InterruptedException {
        var german = place("fi, de-AT;q=0.8");
        assertThat(german.statusCode()).isEqualTo(429);
        assertThat(german.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(german.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(german.body()).contains("Zu viele neue Orders, höchstens 1.500 pro 10s").contains("\"status\":429")
                .contains("\"type\":\"https://texts.example/codes/exchange/-1015\"").contains("\"limit\":1500");
        assertThat(place("ja").body()).contains("1,500");
    }

    @Test
    void answersInTheFirstLocaleIfNoOtherMatches() throws IOException, InterruptedException {
        assertThat(place("fi").body()).contains("Too many new orders, at most 1,500 per 10s");
    }
}
