package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentValues.Amount;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.RenderedText;
import dev.parlance.rendering.syntax.Syntax;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire forms of argument values. */
class ArgumentFormsTest {
    private static final Map<ArgumentType, String> TEXTS = Map.of(ArgumentType.STRING, "{it}", ArgumentType.NUMBER, "{it, number}",
            ArgumentType.DATETIME, "{it, date, medium}", ArgumentType.CURRENCY, "{it, number, currency}");

    @ParameterizedTest
    @EnumSource
    void acceptsEveryListedForm(ArgumentType type) {
        for (var form : type.queryForms()) {
            var rendering = render(type, TEXTS.get(type), "en", form, "UTC");
            assertThat(bind(type, form).invalid()).as(form).isEmpty();
            assertThat(rendering.invalid()).as(form).isEmpty();
            assertThat(rendering.text()).as(form).doesNotContain("{");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-03-04                              | UTC                 | Mar 4, 2022
            2022-03-04                              | America/Los_Angeles | Mar 4, 2022
            2022-03-04                              | Pacific/Kiritimati  | Mar 4, 2022
            2022-03-04T23:30:00Z                    | UTC                 | Mar 4, 2022
            2022-03-04T23:30:00Z                    | Asia/Tokyo          | Mar 5, 2022
            2022-03-04T23:30:00-02:00               | UTC                 | Mar 5, 2022
            2022-03-04T00:30+01:00[Europe/Paris]    | UTC                 | Mar 3, 2022
            1646425729000                           | UTC                 | Mar 4, 2022
            -1000                                   | UTC                 | Dec 31, 1969
            0                                       | UTC                 | Jan 1, 1970
            86400000000                             | UTC                 | Sep 27, 1972
            """)
    void printsDates(String value, String zone, String text) {
        assertThat(render(ArgumentType.DATETIME, "{it, date, medium}", "en", value, zone).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-02-30", "2022-3-4", "04.03.2022", "2022-03-04T15:30:00", "2022-03-04T15:30:00+01:00[Mars/Phobos]",
        "99999999999999999", "0000-01-01", "+12345-01-01", "", "2022-W10-5", "2022", "202203", "20220304"})
    void listsOtherDatesAsInvalid(String value) {
        assertThat(bind(ArgumentType.DATETIME, value).invalid()).containsExactly("it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.50 EUR | 12,50\u00A0€
            EUR 12.50 | 12,50\u00A0€
            JPY 1200  | 1.200\u00A0¥
            -3 USD    | -3,00\u00A0$
            """)
    void printsAmounts(String value, String text) {
        assertThat(render(ArgumentType.CURRENCY, "{it, number, currency}", "de", value, "UTC").text()).isEqualTo(text);
    }

    @Test
    void printsStructuredAmounts() {
        for (var value : List.of(new Amount("EUR", "12.50"), new Amount("EUR", new BigDecimal("12.5")))) {
            assertThat(render(ArgumentType.CURRENCY, "{it, number, currency}", "de", value, "UTC").text()).isEqualTo("12,50\u00A0€");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "12.5 eur", "12.5 EURO", "12,50 EUR", "EUR", "EUR 12.50 EUR", "12.50  EUR", "12.50 XXX", "XTS 1",
        "1 QQQ", "NaN EUR"})
    void listsOtherAmountsAsInvalid(String value) {
        var rendering = render(ArgumentType.CURRENCY, "{it, number, currency}", "de", value, "UTC");
        assertThat(bind(ArgumentType.CURRENCY, value).invalid()).containsExactly("it");
        assertThat(rendering.text()).isEqualTo("{it}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{it, number, currency}", "{it, number, ¤#,##0.00}"})
    void neverPrintsNumberWithoutCurrency(String text) {
        for (var locale : List.of("en", "en-US", "de", "ar", "ja", "hi")) {
            var rendering = render(ArgumentType.NUMBER, text, locale, new BigDecimal("12.5"), "UTC");
            assertThat(rendering.text()).as(locale).isEqualTo("{it}");
            assertThat(rendering.invalid()).containsExactly("it");
        }
        assertThat(InferredArguments.infer(Syntax.ICU, text).arguments()).extracting(Argument::type).containsExactly(ArgumentType.CURRENCY);
    }

    @Test
    void printsNumberInCurrencyOfSkeleton() {
        assertThat(render(ArgumentType.NUMBER, "{it, number, ::currency/EUR}", "en", 5, "UTC").text()).isEqualTo("€5.00");
    }

    @Test
    void treatsNullAsMissing() {
        var supplied = new HashMap<String, Object>();
        supplied.put("it", null);
        var contract = contract(ArgumentType.STRING);
        var bound = ArgumentValues.bind(contract, supplied);
        assertThat(bound.missing(contract)).containsExactly("it");
        assertThat(bound.rawValues()).containsEntry("it", null);
        assertThat(bound.invalid()).isEmpty();
        for (var text : List.of("{it}", "{it, plural, other{#}}", "{it, select, null{x} other{y}}", "{it, date}")) {
            var rendering = compileAndRender(text, "ar", bound, contract);
            assertThat(rendering.text()).isEqualTo("{it}");
            assertThat(rendering.missing()).containsExactly("it");
        }
    }

    @Test
    void listsValuesThatCannotBePrinted() {
        for (var value : List.of(ArgumentValues.UNACCEPTABLE, "x".repeat(ArgumentValues.MAX_STRING_LENGTH + 1),
                new BigDecimal("1E999999999"), new BigDecimal("9".repeat(31)), new Amount("EUR", new BigDecimal("1E31")))) {
            for (var type : ArgumentType.values()) {
                assertThat(bind(type, value).invalid()).containsExactly("it");
                assertThat(render(type, "{it}", "en", value, "UTC").text()).isEqualTo("{it}");
            }
        }
        assertThat(bind(ArgumentType.STRING, ArgumentValues.UNACCEPTABLE).rawValues()).isEmpty();
    }

    @Test
    void documentsEveryForm() throws IOException {
        var documentation = Files.readString(Path.of("src/docs/api.md"));
        for (var type : ArgumentType.values()) {
            assertThat(documentation).contains("| `" + type.label() + "` | " + code(type.queryForms()) + " | " + code(type.jsonForms())
                    + " |");
        }
    }

    private static String code(List<String> forms) {
        return forms.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }

    private static ArgumentContract contract(ArgumentType type) {
        return new ArgumentContract(List.of(new Argument("it", type, "")));
    }

    private static ArgumentValues bind(ArgumentType type, Object value) {
        return ArgumentValues.bind(contract(type), Map.of("it", value));
    }

    private static RenderedText render(ArgumentType type, String text, String locale, Object value, String zone) {
        return new Renderer().compile(Syntax.ICU, text, LocaleTag.parse(locale), contract(type))
                .render(bind(type, value).values(), BidiIsolation.NEVER, ZoneId.of(zone));
    }

    private static RenderedText compileAndRender(String text, String locale, ArgumentValues bound, ArgumentContract contract) {
        return new Renderer().compile(Syntax.ICU, text, LocaleTag.parse(locale), contract)
                .render(bound.values(), BidiIsolation.NEVER, ZoneId.of("UTC"));
    }
}
