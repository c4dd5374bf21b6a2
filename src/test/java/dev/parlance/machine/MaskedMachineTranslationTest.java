package dev.parlance.machine;

import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedMachineTranslationTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag JA = LocaleTag.parse("ja");

    private final List<String> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PLAIN|Not found|見つかりません", "ICU|Not found|見つかりません", "ICU|File {name} is missing|{name} がありません", "ICU|Unknown {0}|غير معروف {0}",
        "PRINTF|File %s is missing|%s がありません", "PLAIN|Żółć|黄", "ICU|It''s {n, number}|これは {n, number}"
    })
    void translatesTextAroundArguments(Syntax syntax, String source, String expected) {
        var answers = Map.of("Not found", "見つかりません", "File ⟦0⟧ is missing", "⟦0⟧ がありません", "Unknown ⟦0⟧", "غير معروف ⟦0⟧", "Żółć", "黄",
                "It's ⟦0⟧", "これは ⟦0⟧");
        assertThat(translate(new TextContent(syntax, source, ""), answers::get).message()).isEqualTo(expected);
    }

    @Test
    void translatesEachBranch() {
        var source = new TextContent(Syntax.ICU, "{n, plural, one{One file} other{# files}}", "");
        var translated = translate(source, it -> it.contains("One") ? "1 個" : "⟦0⟧ 個");
        assertThat(translated.message()).isEqualTo("{n, plural, one {1 個} other {# 個}}");
    }

    @Test
    void translatesMessageAndDescriptionInOneCall() {
        var translated = translate(new TextContent(Syntax.PLAIN, "Title", "Detail"), it -> it + "!");
        assertThat(translated).isEqualTo(new TextContent(Syntax.PLAIN, "Title!", "Detail!"));
        assertThat(sent).containsExactly("Title", "Detail");
    }

    @Test
    void keepsSurroundingWhitespace() {
        assertThat(translate(new TextContent(Syntax.PLAIN, "  Title\n", ""), it -> " 題 ").message()).isEqualTo("  題\n");
        assertThat(sent).containsExactly("Title");
    }

    @ParameterizedTest
    @CsvSource({"ICU,''", "ICU,{0}", "ICU,' {0}: 100 % '", "PLAIN,123", "PRINTF,%d"})
    void sendsNothingWithoutLetters(Syntax syntax, String source) {
        assertThat(translate(new TextContent(syntax, source, ""), it -> "x").message()).isEqualTo(source);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "File {name}|ファイル|arguments", "File {name}|⟦0⟧ ⟦0⟧|arguments", "File {name}|⟦0⟧ ⟦1⟧|arguments", "File|⟦0⟧|arguments",
                "File {name}|⟦0⟧\u0007x|character",
        "File {name}|\u202E⟦0⟧|character"
    })
    void rejectsUnusableAnswers(String source, String answer, String fault) {
        var problem = problemOf(() -> translate(new TextContent(Syntax.ICU, source, ""), it -> answer));
        assertThat(problem.type()).isEqualTo(ProblemType.MACHINE_TRANSLATION_UNUSABLE);
        assertThat(problem.arguments()).containsEntry("fault", fault);
    }

    @Test
    void escapesSyntaxInAnswers() {
        assertThat(translate(new TextContent(Syntax.ICU, "File {name}", ""), it -> "{⟦0⟧} it's").message()).isEqualTo("'{'{name}'}' it''s");
        assertThat(translate(new TextContent(Syntax.PRINTF, "File %s", ""), it -> "100% ⟦0⟧").message()).isEqualTo("100%% %s");
    }

    @Test
    void rejectsAnswersOfAnotherNumberOfSentences() {
        var translation = new MaskedMachineTranslation((sentences, source, target) -> List.of());
        assertThat(problemOf(() ->
                translation.translate(new TextContent(Syntax.PLAIN, "Title", ""), EN, JA)).arguments()).containsEntry("fault", "sentences");
    }

    @ParameterizedTest
    @CsvSource({"ICU,{broken", "PRINTF,%05d files"})
    void rejectsSourcesThatCannotBeMasked(Syntax syntax, String source) {
        assertThat(problemOf(() -> translate(new TextContent(syntax, source, ""), it -> it)).type())
                .isEqualTo(ProblemType.MACHINE_TRANSLATION_UNUSABLE);
    }

    private TextContent translate(TextContent source, UnaryOperator<String> machine) {
        return new MaskedMachineTranslation((sentences, from, to) -> {
            sent.addAll(sentences);
            return sentences.stream().map(machine).toList();
        }).translate(source, EN, JA);
    }
}
