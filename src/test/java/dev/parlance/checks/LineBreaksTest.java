package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest extends CheckContract {

    @Override
    Check check() {
        return new LineBreaks();
    }

    @Override
    String table() {
        return """
                de        | a⏎b      | eins⏎zwei  |
                ja        | a⏎b      | 一⏎二⏎      |
                ar        | a        | أ          |
                printf ru | a%nb     | а⏎б        |
                de        | a⏎b      | eins zwei  | line-breaks
                ar        | a        | أ⏎ب        | line-breaks
                ja        | a⏎⏎b     | 一⏎二       | line-breaks
                ru        | a        | а⏎б        | line-breaks
                """;
    }

    @ParameterizedTest
    @CsvSource({"a⏎⏎b, eins zwei, WARNING", "a⏎⏎b, eins⏎zwei, WARNING", "a⏎b, eins zwei, INFORMATION", "a b, eins⏎zwei, INFORMATION"})
    void paragraphsCountForMoreThanLines(String source, String text, Severity severity) {
        assertThat(check().look(Example.of("de | " + source + " | " + text + " | ").subject())).extracting(Finding::severity)
                .containsExactly(severity);
    }
}
