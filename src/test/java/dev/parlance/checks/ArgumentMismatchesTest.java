package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ArgumentMismatchesTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ArgumentMismatches();
    }

    @Override
    protected String table() {
        return """
                de        | {a} of {b}            | {b} von {a}                       |
                ar        | {a} of {b}            | من {b}: {a}                       |
                ja        | {n, plural, other{#}} | {n, number}件                      |
                ru        | {n, plural, other{#}} | {n}                               |
                fr        | {0} of {1}            | {1} : {0}                         |
                printf ru | %s of %s              | %2$s: %1$s                        |
                en        | -                     | {n, number} {s}                   |
                de        | {a} of {b}            | {a}                               | argument-missing
                ja        | {a}                   | なし                               | argument-missing
                ar        | {limit} files         | {limite} ملفات                     | argument-renamed | {limit} ملفات
                fr        | {n, number} of {b}    | {nombre, number} de {b}           | argument-renamed | {n, number} de {b}
                pl        | {a}                   | {a} {c}                           | argument-unknown
                ru        | {a}                   | {a, number}                       | argument-type
                ja        | {a} {b}               | {c} {d}                           | argument-unknown argument-missing argument-missing argument-unknown
                de        | {a}                   | {c, number}                       | argument-missing argument-unknown
                printf de | %s of %s              | %s                                | argument-missing
                printf ja | %s                    | %3$s                              | argument-renamed
                en        | -                     | {x}                               | argument-unknown
                fr        | {n, number}           | {n, date}                         | argument-type
                """;
    }

    @Test
    void allowsArgumentShownInOtherPart() {
        var source = new CheckedText(Syntax.ICU, "{a}", "{a} {b}");
        var contract = InferredArguments.infer(Syntax.ICU, "{a} {b}");
        assertThat(severities(source, new CheckedText(Syntax.ICU, "x", "{a} {b}"), contract)).containsExactly(Severity.WARNING);
        assertThat(severities(source, new CheckedText(Syntax.ICU, "{a}", "{a}"), contract)).containsExactly(Severity.ERROR);
        assertThat(severities(source, source, contract)).isEmpty();
    }

    private List<Severity> severities(CheckedText source, CheckedText text, ArgumentContract contract) {
        return check().inspect(new CheckInput(CheckExample.ENGLISH, CheckExample.ENGLISH, text, Optional.of(source), contract,
                OptionalInt.empty(), List.of(), List.of())).stream().map(Finding::severity).toList();
    }
}
