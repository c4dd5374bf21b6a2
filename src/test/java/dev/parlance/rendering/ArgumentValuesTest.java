package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.RenderedText;
import dev.parlance.rendering.syntax.Syntax;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentValuesTest {
    private static final ArgumentContract ORDERS = new ArgumentContract(List.of(
            new Argument("limit", ArgumentType.NUMBER, "5"), new Argument("interval", ArgumentType.STRING, "10s")));
    private static final ArgumentContract PAID = new ArgumentContract(List.of(
            new Argument("at", ArgumentType.DATETIME, "2026-03-01T00:30:00Z"),
            new Argument("price", ArgumentType.CURRENCY, "1 EUR")));
    private static final String RUSSIAN =
            "{limit, plural, one{# ордер} few{# ордера} many{# ордеров} other{# ордера}} за {interval}";

    @ParameterizedTest
    @CsvSource({"1,1 ордер", "3,3 ордера", "5,5 ордеров", "21,21 ордер", "1.5,'1,5 ордера'", "1e1,10 ордеров", "-3,-3 ордера"})
    void selectsPluralForNumericString(String number, String text) {
        assertThat(render("ru", RUSSIAN, positions(number, "10s")).text()).isEqualTo(text + " за 10s");
    }

    @Test
    void resolvesPositionsAndNamesAlike() {
        assertThat(ArgumentValues.bind(ORDERS, positions("5", "10s")).values())
                .isEqualTo(ArgumentValues.bind(ORDERS, Map.of("limit", "5", "interval", "10s")).values());
        assertThat(render("en", "{0} {limit} {1} {interval}", positions("5", "10s")).text()).isEqualTo("5 5 10s 10s");
    }

    @Test
    void doesNotLocalizeNumberForStringArgument() {
        assertThat(render("de", "{interval}", Map.of("interval", 1234567)).text()).isEqualTo("1234567");
        assertThat(render("de", "{limit}", Map.of("limit", 1234567)).text()).isEqualTo("1.234.567");
        assertThat(render("en", "{interval}", Map.of("interval", new BigDecimal("1.50"))).text()).isEqualTo("1.50");
        assertThat(render("en", "{interval}", Map.of("interval", new BigInteger("9007199254740993"))).text()).isEqualTo("9007199254740993");
    }

    @Test
    void showsAndReportsMissingArguments() {
        var rendering = render("ru", RUSSIAN, Map.of("interval", "10s"));
        assertThat(rendering.text()).isEqualTo("{limit} за 10s");
        assertThat(rendering.missing()).containsExactly("limit");
    }

    @Test
    void reportsInvalidArgumentsWithoutThrowing() {
        var bound = ArgumentValues.bind(ORDERS, positions("five", "10s", "x"));
        assertThat(bound.invalid()).containsExactly("limit");
        assertThat(bound.unexpected()).containsExactly("2");
        var rendering = render("ru", RUSSIAN, positions("five", "10s"));
        assertThat(rendering.text()).isEqualTo("{limit} за 10s");
        assertThat(rendering.invalid()).containsExactly("limit");
        assertThat(render("en", "{limit} orders", positions("five")).text()).isEqualTo("five orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0005", "5 ", "+5", "0x5", "5,0", ".5", "٥", "", "1e", "--1"})
    void rejectsNonJsonNumbers(String text) {
        assertThat(ArgumentValues.bind(ORDERS, positions(text)).invalid()).containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1e31", "1e-31", "NaN", "-Infinity", "1234567890123456789012345678901"})
    void listsUnboundedNumbersAsInvalid(String number) {
        var bound = ArgumentValues.bind(ORDERS, positions(number, "10s"));
        assertThat(bound.invalid()).containsExactly("limit");
        assertThat(bound.rawValues().get("limit")).isEqualTo(number);
        assertThat(render("ru", RUSSIAN, positions(number, "10s")).text()).isEqualTo("{limit} за 10s");
    }

    @Test
    void limitsOutputLength() {
        var text = "{interval}".repeat(20);
        var value = Map.of("interval", "x".repeat(ArgumentValues.MAX_STRING_LENGTH));
        assertThatThrownBy(() -> render("en", text, value)).isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("output-too-large");
    }

    @Test
    void formatsDatesAndAmountsForLocale() {
        var given = Map.<String, Object>of("at", "2026-03-01T00:30:00+09:00", "price", new ArgumentValues.Amount("EUR", "1234.5"));
        var text = compile("de", "{at, date, long} {price, number, currency}", PAID);
        assertThat(text.render(ArgumentValues.bind(PAID, given).values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text())
                .isEqualTo("28. Februar 2026 1.234,50\u00A0€");
        assertThat(ArgumentValues.bind(PAID, Map.of("at", "yesterday", "price", "5")).invalid()).containsExactly("at", "price");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Z             | 00:30 Koordinierte Weltzeit
            +09:00        | 09:30 GMT+09:00
            -03:30        | 21:00 GMT-03:30
            Asia/Tokyo    | 09:30 Japanische Normalzeit
            Europe/Berlin | 01:30 Mitteleuropäische Normalzeit
            """)
    void formatsDatesInRequestedTimeZone(String zone, String shown) {
        var text = compile("de", "{at, date, HH:mm zzzz}", PAID);
        var given = Map.of("at", "2026-03-01T00:30:00Z");
        assertThat(text.render(ArgumentValues.bind(PAID, given).values(), BidiIsolation.WHERE_NEEDED, ZoneId.of(zone)).text().strip())
                .isEqualTo(shown);
    }

    @Test
    void formatsDeclaredNumberForPercentS() {
        var text = new Renderer().compile(Syntax.PRINTF, "%s orders per %s", LocaleTag.parse("en"), ORDERS);
        var given = ArgumentValues.bind(ORDERS, Map.of("limit", "1000000", "interval", 1000));
        assertThat(text.render(given.values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text()).isEqualTo("1,000,000 orders per 1000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | كل {interval}            | 10s             | كل \u206810s\u2069
            ar | كل {interval}            | ساعة            | كل \u2068ساعة\u2069
            ar | كل {interval}            | שעה             | كل \u2068שעה\u2069
            ar | كل {interval}            | BTC ساعة (10)   | كل \u2068BTC ساعة (10)\u2069
            ar | {interval}. {interval}!  | C++             | \u2068C++\u2069. \u2068C++\u2069!
            he | כל {interval}            | 10s             | כל \u206810s\u2069
            he | כל {interval}            | שעה             | כל \u2068שעה\u2069
            he | כל {interval}            | ساعة            | כל \u2068ساعة\u2069
            he | כל {interval}            | BTC שעה (10)    | כל \u2068BTC שעה (10)\u2069
            he | {interval}, {interval}.  | א-b             | \u2068א-b\u2069, \u2068א-b\u2069.
            en | every {interval}         | 10s             | every 10s
            en | every {interval}         | שעה             | every \u2068שעה\u2069
            en | every {interval}         | BTC ساعة (10)   | every \u2068BTC ساعة (10)\u2069
            ru | каждые {interval}        | 10 с            | каждые 10 с
            """)
    void isolatesStringsWhereDirectionsMix(String locale, String text, String interval, String rendered) {
        assertThat(render(locale, text, Map.of("interval", interval)).text()).isEqualTo(rendered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "he", "en"})
    void doesNotIsolateNumbers(String locale) {
        assertThat(render(locale, "{limit} {limit, number, ::.0}", Map.of("limit", 3)).text()).isEqualTo("3 3.0");
    }

    @Test
    void showsNullAsMissing() {
        var given = new LinkedHashMap<String, Object>();
        given.put("limit", null);
        assertThat(render("ru", RUSSIAN, given).text()).isEqualTo("{limit} за {interval}");
    }

    private static Map<String, Object> positions(Object... values) {
        var given = new LinkedHashMap<String, Object>();
        Arrays.stream(values).forEach(value -> given.put(Integer.toString(given.size()), value));
        return given;
    }

    private static RenderedText render(String locale, String text, Map<String, ?> given) {
        return compile(locale, text, ORDERS)
                .render(ArgumentValues.bind(ORDERS, given).values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC);
    }

    private static CompiledText compile(String locale, String text, ArgumentContract contract) {
        return new Renderer().compile(Syntax.ICU, text, LocaleTag.parse(locale), contract);
    }
}
