package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedLineBreaksTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ChangedLineBreaks();
    }

    @Override
    protected String table() {
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
    void ratesParagraphsAboveLineBreaks(String source, String text, Severity severity) {
        assertThat(check().inspect(CheckExample.of("de | " + source + " | " + text + " | ").input())).extracting(Finding::severity)
                .containsExactly(severity);
    }
}
