package dev.parlance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeProject() throws IOException {
        write("parlance.yaml", """
                sourceLocale: en
                dialect: spring
                files:
                  - i18n/messages.properties
                  - i18n/messages_{locale}.properties
                """);
        write("i18n/messages.properties", """
                # Shown in the cart.
                cart.total=Your total is {0}.
                cart.empty=Your cart is empty.
                """);
        write("i18n/messages_de.properties", """
                cart.total=Ihre Summe ist {1}.
                cart.empty=Ihr Warenkorb ist leer
                """);
    }

    @Test
    void printsFindingsWithTheirPlaces() {
        var result = new CommandRun(folder).run("check");
        assertThat(result.out()).isEqualTo("""
                i18n/messages_de.properties:1:27 error arguments: This message has no argument “1”. \
                The intended argument is probably “0”. (cart.total, de)
                i18n/messages_de.properties:2:34 warning end-punctuation: The source text ends with “.”, but this text does not. \
                (cart.empty, de)
                4 texts in 2 files: 1 error, 1 warning, 0 notes
                """);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void printsJson() throws IOException {
        var result = new CommandRun(folder).run("check", "--json");
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.path("errors").asInt()).isPositive();
        assertThat(json.path("files").asInt()).isEqualTo(2);
        assertThat(json.path("texts").asInt()).isEqualTo(4);
        assertThat(new CommandRun(folder).run("check", "--format", "json")).isEqualTo(result);
    }

    /** Tests the members that the JSON schema of SARIF 2.1.0 requires, and those that code hosts need to display a location. */
    @Test
    void printsSarif() throws IOException {
        var result = new CommandRun(folder).run("check", "--format", "sarif");
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.path("version").asText()).isEqualTo("2.1.0");
        var run = json.path("runs").path(0);
        var driver = run.path("tool").path("driver");
        assertThat(driver.path("name").asText()).isEqualTo("Parlance");
        var rules = driver.path("rules").findValuesAsText("id");
        assertThat(rules).isSorted().doesNotHaveDuplicates();
        assertThat(run.path("results")).isNotEmpty().allSatisfy(it -> {
            assertThat(it.path("message").path("text").asText()).isNotBlank();
            assertThat(it.path("level").asText()).isIn(List.of("none", "note", "warning", "error"));
            assertThat(rules.get(it.path("ruleIndex").asInt())).isEqualTo(it.path("ruleId").asText());
            var place = it.path("locations").path(0).path("physicalLocation");
            assertThat(place.path("artifactLocation").path("uri").asText()).isEqualTo("i18n/messages_de.properties");
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(place.path("region").path("startColumn").asInt()).isPositive();
        });
        assertOnlyMembers(json, List.of("$schema", "version", "runs"));
        assertOnlyMembers(run, List.of("tool", "columnKind", "results"));
    }

    /** The schema allows no other members at these levels. */
    private static void assertOnlyMembers(JsonNode node, List<String> members) {
        assertThat(node.properties()).extracting(Map.Entry::getKey).isSubsetOf(members);
    }

    @Test
    void printsAnnotationsOfGitHub() {
        var result = new CommandRun(folder).run("check", "--format", "github");
        assertThat(result.out()).isEqualTo("""
                ::error file=i18n/messages_de.properties,line=1,col=27,title=arguments%3A \
                Argument renamed::This message has no argument “1”. \
                The intended argument is probably “0”. (cart.total, de)
                ::warning file=i18n/messages_de.properties,line=2,col=34,title=end-punctuation%3A \
                Different end punctuation::The source text ends with “.”, but this text does not. (cart.empty, de)
                """);
    }

    @Test
    void failsOnWarningsOnlyIfAsked() throws IOException {
        write("i18n/messages_de.properties", "cart.empty=Ihr Warenkorb ist leer\n");
        assertThat(new CommandRun(folder).run("check").status()).isZero();
        assertThat(new CommandRun(folder).run("check", "--fail-on", "warning").status()).isEqualTo(1);
    }

    @Test
    void checksNamedFilesAsConfigured() {
        var result = new CommandRun(folder.resolve("i18n")).run("check", "messages_de.properties", "messages.properties");
        assertThat(result.out()).contains("i18n/messages_de.properties:1:");
    }

    @Test
    void explainsInTheLanguageOfTheUser() {
        assertThat(new CommandRun(folder).with("LANG", "de_DE.UTF-8").run("check").out()).contains("Diese Meldung hat kein Argument");
        assertThat(new CommandRun(folder).with("LANG", "C.UTF-8").run("check")).isEqualTo(new CommandRun(folder).run("check"));
    }

    @Test
    void namesTheLineOfAnUnreadableFile() throws IOException {
        write("i18n/messages_de.properties", "cart.empty=\\u12\n");
        var result = new CommandRun(folder).run("check");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("parlance: i18n/messages_de.properties:1: malformed:");
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }
}
