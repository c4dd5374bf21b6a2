package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests with texts of other projects. {@code -Dcorpus.update=true} regenerates the committed counts. */
class CorpusTest {
    private static final Path COMMITTED = Path.of("src/test/resources/corpus-counts.tsv");

    private static List<CorpusCounts> counts = List.of();
    private static Map<String, String> committed = Map.of();

    @BeforeAll
    static void collectCounts() throws IOException {
        counts = Corpora.present().stream().map(CorpusCounts::of).toList();
        committed = rows();
        if (Boolean.getBoolean("corpus.update")) {
            counts.forEach(it -> committed.put(it.name(), it.row()));
            Files.writeString(COMMITTED, CorpusCounts.HEADER + "\n" + String.join("\n", committed.values()) + "\n");
        }
    }

    @Test
    void findsEveryCorpusOnTheClassPath() {
        assertThat(counts).extracting(CorpusCounts::name)
                .contains("h2", "derby", "keycloak", "hibernate-validator", "spring-security");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpora")
    void rendersLikeOriginalLibrary(String corpus) {
        assertThat(counts(corpus).different).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpora")
    void roundTripsThroughPrintf(String corpus) {
        assertThat(counts(corpus).changed).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("committed")
    void matchesCommittedCounts(String corpus) {
        assertThat(counts(corpus).row()).isEqualTo(committed.get(corpus));
    }

    static Stream<String> corpora() {
        return counts.stream().map(CorpusCounts::name);
    }

    /** An installed corpus is compared only if it has the version of the committed counts. */
    static Stream<String> committed() {
        return corpora().filter(it -> !it.equals(Corpora.INSTALLED)
                || committed.getOrDefault(it, "").startsWith(it + "\t" + counts(it).content() + "\t"));
    }

    private static CorpusCounts counts(String corpus) {
        return counts.stream().filter(it -> it.name().equals(corpus)).findFirst().orElseThrow();
    }

    private static Map<String, String> rows() throws IOException {
        if (Files.notExists(COMMITTED)) {
            return new LinkedHashMap<>();
        }
        return Files.readAllLines(COMMITTED).stream().skip(1).collect(Collectors.toMap(row -> row.substring(0, row.indexOf('\t')),
                Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }
}
