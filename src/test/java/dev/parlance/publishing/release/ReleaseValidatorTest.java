package dev.parlance.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseValidatorTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag AR = LocaleTag.parse("ar");
    private static final MessageKey KEY = new MessageKey("a");
    private static final Argument NUMBER = new Argument("n", ArgumentType.NUMBER, "5");
    private static final Argument STRING = new Argument("s", ArgumentType.STRING, "x");
    private static final Argument PRICE = new Argument("n", ArgumentType.CURRENCY, "EUR 5");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ICU|''|''", "ICU|{n} {s}|مرحبا {s} {n}", "ICU|{n, plural, one{# żółw} other{# żółwi}}|{n, plural, other{# {s}}}{s}", "ICU|日本|",
        "ICU|{0}|{n}", "PLAIN|{broken|{", "PRINTF|%1$s %2$s|%2$s %1$s", "ICU|text|{n, number}"
    })
    void acceptsTextsThatMatchTheContract(Syntax syntax, String source, String text) {
        var adjusted = text == null ? "日本" : text;
        assertThat(validate(List.of(NUMBER, STRING), content(syntax, source), content(syntax, adjusted))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ICU|{broken|invalid-pattern {pointer=/texts/ar/a, offset=0, fault=brace, line=1, column=1}",
                "ICU|مرحبا {n, plural, one{#}}|invalid-pattern {pointer=/texts/ar/a, offset=6, fault=branch, argument=n, line=1, column=7}",
        "ICU|{n, spellout}|formatter-not-allowed {pointer=/texts/ar/a, formatter=spellout, allowed=number, date, time, plural, selectordinal, select}"
    })
    void reportsInvalidPatterns(Syntax syntax, String text, String problem) {
        assertThat(validate(List.of(NUMBER), content(syntax, "source"), content(syntax, text)))
                .singleElement().extracting(it -> it.problem().getMessage()).isEqualTo(problem);
    }

    @Test
    void validatesTranslationsOfInvalidSource() {
        assertThat(validate(List.of(NUMBER), content(Syntax.ICU, "{broken"), content(Syntax.ICU, "日本")))
                .allSatisfy(it -> assertThat(it.problem().type()).isIn(ProblemType.INVALID_PATTERN, ProblemType.ARGUMENT_MISMATCH));
    }

    @Test
    void reportsInvalidDescriptions() {
        assertThat(validate(List.of(), content(Syntax.ICU, ""), new TextContent(Syntax.ICU, "", "{broken")))
                .singleElement().extracting(it -> it.problem().type()).isEqualTo(ProblemType.INVALID_PATTERN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "undeclared|source|{x}|x", "missing from the translation|{n} {s}|{n}|s", "all missing|{n} {s}|''|n, s",
                "wrong type|source|{s, number}|s",
        "wrong type|source|{n, date}|n", "in one branch only|{n}|{n, plural, one{#} other{{x}}}|x", "position without argument|source|{2}|2"
    })
    void reportsArgumentsThatDoNotMatch(String reason, String source, String text, String arguments) {
        assertThat(validate(List.of(NUMBER, STRING), content(Syntax.ICU, source), content(Syntax.ICU, text))).as(reason).singleElement()
                .extracting(it -> it.problem().getMessage())
                .isEqualTo("argument-mismatch {key=a, arguments=" + arguments + ", declared=n (number), s (string)}");
    }

    @Test
    void countsArgumentsUsedInDescription() {
        var source = new TextContent(Syntax.ICU, "{n}", "");
        assertThat(validate(List.of(NUMBER), source, new TextContent(Syntax.ICU, "日本", "{n}"))).isEmpty();
    }

    @Test
    void acceptsAmountsWhereTextFormatsNumber() {
        assertThat(validate(List.of(PRICE), content(Syntax.ICU, "{n}"), content(Syntax.ICU, "{n, number}"))).isEmpty();
    }

    @Test
    void reportsInvalidPatternOfTheSource() {
        var broken = content(Syntax.ICU, "{broken");
        var validator = new ReleaseValidator(new CatalogName("shop"), Set.of(EN), definitions(KEY), Map.of(KEY, broken));
        assertThat(validate(validator, EN, Map.of(KEY, broken))).singleElement()
                .matches(it -> it.hasInvalidText() && preventsFreezing(it, EN) && it.key().equals(KEY) && it.locale().equals(EN));
    }

    @Test
    void reportsMissingTextsOfRequiredLocalesTogether() {
        var definitions = definitions(new MessageKey("z"), KEY, new MessageKey("m"));
        var validator = new ReleaseValidator(new CatalogName("shop"), Set.of(EN), definitions, Map.of());
        assertThat(validate(validator, AR, Map.of())).as("not required").isEmpty();
        assertThat(validate(validator, EN, Map.of(new MessageKey("m"), content(Syntax.ICU, "")))).singleElement().satisfies(it -> {
            assertThat(it.problem().getMessage()).isEqualTo("release-incomplete {catalog=shop, locales=en}");
            assertThat(it.problem().members()).containsEntry("keys", new TreeSet<>(Set.of("a", "z")));
            assertThat(it.key()).isNull();
        });
    }

    @Test
    void explainsWhyTextsAreNotReleased() {
        var draft = new MessageKey("draft");
        var translated = new MessageKey("translated");
        var validator = new ReleaseValidator(new CatalogName("shop"), Set.of(EN), definitions(KEY, draft, translated), Map.of());
        var blockers = new ReleaseBlockers();
        validator.validate(EN, Map.of(), state -> state == TextState.DRAFT ? Set.of(draft) : Set.of(translated, new MessageKey("retired")),
                blockers);
        assertThat(blockers.listed()).extracting(it -> it.problem().getMessage()).containsExactly(
                "texts-in-draft {locale=en, count=1, keys=draft}", "texts-not-approved {locale=en, count=1, keys=translated}",
                "release-incomplete {catalog=shop, locales=en}");
        assertThat(blockers.hasInvalidText()).isFalse();
        assertThat(blockers.toProblem("shop").type()).isEqualTo(ProblemType.RELEASE_REFUSED);
    }

    @Test
    void freezesDespiteMissingTextsExceptThoseOfTheSource() {
        var missing = new ReleaseBlocker(ProblemType.RELEASE_INCOMPLETE.with("shop", "ar"), null, AR);
        assertThat(missing.hasInvalidText()).isFalse();
        assertThat(preventsFreezing(missing, EN)).isFalse();
        assertThat(preventsFreezing(missing, AR)).isTrue();
        assertThat(preventsFreezing(new ReleaseBlocker(ProblemType.BREAKING_CHANGE.with("a"), KEY, null), EN)).isFalse();
    }

    @Test
    void acceptsAdditionalMessagesAndArguments() {
        assertThat(breakingChanges(List.of(NUMBER), NUMBER, STRING)).isEmpty();
        assertThat(ReleaseValidator.findBreakingChanges(Map.of(), definitions(KEY)).listed()).isEmpty();
    }

    @Test
    void reportsRemovedMessagesAndChangedArguments() {
        assertThat(breakingChanges(List.of(NUMBER))).containsExactly("breaking-change {keys=a}");
        assertThat(breakingChanges(List.of(NUMBER), STRING, NUMBER)).as("reordered").hasSize(1);
        assertThat(breakingChanges(List.of(NUMBER), PRICE)).as("another type").hasSize(1);
        assertThat(breakingChanges(List.of(NUMBER), new Argument("count", ArgumentType.NUMBER, "5"))).as("renamed").hasSize(1);
        assertThat(ReleaseValidator.findBreakingChanges(Map.of("gone", ArgumentContract.EMPTY), definitions(KEY)).listed()).singleElement()
                .matches(it -> it.key().equals(new MessageKey("gone")) && it.locale() == null);
    }

    @Test
    void ignoresChangedExamples() {
        assertThat(breakingChanges(List.of(NUMBER), new Argument("n", ArgumentType.NUMBER, "7"))).isEmpty();
    }

    private static List<String> breakingChanges(List<Argument> before, Argument... after) {
        return ReleaseValidator.findBreakingChanges(Map.of("a", new ArgumentContract(before)),
                Map.of(KEY, definition(0, "a", List.of(after)))).listed().stream()
                .map(ReleaseBlocker::problem).map(ProblemException::getMessage).toList();
    }

    /** Validates the text of the only message in Arabic. */
    private static List<ReleaseBlocker> validate(List<Argument> arguments, TextContent source, TextContent text) {
        return validate(new ReleaseValidator(new CatalogName("shop"), Set.of(EN), Map.of(KEY, definition(0, "a", arguments)),
                Map.of(KEY, source)), AR, Map.of(KEY, text));
    }

    private static boolean preventsFreezing(ReleaseBlocker blocker, LocaleTag source) {
        var blockers = new ReleaseBlockers();
        blockers.add(blocker);
        return blockers.preventFreezing(source);
    }

    private static List<ReleaseBlocker> validate(ReleaseValidator validator, LocaleTag locale, Map<MessageKey, TextContent> texts) {
        var blockers = new ReleaseBlockers();
        validator.validate(locale, texts, state -> Set.of(), blockers);
        return blockers.listed();
    }

    private static Map<MessageKey, Message.Definition> definitions(MessageKey... keys) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        Arrays.stream(keys).forEach(it -> definitions.put(it, definition(definitions.size(), it.value(), List.of())));
        return definitions;
    }

    private static Message.Definition definition(int position, String key, List<Argument> arguments) {
        return new Message.Definition(position, key, "R_" + position, 400, new ArgumentContract(arguments));
    }

    private static TextContent content(Syntax syntax, String message) {
        return new TextContent(syntax, message, "");
    }
}
