package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every check; a subclass names its check and supplies its table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CheckTestBase {
    private static final List<Set<String>> LANGUAGES = List.of(Set.of("ar"), Set.of("ja"), Set.of("ru", "pl"), Set.of("fr", "de"));

    protected abstract Check check();

    /** Returns rows in the form of {@link CheckExample}. */
    protected abstract String table();

    protected CheckInput subject(CheckExample example) {
        return example.input();
    }

    /** Returns the languages that the table must cover; fewer for a check of one language. */
    protected List<Set<String>> languages() {
        return LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reportsExpectedFindings(CheckExample example) {
        var subject = subject(example);
        var found = new Checks(List.of(check())).run(subject);
        assertThat(CheckExample.keys(found)).as(CheckExample.describe(found)).isEqualTo(example.explanations());
        example.fixed().ifPresent(it -> assertThat(found.get(0).fix()).contains(new Fix(it)));
    }

    Stream<CheckExample> examples() {
        return CheckExample.parseTable(table()).stream();
    }

    @Test
    void coversBothOutcomesInSeveralLanguages() {
        assertThat(examples().map(it -> it.explanations().isEmpty())).contains(true, false);
        for (var found : List.of(true, false)) {
            var languages = examples().filter(it -> it.explanations().isEmpty() != found).map(it -> it.locale().toULocale().getLanguage())
                    .collect(Collectors.toSet());
            assertThat(languages()).allMatch(it -> it.stream().anyMatch(languages::contains), "in " + languages);
        }
    }

    @Test
    void isRegistered() {
        assertThat(AllChecks.ALL).extracting(Check::name).containsOnlyOnce(check().name());
        assertThat(check().name()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void ignoresTextThatDoesNotCompile() {
        for (var text : List.of("{", "{n, plural, one{ }", "{n, spellout}  .", "x".repeat(5000))) {
            var found = check().inspect(subject(text, "{n} x"));
            assertThat(found).allMatch(it -> it.check().equals("pattern"));
        }
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void acceptsAnyText(String text) {
        for (var source : List.of("", "a", text)) {
            assertThat(check().inspect(subject(text, source))).allSatisfy(it -> {
                assertThat(it.check()).isEqualTo(check().name());
                assertThat(it.start()).isBetween(0, it.end());
                assertThat(it.end()).isLessThanOrEqualTo(text.length());
            });
        }
    }

    static Stream<String> awkward() {
        return Stream.of("", " ", "\n", ".", "...", "\uD800", "\uDC00 \u202E", "\u2066", "<", "<a", "&;", "`", "%", "{0}", "'", "(", ")",
                "<a>".repeat(1300), "))((".repeat(1000), "\"".repeat(4000), "\u2068".repeat(4000), "{0}".repeat(1300), "  ".repeat(2000),
                "a.a@".repeat(1000), "0 ".repeat(2000), "`a".repeat(2000), "日本、".repeat(1300));
    }

    private static CheckInput subject(String text, String source) {
        return new CheckInput(CheckExample.ENGLISH, LocaleTag.parse("fr"), new CheckedText(Syntax.ICU, text, text),
                Optional.of(new CheckedText(Syntax.ICU, source, source)), ArgumentContract.EMPTY, OptionalInt.of(3),
                List.of(new CheckedTerm("a", Optional.of("b"), false), new CheckedTerm("", Optional.empty(), true)), List.of("x"));
    }
}
