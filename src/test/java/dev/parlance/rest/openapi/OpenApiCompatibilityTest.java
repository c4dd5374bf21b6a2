package dev.parlance.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;

/**
 * The API stays compatible with the last release.
 *
 * <p>{@code released.yaml} is the description of the last release, and is replaced by {@code parlance.yaml} with each of them. A breaking
 * change needs a line in the section "Unreleased" of {@code changelog.md} that begins with {@code - Breaking:} and names the operation:
 * <pre>- Breaking: `GET /v1/catalogs`: the parameter `fallback` is now `languages`.</pre>
 */
class OpenApiCompatibilityTest {
    private static final Path FOLDER = Path.of("src/main/openapi");
    private static final Pattern ALLOWANCE = Pattern.compile("^- Breaking: (.*(?:\\n {2}.*)*)", Pattern.MULTILINE);
    private static final Pattern OPERATION = Pattern.compile("`((?:GET|PUT|POST|DELETE|PATCH) /[^`]*)`");

    private static String released;

    @BeforeAll
    static void read() throws IOException {
        released = Files.readString(FOLDER.resolve("released.yaml"));
    }

    @Test
    void breaksNothingUnlessTheChangelogSaysSo() throws IOException {
        var current = Files.readString(FOLDER.resolve("parlance.yaml"));

        assertThat(breakingOperations(released, current)).as("breaking changes without a line in the changelog")
                .isSubsetOf(allowedOperations(Files.readString(Path.of("src/docs/changelog.md"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/locales/{locale}:      | /v1/languages/{locale}:   | GET /v1/locales/{locale}
            name: fallback             | name: languages           | GET /v1/catalogs/{catalog}/messages
            operationId: saveText      | operationId: storeText     | 
            type: integer              | type: string              | GET /v1/changes
            """)
    void findsBreakingChanges(String before, String after, String expected) {
        assertThat(released).contains(before);

        var broken = breakingOperations(released, released.replace(before, after));

        if (expected == null) {
            assertThat(broken).isEmpty();
        } else {
            assertThat(broken).contains(expected);
        }
    }

    @Test
    void acceptsAdditions() {
        var addition = "/v1/added:\n    get:\n      responses:\n        \"200\":\n          description: OK\n  /v1/accounts:";

        assertThat(breakingOperations(released, released.replace("/v1/accounts:", addition))).isEmpty();
    }

    @Test
    void readsAllowancesOfTheNextReleaseOnly() {
        var changelog = """
                # Changelog

                ## Unreleased

                - Breaking: `GET /v1/a` and
                  `PUT /v1/b` are gone.
                - Better: `GET /v1/c`.

                ## 1.0

                - Breaking: `GET /v1/d`.
                """;
        assertThat(allowedOperations(changelog)).containsExactly("GET /v1/a", "PUT /v1/b");
    }

    private static Set<String> breakingOperations(String before, String after) {
        var difference = OpenApiCompare.fromContents(comparable(before), comparable(after));
        return Stream.concat(difference.getMissingEndpoints().stream().map(it -> it.getMethod() + " " + it.getPathUrl()),
                        difference.getChangedOperations().stream().filter(it -> it.isIncompatible())
                                .map(it -> it.getHttpMethod() + " " + it.getPathUrl()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The library does not compare types of version 3.1. The description has nothing that version 3.0 lacks. */
    private static String comparable(String document) {
        return document.replaceFirst("openapi: 3\\.1\\.0", "openapi: 3.0.3");
    }

    private static List<String> allowedOperations(String changelog) {
        int start = changelog.indexOf("\n## Unreleased");
        int end = changelog.indexOf("\n## ", start + 1);
        return ALLOWANCE.matcher(changelog.substring(start, end < 0 ? changelog.length() : end)).results()
                .flatMap(it -> OPERATION.matcher(it.group(1)).results()).map(it -> it.group(1)).toList();
    }
}
