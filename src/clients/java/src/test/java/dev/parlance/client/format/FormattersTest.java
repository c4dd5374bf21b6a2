package dev.parlance.client.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.client.icu.IcuFormatter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormattersTest {
    private static final TextFormatter ICU = new IcuFormatter();
    private static final TextFormatter SIMPLE = new SimpleFormatter();

    private static String format(TextFormatter formatter, String pattern, String language, Map<String, ?> arguments) {
        return formatter.compile(pattern, language).format(arguments, ZoneOffset.UTC).toString();
    }

    /** Formats alike with and without ICU4J. The quotation mark of the table is a tilde. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            plain                                   | plain
            it's {name}                             | it's Ann
            it''s {name}                            | it's Ann
            '{name}' {name}                         | {name} Ann
            '{'name'}'                              | {name}
            {n} {missing}                           | 1,234 {missing}
            {name, select, Ann {she} other {they}}  | she
            {n, plural, =1234 {exact} other {#}}    | exact
            {n, plural, one {one} other {# of {name}}} | 1,234 of Ann
            a } {name}                              | a } Ann
            {n, plural, one {x} other {'#' #}}      | # 1,234
            """)
    void insertsArguments(String pattern, String text) {
        var arguments = Map.of("name", "Ann", "n", 1234);
        assertThat(format(ICU, pattern, "en", arguments)).isEqualTo(text);
        assertThat(format(SIMPLE, pattern, "en", arguments)).isEqualTo(text);
    }

    @Test
    void isolatesStringsOnlyWhereNeeded() {
        for (var formatter : new TextFormatter[] {ICU, SIMPLE}) {
            assertThat(format(formatter, "a {x}", "en", Map.of("x", "b"))).isEqualTo("a b");
            assertThat(format(formatter, "a {x}", "en", Map.of("x", "שלום"))).isEqualTo("a \u2068שלום\u2069");
            assertThat(format(formatter, "a {x}", "ar", Map.of("x", "b"))).isEqualTo("a \u2068b\u2069");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{a", "{a, plural, one {x}}", "{a, select, o {x}}"})
    void rejectsInvalidPatterns(String pattern) {
        assertThatThrownBy(() -> ICU.compile(pattern, "en")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SIMPLE.compile(pattern, "en")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void choosesPluralFormsByTheLanguageOfTheText() {
        var pattern = "{n, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}";
        assertThat(format(ICU, pattern, "ru", Map.of("n", 21))).isEqualTo("21 заказ");
        assertThat(format(ICU, pattern, "ru", Map.of("n", "3"))).isEqualTo("3 заказа");
        assertThat(format(ICU, pattern, "ru", Map.of("n", new BigDecimal("1.5")))).isEqualTo("1,5 заказа");
        assertThat(format(ICU, pattern, "ru", Map.of("n", "many"))).isEqualTo("{n}");
    }

    @Test
    void formatsDatesInTheTimeZone() {
        var instant = Instant.parse("2026-03-14T23:30:00Z");
        var text = ICU.compile("{when, date, ::yMMMd}", "en");
        for (var value : new Object[] {instant, Date.from(instant), instant.toString(), instant.toEpochMilli()}) {
            assertThat(text.format(Map.of("when", value), ZoneId.of("Asia/Tokyo"))).hasToString("Mar 15, 2026");
        }
        assertThat(text.format(Map.of("when", "2026"), ZoneOffset.UTC)).hasToString("{when}");
    }

    @Test
    void formatsAmounts() {
        var amount = new Amount(new BigDecimal("1234.5"), "EUR");
        for (var value : new Object[] {amount, "1234.5 EUR", "EUR 1234.5"}) {
            assertThat(format(ICU, "{price, number, currency}", "en", Map.of("price", value))).isEqualTo("€1,234.50");
        }
        assertThat(format(ICU, "{price, number, currency}", "en", Map.of("price", 5))).isEqualTo("{price}");
    }

    @Test
    void keepsUnprintableArgumentsVisible() {
        assertThat(format(ICU, "{n}", "en", Map.of("n", Double.NaN))).isEqualTo("{n}");
        assertThat(format(ICU, "{n}", "en", Map.of("n", "x".repeat(5000)))).isEqualTo("{n}");
    }
}
