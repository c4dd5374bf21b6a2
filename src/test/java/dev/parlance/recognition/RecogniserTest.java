package dev.parlance.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecogniserTest {
    private static final LocaleTag ENGLISH = LocaleTag.parse("en");
    private final Recogniser.Builder builder = new Recogniser.Builder();

    @Test
    void returnsArgumentsByDeclaredName() {
        builder.add(7, ENGLISH, Syntax.PRINTF, "Illegal characters in '%s'; legal range is '%s'.", strings("parameter", "range"));

        var found = single("Illegal characters in 'symbol'; legal range is '^[A-Z]{1,20}$'.");

        assertThat(found.message()).isEqualTo(7);
        assertThat(found.locale()).isEqualTo(ENGLISH);
        assertThat(found.exact()).isTrue();
        assertThat(found.arguments()).containsExactly(entry("parameter", "symbol"), entry("range", "^[A-Z]{1,20}$"));
        assertThat(found.literalCharacters()).isEqualTo("Illegal characters in ''; legal range is ''.".length());
    }

    @Test
    void rejectsOtherTexts() {
        builder.add(0, ENGLISH, Syntax.PRINTF, "Unknown symbol '%s'.", strings("symbol"));

        assertThat(exact("Unknown symbol 'BTC'")).isEmpty();
        assertThat(exact("An unknown symbol 'BTC'.")).isEmpty();
        assertThat(exact("")).isEmpty();
    }

    @Test
    void ranksMostLiteralCharactersFirst() {
        builder.add(0, ENGLISH, Syntax.ICU, "{0}", ArgumentContract.EMPTY);
        builder.add(1, ENGLISH, Syntax.ICU, "Unknown {0}", ArgumentContract.EMPTY);
        builder.add(2, ENGLISH, Syntax.ICU, "Unknown symbol {0}", ArgumentContract.EMPTY);

        assertThat(exact("Unknown symbol BTC")).extracting(Recognition::message).containsExactly(2, 1, 0);
        assertThat(recogniser().recognise(new RecognitionQuery("Unknown symbol BTC", Optional.empty(), false, 2))).hasSize(2);
    }

    @Test
    void returnsAllMessagesThatRenderAlike() {
        builder.add(1, ENGLISH, Syntax.PLAIN, "Incorrect signature", ArgumentContract.EMPTY);
        builder.add(0, ENGLISH, Syntax.PLAIN, "Incorrect signature", ArgumentContract.EMPTY);

        assertThat(exact("Incorrect signature")).extracting(Recognition::message).containsExactly(0, 1);
    }

    @Test
    void findsTextsOfOneLocale() {
        builder.add(0, ENGLISH, Syntax.PLAIN, "Information", ArgumentContract.EMPTY);
        builder.add(0, LocaleTag.parse("de"), Syntax.PLAIN, "Information", ArgumentContract.EMPTY);

        var query = new RecognitionQuery("Information", Optional.of(LocaleTag.parse("de")), false, 10);
        assertThat(recogniser().recognise(query)).extracting(Recognition::locale).containsExactly(LocaleTag.parse("de"));
    }

    @Test
    void readsNumbersInTheFormatOfTheLocale() {
        var contract = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "1")));
        builder.add(0, LocaleTag.parse("de"), Syntax.ICU, "Höchstens {n} Zeichen", contract);
        builder.add(1, LocaleTag.parse("ar-EG"), Syntax.ICU, "{n} حرف", contract);
        builder.add(2, LocaleTag.parse("hi"), Syntax.ICU, "{n, number, ::percent} पूरा", contract);

        assertThat(single("Höchstens 1.234.567,5 Zeichen").arguments().get("n")).hasToString("1234567.5");
        assertThat(single("١٬٢٣٤ حرف").arguments().get("n")).isEqualTo(1234L);
        assertThat(single("Höchstens -0 Zeichen").exact()).isTrue();
        assertThat(single("35% पूरा").arguments().get("n")).hasToString("35");
    }

    @Test
    void readsPluralBranches() {
        var contract = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "1")));
        builder.add(0, ENGLISH, Syntax.ICU, "{n, plural, =0{No file} one{One file} other{# files}} found", contract);

        assertThat(single("No file found").arguments()).containsExactly(entry("n", 0L));
        assertThat(single("One file found").arguments()).containsExactly(entry("n", 1L));
        assertThat(single("1,234 files found").arguments()).containsExactly(entry("n", 1234L));
        assertThat(exact("1 files found")).isEmpty();
        assertThat(single("0 files found").arguments().get("n")).hasToString("1E-9");
    }

    @Test
    void readsSelectBranches() {
        builder.add(0, ENGLISH, Syntax.ICU, "{side, select, BUY{You bought} SELL{You sold} other{You traded}} {asset}",
                strings("side", "asset"));

        assertThat(single("You sold BTC").arguments()).containsOnly(entry("side", "SELL"), entry("asset", "BTC"));
        assertThat(single("{side} BTC").arguments()).containsExactly(entry("asset", "BTC"));
    }

    @Test
    void reportsMissingArgumentsAsAbsent() {
        builder.add(0, ENGLISH, Syntax.PRINTF, "Unknown symbol '%s'.", strings("symbol"));

        assertThat(single("Unknown symbol '{symbol}'.").arguments()).isEmpty();
    }

    @Test
    void removesIsolates() {
        builder.add(0, ENGLISH, Syntax.ICU, "Unknown {0}", ArgumentContract.EMPTY);
        builder.add(1, LocaleTag.parse("ar"), Syntax.ICU, "مجهول {0}", ArgumentContract.EMPTY);

        assertThat(single("Unknown \u2068שלום\u2069").arguments()).containsExactly(entry("0", "שלום"));
        assertThat(single("مجهول \u2068BTC\u2069").arguments()).containsExactly(entry("0", "BTC"));
        assertThat(exact("مجهول BTC")).noneMatch(Recognition::exact);
    }

    @Test
    void returnsAmbiguousArgumentsThatRenderToTheText() {
        builder.add(0, ENGLISH, Syntax.PRINTF, "'%s' or '%s'", strings("one", "other"));

        assertThat(single("'a' or 'b' or 'c'").arguments()).containsOnly(entry("one", "a"), entry("other", "b' or 'c"));
    }

    @Test
    void prefersArgumentsOfTheirTypes() {
        var contract = new ArgumentContract(List.of(new Argument("name", ArgumentType.STRING, ""),
                new Argument("n", ArgumentType.NUMBER, "")));
        builder.add(0, ENGLISH, Syntax.ICU, "{name} of {n}", contract);

        assertThat(single("x of y of 5").arguments()).containsOnly(entry("name", "x of y"), entry("n", 5L));
        assertThat(single("x of y").arguments()).containsOnly(entry("name", "x"), entry("n", "y"));
    }

    @Test
    void requiresTheSameValueWhereAnArgumentIsRepeated() {
        builder.add(0, ENGLISH, Syntax.ICU, "{0} is not {0}", ArgumentContract.EMPTY);

        assertThat(single("a is not a is not a is not a").arguments()).containsExactly(entry("0", "a is not a"));
        assertThat(exact("a is not b")).isEmpty();
    }

    @Test
    void readsDaysAndAmountsAndLeavesTimesAsShown() {
        builder.add(0, ENGLISH, Syntax.ICU, "From {d, date, long}", ArgumentContract.EMPTY);
        builder.add(1, ENGLISH, Syntax.ICU, "At {t, time, short}", ArgumentContract.EMPTY);
        builder.add(2, ENGLISH, Syntax.ICU, "Costs {a, number, currency}", ArgumentContract.EMPTY);

        assertThat(single("From March 4, 2022").arguments()).containsExactly(entry("d", "2022-03-04"));
        assertThat(single("Costs €12.50").arguments()).containsExactly(entry("a", "12.5 EUR"));
        var time = single("At 12:00\u202FAM");
        assertThat(time.arguments()).containsExactly(entry("t", "12:00\u202FAM"));
        assertThat(time.exact()).isFalse();
    }

    @Test
    void readsPrintfConversions() {
        builder.add(0, ENGLISH, Syntax.PRINTF, "Error %05d at %#x: %8.3s|%-4s|%e", ArgumentContract.EMPTY);

        assertThat(single("Error 00042 at 0xff:      abc|x   |1.500000e+03").arguments())
                .isEqualTo(Map.of("0", 42L, "1", 255L, "2", "abc", "3", "x   ", "4", 1500L));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "illegal parameter 'symbol'", "Illegal parameter 'symbol'.", "Illegal  parameter\n'symbol'", "Illegal parameter “symbol”",
        "2022-03-04 15:30:00 ERROR [main] Illegal parameter 'symbol'. Closing.", "{\"msg\":\"Illegal parameter 'symbol'\"}",
        "Illegal parameter 'symbol"
    })
    void toleratesDifferencesOnRequest(String text) {
        builder.add(0, ENGLISH, Syntax.PRINTF, "Illegal parameter '%s'", strings("parameter"));

        assertThat(exact(text)).isEmpty();
        var found = tolerant(text);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).arguments()).containsExactly(entry("parameter", "symbol"));
        assertThat(found.get(0).exact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            12:00 WARN current limit is 5 orders per 10s            | 10s
            12:00 current limit is 5 orders per 10s.                | 10s
            {"msg":"Current limit is 5 orders per 10s.","id":"7"}   | 10s
            {"msg":"Current limit is 5 orders per \\"a\\"","id":"7"} | \\"a\\"
            "7": current limit is 5 orders per 10s for "eve"        | 10s for "eve"
            """)
    void readsAnArgumentAtTheEndOfAMessageInALongerLine(String text, String interval) {
        builder.add(0, ENGLISH, Syntax.PRINTF, "Current limit is %s orders per %s.", strings("limit", "interval"));

        assertThat(tolerant(text)).singleElement().satisfies(it -> assertThat(it.arguments())
                .containsOnly(entry("limit", "5"), entry("interval", interval)));
    }

    @Test
    void recognisesTextsThatAreCutOff() {
        builder.add(0, ENGLISH, Syntax.PRINTF, "Too many requests; the limit is %s. Use a stream instead.", strings("limit"));

        assertThat(tolerant("Too many requests; the li…").get(0).arguments()).isEmpty();
        assertThat(tolerant("Too many requests; the limit is 50...").get(0).arguments()).containsKey("limit");
        assertThat(tolerant("WARN Too many requests; the limit is 50. Use a str").get(0).arguments()).containsExactly(entry("limit", "50"));
        assertThat(tolerant("Too…")).isEmpty();
    }

    @Test
    void tellsWhereInALongerTextTheMessageIs() {
        builder.add(0, ENGLISH, Syntax.ICU, "{0} was not found.", ArgumentContract.EMPTY);
        var log = "first line\n12:00 ERROR: The order 5 was not found. Giving up.\nlast line";

        var found = tolerant(log).get(0);

        assertThat(log.substring(found.start(), found.end())).isEqualTo("The order 5 was not found.");
        assertThat(found.arguments()).containsExactly(entry("0", "The order 5"));
    }

    @Test
    void findsWholeWordsOnly() {
        builder.add(0, ENGLISH, Syntax.PLAIN, "Order", ArgumentContract.EMPTY);

        assertThat(tolerant("The borderline")).isEmpty();
        assertThat(tolerant("The order is open")).hasSize(1);
    }

    @Test
    void ranksExactTextsBeforeTolerantOnes() {
        builder.add(0, ENGLISH, Syntax.PLAIN, "ORDER REJECTED", ArgumentContract.EMPTY);
        builder.add(1, ENGLISH, Syntax.PLAIN, "Order rejected", ArgumentContract.EMPTY);

        assertThat(tolerant("Order rejected")).extracting(Recognition::message).containsExactly(1, 0);
    }

    private List<Recognition> tolerant(String text) {
        return recogniser().recognise(new RecognitionQuery(text, Optional.empty(), true, 10));
    }

    private Recogniser recogniser() {
        return builder.build();
    }

    private List<Recognition> exact(String text) {
        return recogniser().recognise(new RecognitionQuery(text, Optional.empty(), false, 10));
    }

    private Recognition single(String text) {
        var found = exact(text);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static ArgumentContract strings(String... names) {
        return new ArgumentContract(Arrays.stream(names).map(it -> new Argument(it, ArgumentType.STRING, "")).toList());
    }
}
