package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.checks.text.TextPart;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Checks CHECKS = new Checks(AllChecks.ALL);

    @Test
    void sortsBySeverityThenPartThenPosition() {
        var subject = of("de", "Use {n}.", "Nutze {m} (!  .");
        assertThat(CHECKS.run(subject)).extracting(Finding::severity).isSorted();
        var source = new CheckedText(Syntax.ICU, "a  b  c", "(  ");
        assertThat(CHECKS.run(new CheckInput(CheckExample.ENGLISH, CheckExample.ENGLISH, source, Optional.empty(), ArgumentContract.EMPTY,
                OptionalInt.empty(), List.of(), List.of())))
                .extracting(it -> it.part() + " " + it.start() + " " + it.check())
                .containsExactly("MESSAGE 1 doubled-blanks", "MESSAGE 4 doubled-blanks", "DESCRIPTION 0 balance",
                "DESCRIPTION 1 edge-blanks");
    }

    @Test
    void reportsOnlyInvalidPatternForUncompilableText() {
        assertThat(CHECKS.run(of("de", "{n}  x.", "{n  (")).stream().map(Finding::check)).containsExactly("pattern");
    }

    @Test
    void limitsFindingsPerCheck() {
        var text = "a" + "  a".repeat(Checks.MAX_FINDINGS_PER_CHECK + 5);
        var found = CHECKS.run(of("de", "b", text));
        assertThat(found).hasSize(Checks.MAX_FINDINGS_PER_CHECK);
    }

    @Test
    void dropsFixThatCausesAnotherFinding() {
        var example = CheckExample.of("fr | Sure? | Sûr? | ");
        assertThat(CHECKS.run(example.input(OptionalInt.of(5), List.of(), List.of()))).singleElement().extracting(Finding::fix)
                .isEqualTo(Optional.of(new Fix("Sûr\u202F?")));
        assertThat(CHECKS.run(example.input(OptionalInt.of(4), List.of(), List.of()))).singleElement().extracting(Finding::fix)
                .isEqualTo(Optional.empty());
    }

    @Test
    void hasUniqueCheckNames() {
        assertThat(IntStream.range(0, AllChecks.ALL.size()).mapToObj(it -> AllChecks.ALL.get(it).name())).doesNotHaveDuplicates();
    }

    private static CheckInput of(String locale, String source, String text) {
        return CheckExample.of(locale + " | " + source + " | x | ").input().with(TextPart.MESSAGE, text);
    }
}
