package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.LineBreaks;
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

    /** One Russian text contains a carriage return, because a backslash in its file is not escaped. */
    @Test
    void acceptsEveryText() throws IOException {
        assertThat(unreadable()).isEmpty();
        assertThat(found().values().stream().flatMap(List::stream).filter(it -> it.finding().severity() == Severity.ERROR)).isEmpty();
        assertThat(corpus().texts()).filteredOn(it -> ForbiddenCharacters.findFirst(it.text()).isPresent())
                .allMatch(it -> it.text().contains("\r\n")).isNotEmpty();
        assertThat(corpus().texts()).noneMatch(it -> ForbiddenCharacters.findFirst(LineBreaks.normalize(it.text())).isPresent());
    }

    /** All warnings are reviewed, because no check has more findings than the table lists. */
    @Test
    void hasAtLeastNinetyPercentCorrectWarnings() throws IOException {
        var warnings = Files.readAllLines(Path.of("src/test/resources/checkstyle-judged.tsv")).stream().map(it -> it.split("\t", -1))
                .filter(it -> it[1].equals("WARNING")).toList();
        assertThat(warnings.stream().filter(it -> it[8].equals("wrong")).count()).isLessThanOrEqualTo(warnings.size() / 10);
    }
}
