package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README shows real output, and stays short enough to be read. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']+)'");
    private static final Pattern ADDRESS = Pattern.compile("'localhost:8080(/[^']*)'");

    @TestHTTPResource
    URI service;

    @Inject
    SnapshotRegistry delivery;

    @BeforeEach
    void awaitReady() {
        Ready.await(delivery);
    }

    record Shown(String command, String output) {
    }

    @ParameterizedTest
    @MethodSource("shown")
    void showsWhatTheServiceAnswers(Shown it) throws IOException, InterruptedException {
        var address = ADDRESS.matcher(it.command());
        assertThat(address.find()).as(it.command()).isTrue();
        var request = HttpRequest.newBuilder(service.resolve(address.group(1)));
        HEADER.matcher(it.command()).results().forEach(header -> request.header(header.group(1), header.group(2)));
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo(it.output());
    }

    @Test
    void isShortEnoughToBeRead() {
        assertThat(lines()).hasSizeLessThan(250);
        assertThat(shown()).hasSizeGreaterThan(5);
    }

    static Stream<Shown> shown() {
        var shown = new ArrayList<Shown>();
        var lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("$ curl ")) {
                shown.add(new Shown(lines.get(i), lines.get(i + 1)));
            }
        }
        return shown.stream();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
