package dev.parlance.checks;

import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A row of a table: {@code locale | source | text | explanations | text after the first fix}.
 *
 * <p>The source is in English, or {@code -} if the text itself is the source. Both are ICU patterns unless {@code printf}
 * precedes the locale. {@code ␣} stands for a space that a table would lose, {@code ⏎} for a line break. The contract is inferred
 * from the source; for a source text it is {@code n}, a number, and {@code s}, a string.
 */
public record CheckExample(Syntax syntax, LocaleTag locale, String source, String text, List<String> explanations, Optional<String> fixed) {
    static final LocaleTag ENGLISH = LocaleTag.parse("en");
    private static final ArgumentContract DEFAULT_CONTRACT = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5"),
            new Argument("s", ArgumentType.STRING, "x")));

    static CheckExample of(String row) {
        var cells = Arrays.stream(row.split("\\|", -1)).map(String::strip).map(it -> it.replace('␣', ' ').replace('⏎', '\n')).toList();
        var locale = cells.get(0).split(" ");
        var explanations = cells.get(3).isEmpty() ? List.<String>of() : List.of(cells.get(3).split(" "));
        return new CheckExample(locale.length == 1 ? Syntax.ICU : Syntax.of(locale[0]), LocaleTag.parse(locale[locale.length - 1]),
                cells.get(1), cells.get(2), explanations, cells.size() > 4 ? Optional.of(cells.get(4)) : Optional.empty());
    }

    static List<CheckExample> parseTable(String rows) {
        return rows.lines().filter(it -> !it.isBlank()).map(CheckExample::of).toList();
    }

    boolean isSource() {
        return source.equals("-");
    }

    CheckInput input() {
        return input(OptionalInt.empty(), List.of(), List.of());
    }

    CheckInput input(OptionalInt limit, List<CheckedTerm> terms, List<String> siblings) {
        var written = isSource() ? Optional.<CheckedText>empty() : Optional.of(new CheckedText(syntax, source, ""));
        return new CheckInput(ENGLISH, locale, new CheckedText(syntax, text, ""), written, contract(), limit, terms, siblings);
    }

    private ArgumentContract contract() {
        if (isSource()) {
            return DEFAULT_CONTRACT;
        }
        try {
            return InferredArguments.infer(syntax, source);
        } catch (TextSyntaxException | IllegalArgumentException bad) {
            return ArgumentContract.EMPTY;
        }
    }

    static List<String> keys(List<Finding> found) {
        var keys = new ArrayList<String>();
        found.forEach(it -> keys.add(it.explanation().substring("check-".length())));
        return keys;
    }

    static String describe(List<Finding> found) {
        return found.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
