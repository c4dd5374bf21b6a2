package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TranslatableSentencesTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(Syntax.ICU, "", List.of("")),
                Arguments.of(Syntax.ICU, "It''s {field}.", List.of("It's ⟦0⟧.")),
                Arguments.of(Syntax.ICU, "'{'{a}'}' {b, number, ::.00} {c, date}", List.of("{⟦0⟧} ⟦1⟧ ⟦2⟧")),
                Arguments.of(Syntax.ICU, "{n, plural, offset:1 =0 {no '#'} one {# order of {who}} other {# orders}} left",
                        List.of("⟦0⟧ left", "no #", "⟦0⟧ order of ⟦1⟧", "⟦0⟧ orders")),
                Arguments.of(Syntax.ICU, "{g, select, f {She has {n, selectordinal, other {#th}}} other {They}}",
                        List.of("⟦0⟧", "She has ⟦0⟧", "⟦0⟧th", "They")),
                Arguments.of(Syntax.ICU, "مرحبا {name}، 注文 {n, number}", List.of("مرحبا ⟦0⟧، 注文 ⟦1⟧")),
                Arguments.of(Syntax.PLAIN, "100% of {x} '%s'", List.of("100% of {x} '%s'")),
                Arguments.of(Syntax.PRINTF, "%s: %d of 100%%", List.of("⟦0⟧: ⟦1⟧ of 100%")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void splitsAndReassemblesText(Syntax syntax, String text, List<String> masked) {
        var sentences = TranslatableSentences.of(syntax, text);
        assertThat(sentences.maskedSentences()).isEqualTo(masked);
        var again = sentences.replaceSentences(masked).orElseThrow();
        assertThat(TranslatableSentences.of(syntax, again).maskedSentences()).isEqualTo(masked);
        assertThat(InferredArguments.infer(syntax, again)).isEqualTo(InferredArguments.infer(syntax, text));
    }

    @Test
    void replacesSentences() {
        assertThat(TranslatableSentences.of(Syntax.ICU, "Order {id} of {who}").replaceSentences(List.of("{⟦1⟧}: L'ordre ⟦ 0 ⟧")))
                .contains("'{'{who}'}': L''ordre {id}");
        assertThat(TranslatableSentences.of(Syntax.PRINTF, "Order %s of %s").replaceSentences(List.of("⟦1⟧: 100% ⟦0⟧")))
                .contains("%2$s: 100%% %1$s");
        assertThat(TranslatableSentences.of(Syntax.ICU,
                "{n, plural, one{# day} other{# days}}").replaceSentences(List.of("⟦0⟧", "⟦0⟧ Tag #1", "in ⟦0⟧ Tagen")))
                .contains("{n, plural, one {# Tag '#'1} other {in # Tagen}}");
    }

    @ParameterizedTest
    @CsvSource({"Limit", "⟦0⟧ ⟦0⟧ Limit", "⟦1⟧ Limit", "⟦0⟧ ⟦1⟧", "[0] Limit", "⟦ Limit ⟧", "⟦999⟧"})
    void rejectsLostDuplicatedOrInventedPlaceholders(String translated) {
        assertThat(TranslatableSentences.of(Syntax.ICU, "Limit {n}").replaceSentences(List.of(translated))).isEmpty();
    }

    @Test
    void doesNotTranslateTextContainingPlaceholders() {
        var sentences = TranslatableSentences.of(Syntax.ICU, "⟦0⟧ {n}");
        assertThat(sentences.replaceSentences(sentences.maskedSentences())).isEmpty();
    }

    @Test
    void rejectsIrreversibleConversion() {
        for (var text : Arrays.asList("%05d", "%-8s", "%x", "%.3s")) {
            assertThatThrownBy(() -> TranslatableSentences.of(Syntax.PRINTF, text)).isInstanceOf(TextSyntaxException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(value = {"⟦0⟧|false", "12 ⟦0⟧ – 5%|false", "⟦0⟧日|true", "x|true", "''|false"}, delimiter = '|')
    void detectsTranslatableText(String sentence, boolean translatable) {
        assertThat(TranslatableSentences.hasLetters(sentence)).isEqualTo(translatable);
    }
}
