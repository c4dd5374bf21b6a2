package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.text.Part;
import dev.parlance.checks.text.Written;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Checks CHECKS = new Checks(Members.ALL);

    @Test
    void gravestFirstThenMessageBeforeDescriptionThenFromTheStart() {
        var subject = of("de", "Use {n}.", "Nutze {m} (!  .");
        assertThat(CHECKS.look(subject)).extracting(Finding::severity).isSorted();
        var source = new Written(Syntax.ICU, "a  b  c", "(  ");
        assertThat(CHECKS.look(new Subject(Example.ENGLISH, Example.ENGLISH, source, Optional.empty(), Contract.NONE, OptionalInt.empty(),
                List.of(), List.of())))
                .extracting(it -> it.part() + " " + it.start() + " " + it.check())
                .containsExactly("MESSAGE 1 doubled-blanks", "MESSAGE 4 doubled-blanks", "DESCRIPTION 0 balance", "DESCRIPTION 1 edge-blanks");
    }

    @Test
    void whatDoesNotCompileHasNoOtherFindings() {
        assertThat(CHECKS.look(of("de", "{n}  x.", "{n  (")).stream().map(Finding::check)).containsExactly("pattern");
    }

    @Test
    void ofOneKindThereAreNotMoreThanABound() {
        var text = "a" + "  a".repeat(Checks.MOST_OF_A_KIND + 5);
        var found = CHECKS.look(of("de", "b", text));
        assertThat(found).hasSize(Checks.MOST_OF_A_KIND);
    }

    @Test
    void aFixThatBringsAnotherFindingIsNotOffered() {
        var example = Example.of("fr | Sure? | Sûr? | ");
        assertThat(CHECKS.look(example.subject(OptionalInt.of(5), List.of(), List.of()))).singleElement().extracting(Finding::fix)
                .isEqualTo(Optional.of(new Fix("Sûr\u202F?")));
        assertThat(CHECKS.look(example.subject(OptionalInt.of(4), List.of(), List.of()))).singleElement().extracting(Finding::fix)
                .isEqualTo(Optional.empty());
    }

    @Test
    void everyCheckHasANameOfItsOwn() {
        assertThat(IntStream.range(0, Members.ALL.size()).mapToObj(it -> Members.ALL.get(it).name())).doesNotHaveDuplicates();
    }

    private static Subject of(String locale, String source, String text) {
        return Example.of(locale + " | " + source + " | x | ").subject().with(Part.MESSAGE, text);
    }
}
