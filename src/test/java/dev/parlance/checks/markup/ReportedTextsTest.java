package dev.parlance.checks.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.AllChecks;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Checks;
import dev.parlance.checks.Finding;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.syntax.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs all checks on faults that users of translation tools reported, and on similar ones. */
class ReportedTextsTest {
    private static final LocaleTag ENGLISH = LocaleTag.parse("en");

    @ParameterizedTest
    @MethodSource("rows")
    void findsReportedFaults(String row) {
        var cells = Arrays.stream(row.split("\t", -1)).map(ReportedTextsTest::unescape).toList();
        boolean isSource = cells.get(2).equals("-");
        var input = new CheckInput(ENGLISH, isSource ? ENGLISH : LocaleTag.parse(cells.get(1)), new CheckedText(Syntax.ICU, cells.get(3), ""),
                isSource ? Optional.empty() : Optional.of(new CheckedText(Syntax.ICU, cells.get(2), "")),
                InferredArguments.infer(Syntax.ICU, isSource ? cells.get(3) : cells.get(2)), OptionalInt.empty(), List.of(), List.of());
        var expected = cells.get(4).isEmpty() ? List.<String>of() : List.of(cells.get(4).split(", "));
        var found = new Checks(AllChecks.ALL).run(input);
        assertThat(found).hasSameSizeAs(expected);
        assertThat(expected).allMatch(it -> found.stream().anyMatch(finding -> matches(finding, it.split(" ", 3))), found.toString());
    }

    static Stream<String> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reported-texts.tsv")).stream().skip(1);
    }

    private static boolean matches(Finding finding, String[] expected) {
        var argument = expected[2].split("=", 2);
        return finding.severity().name().toLowerCase(Locale.ROOT).equals(expected[0])
                && finding.explanation().equals("check-" + expected[1])
                && argument[1].equals(finding.arguments().get(argument[0]));
    }

    private static String unescape(String cell) {
        return cell.replace("\\u200b", "\u200B").replace("\\ufeff", "\uFEFF").replace("\\u2063", "\u2063");
    }
}
