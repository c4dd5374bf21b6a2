package dev.parlance.checks;

import dev.parlance.checks.text.Written;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.PatternArguments;
import dev.parlance.rendering.syntax.BadText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A row of a table: {@code locale | source | text | explanations | text after the first fix}. The source is in English, {@code -} for
 * a text that is the source itself. Both are ICU patterns unless the locale has {@code printf} before it. A blank that a table would
 * lose is {@code ␣}, a line break {@code ⏎}. Arguments are those of the source, as strings unless it says otherwise; those of a source
 * itself are {@code n}, a number, and {@code s}.
 */
record Example(Syntax syntax, LocaleTag locale, String source, String text, List<String> explanations, Optional<String> fixed) {
    static final LocaleTag ENGLISH = LocaleTag.parse("en");
    private static final Contract USUAL = new Contract(List.of(new Argument("n", ArgumentType.NUMBER, "5"), new Argument("s", ArgumentType.STRING, "x")));

    static Example of(String row) {
        var cells = Arrays.stream(row.split("\\|", -1)).map(String::strip).map(it -> it.replace('␣', ' ').replace('⏎', '\n')).toList();
        var locale = cells.get(0).split(" ");
        var explanations = cells.get(3).isEmpty() ? List.<String>of() : List.of(cells.get(3).split(" "));
        return new Example(locale.length == 1 ? Syntax.ICU : Syntax.of(locale[0]), LocaleTag.parse(locale[locale.length - 1]), cells.get(1),
                cells.get(2), explanations, cells.size() > 4 ? Optional.of(cells.get(4)) : Optional.empty());
    }

    static List<Example> table(String rows) {
        return rows.lines().filter(it -> !it.isBlank()).map(Example::of).toList();
    }

    boolean isSource() {
        return source.equals("-");
    }

    Subject subject() {
        return subject(OptionalInt.empty(), List.of(), List.of());
    }

    Subject subject(OptionalInt limit, List<Term> terms, List<String> siblings) {
        var written = isSource() ? Optional.<Written>empty() : Optional.of(new Written(syntax, source, ""));
        return new Subject(ENGLISH, locale, new Written(syntax, text, ""), written, contract(), limit, terms, siblings);
    }

    private Contract contract() {
        if (isSource()) {
            return USUAL;
        }
        try {
            return PatternArguments.of(syntax, source);
        } catch (BadText | IllegalArgumentException bad) {
            return Contract.NONE;
        }
    }

    static List<String> keys(List<Finding> found) {
        var keys = new ArrayList<String>();
        found.forEach(it -> keys.add(it.explanation().substring("check-".length())));
        return keys;
    }

    static String shown(List<Finding> found) {
        return found.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
