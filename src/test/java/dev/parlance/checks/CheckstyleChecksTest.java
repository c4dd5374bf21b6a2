package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.rendering.Corpora;
import dev.parlance.rendering.Corpora.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages of Checkstyle in ten languages: short technical sentences with many tags, quotes and file names. */
class CheckstyleChecksTest extends CorpusChecksTestBase {

    @Override
    String name() {
        return "checkstyle";
    }

    @Override
    Corpus corpus() throws IOException {
        return Corpora.checkstyle();
    }

    @Test
    void acceptsEveryTextThatIsNotBroken() {
        assertThat(unreadable()).isEmpty();
        assertThat(found().values().stream().flatMap(List::stream).filter(it -> it.finding().severity() == Severity.ERROR))
                .extracting(CorpusFinding::key).containsExactly("BROKEN");
    }

    /** Every warning was reviewed, not only the first ones of each check. */
    @Test
    void atMostOneWarningInTenIsUnwanted() throws IOException {
        var warnings = Files.readAllLines(Path.of("src/test/resources/checkstyle-judged.tsv")).stream().map(it -> it.split("\t", -1))
                .filter(it -> it[1].equals("WARNING")).toList();
        assertThat(warnings.stream().filter(it -> it[8].equals("wrong")).count()).isLessThanOrEqualTo(warnings.size() / 10);
    }
}
