package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternValidatorTest {

    record HostilePattern(String name, String text, String problemType) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<HostilePattern> hostile() {
        return Stream.of(
                new HostilePattern("4,001 units", "x".repeat(4001), "too-long"),
                new HostilePattern("nested 9 deep", nested(9), "pattern-too-complex"),
                new HostilePattern("nested 190 deep", nested(190), "pattern-too-complex"),
                new HostilePattern("2,000 open braces", "{".repeat(2000), "pattern-too-complex"),
                new HostilePattern("33 arguments", numbered(33), "pattern-too-complex"),
                new HostilePattern("25 branches", "{n, select, " + branches(24) + "other{x}}", "pattern-too-complex"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void rejectsTextBeyondLimits(HostilePattern it) {
        long before = System.nanoTime();
        assertThatThrownBy(() -> PatternValidator.validate("/text", Syntax.ICU, it.text()))
                .isInstanceOf(ProblemException.class).hasMessageStartingWith(it.problemType());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void acceptsTextWithinLimits() {
        assertThatCode(() -> {
            PatternValidator.validate("", Syntax.ICU, nested(8));
            PatternValidator.validate("", Syntax.ICU, numbered(32));
            PatternValidator.validate("", Syntax.ICU, "{n, select, " + branches(23) + "other{x}}");
            PatternValidator.validate("", Syntax.ICU, "'{'".repeat(1333));
            PatternValidator.validate("", Syntax.PLAIN, "{".repeat(4000));
        }).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{n, spellout}", "{n, ordinal}", "{n, duration}", "{n, choice, 0#x}", "{n,number,::scale/1E100000}",
        "{n,number,::scale/100}", "{n,number,::.000000000000000000000000000000}", "{n,number,::measure-unit/length-meter}",
        "{n,number,#.#####################################}", "{n,number,0000000000000000000000000}", "{n, bogus}",
        "{n,number,::integer-width/+0000000000000000000000000}", "{d, date, yyyy-MM-dd''T''HH}"})
    void rejectsFormatsNotOnAllowList(String text) {
        assertThatThrownBy(() -> {
            PatternValidator.validate("/text", Syntax.ICU, text);
            new Renderer().compile(Syntax.ICU, text, LocaleTag.parse("en"), ArgumentContract.EMPTY);
        }).isInstanceOfAny(ProblemException.class, TextSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{n,number}", "{n,number,integer}", "{n,number,percent}", "{n, number, ::currency/EUR .00}",
            "{n,number,::compact-short}",
        "{n,number,::group-off precision-integer}", "{n,number,#,##0.00}", "{n,number,::.00 rounding-mode-half-up}", "{d,date,::yMMMd}",
        "{d,time,short}", "{d,date,yyyy-MM-dd}", "{d,date,::y}", "{n,selectordinal,other{#.}}"})
    void acceptsAllowedFormats(String text) {
        assertThatCode(() -> PatternValidator.validate("", Syntax.ICU, text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {n, plural, one{x}}  | 0
            {0                   | 0
            Hello {}             | 7
            Hello {0             | 6
            {n, plural, one{x} other{y} | 11
            x {a, select, b{y} other{{c, plural, one{z}}}} | 25
            """)
    void reportsOffsetOfParseError(String text, int offset) {
        assertThatThrownBy(() -> PatternValidator.validate("/text", Syntax.ICU, text)).isInstanceOfSatisfying(ProblemException.class,
                it -> {
            assertThat(it.type().key()).isEqualTo("invalid-pattern");
            assertThat(it.arguments()).containsEntry("pointer", "/text").containsEntry("offset", offset);
        });
    }

    @ParameterizedTest
    @CsvSource({"%*d,unsupported-conversion", "%m,unsupported-conversion", "%9999d,unsupported-conversion", "%33$s,pattern-too-complex"})
    void limitsPrintfTexts(String text, String expectedMessage) {
        assertThatThrownBy(() -> PatternValidator.validate("/text", Syntax.PRINTF, text))
                .isInstanceOf(ProblemException.class).hasMessageStartingWith(expectedMessage);
    }

    @Test
    void acceptsEveryShippedText() {
        for (var name : new String[] {"exchange", "parlance"}) {
            ShippedCatalog.load(name).toContent().texts().forEach((locale, texts) -> texts.forEach((key, text) -> assertThatCode(() -> {
                PatternValidator.validate(key, text.syntax(), text.message());
                PatternValidator.validate(key, text.syntax(), text.description());
            }).as("%s %s", locale, key).doesNotThrowAnyException()));
        }
    }

    private static String nested(int depth) {
        return "{n, plural, other{".repeat(depth) + "x" + "}}".repeat(depth);
    }

    private static String numbered(int arguments) {
        var text = new StringBuilder();
        for (int i = 0; i < arguments; i++) {
            text.append('{').append(i).append('}');
        }
        return text.toString();
    }

    private static String branches(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('b').append(i).append("{x} ");
        }
        return text.toString();
    }
}
