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

/** Tests that the README shows real output and stays short. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']+)'");
    private static final Pattern ADDRESS = Pattern.compile("'localhost:8080(/[^']*)'");

    @TestHTTPResource
    URI service;

    @Inject
    SnapshotRegistry snapshots;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    record ReadmeExample(String command, String output) {
    }

    @ParameterizedTest
    @MethodSource("shown")
    void showsRealOutput(ReadmeExample it) throws IOException, InterruptedException {
        var address = ADDRESS.matcher(it.command());
        assertThat(address.find()).as(it.command()).isTrue();
        var request = HttpRequest.newBuilder(service.resolve(address.group(1)));
        HEADER.matcher(it.command()).results().forEach(header -> request.header(header.group(1), header.group(2)));
        var response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo(it.output());
    }

    @Test
    void isShort() {
        assertThat(readLines()).hasSizeLessThan(250);
        assertThat(shown()).hasSizeGreaterThan(5);
    }

    static Stream<ReadmeExample> shown() {
        var shown = new ArrayList<ReadmeExample>();
        var lines = readLines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("$ curl ")) {
                shown.add(new ReadmeExample(lines.get(i), lines.get(i + 1)));
            }
        }
        return shown.stream();
    }

    private static List<String> readLines() {
        try {
            return Files.readAllLines(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
