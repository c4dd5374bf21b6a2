package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the Java examples of the documentation are quotations from tests of the client, which run them. */
class JavaClientDocumentationTest {
    private static final Path TESTS = Path.of("src/clients/java/src/test/java");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    @ParameterizedTest
    @ValueSource(strings = {"java", "mobile"})
    void quotesTests(String page) throws IOException {
        var sources = readSources();
        var examples = EXAMPLE.matcher(Files.readString(Path.of("src/docs", page + ".md"))).results().map(it -> it.group(1)).toList();
        assertThat(examples).isNotEmpty().allSatisfy(example -> assertThat(sources).anySatisfy(source ->
                assertThat(source).contains(withoutIndentation(example))));
    }

    private static List<String> readSources() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(it -> it.toString().endsWith(".java")).map(it -> {
                try {
                    return withoutIndentation(Files.readString(it));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
