package dev.parlance.formats;

import static dev.parlance.formats.TestBundles.number;
import static dev.parlance.formats.TestBundles.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.formats.formatjs.FormatJsFormat;
import dev.parlance.formats.i18next.I18nextFormat;
import dev.parlance.formats.printf.PrintfFormat;
import dev.parlance.formats.properties.PropertiesFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the output of each format for a pattern, and the keys that are reported as lossy. */
class BundleFormatsTest {
    private static final FormatJsFormat FORMATJS = new FormatJsFormat();
    private static final I18nextFormat I18NEXT = new I18nextFormat();
    private static final PrintfFormat PRINTF = new PrintfFormat();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "en | Can''t do {s}                             | Can''t do {s}                                    | false",
            "en | I can't                                   | I can''t                                         | false",
            "en | a <b> '{'{s}'}' < #                       | a '<'b> '{'{s}'}' '<' #                          | false",
            "en | {n}                                       | {n, number}                                      | false",
            "es | {n}                                       | {n, number}                                      | true",
            "en | {n, number, integer}                      | {n, number, ::precision-integer rounding-mode-half-even} | false",
            "en | {n, number, ::group-off .00 rounding-mode-half-up} | {n, number, ::group-off .00 rounding-mode-half-up} | false",
            "en | {n, number, ::sign-always}                | {n, number, ::.###### rounding-mode-half-even sign-always} | false",
            "en | {n, number, percent}                      | {n, number}                                      | true",
            "en | {n, plural, offset:1 =0{no '#'} one{# <} other{#s}} | {n, plural, offset:1 =0{no '#'} one{# '<'} other{#s}} | false",
            "en | {n, plural, other{{s, select, x{#} other{}}}}  | {n, plural, other{{s, select, x{#} other{}}}} | false",
            "en | {n, selectordinal, one{#st} other{#th}}   | {n, selectordinal, one{#st} other{#th}}          | false",
            "en | {d, date, short} {d, time, HH:mm}         | {d, date, short} {d, time}                       | true",
            "en | \"{n, choice, 0#none|1#some}\"            | some                                             | true",
            "ar | {s} {n}                                   | \u2068{s}\u2069 {n, number}                      | false"})
    void writesFormatJs(String locale, String pattern, String text, boolean lossy) throws IOException {
        var written = FORMATJS.write(TestBundles.of(locale, pattern, string("s"), number("n"), string("d")));
        assertThat(json(written)).isEqualTo(Map.of("key", text));
        assertThat(!written.lossyKeys().isEmpty()).isEqualTo(lossy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "en | Can''t do {s}, 5 %                    | key=Can't do {{s}}, 5 %                                        | false",
            "en | {n}                                   | key={{n, number}}                                              | false",
            "es | {n}                                   | key={{n, number(useGrouping: always)}}                         | false",
            "en | {n, number, ::group-off .00 rounding-mode-half-up} | key={{n, number(useGrouping: false; minimumFractionDigits: 2; "
            + "maximumFractionDigits: 2)}} | false",
            "en | {n, number, ::compact-short}          | key={{n, number}}                                              | true",
            "en | {n, plural, one{# day} other{# days}} ago | key={{n, number}} days ago; key_one={{count, number}} day ago; "
            + "key_other={{count, number}} days ago | false",
            "en | {n, plural, =0{none} =1{one} one{#} other{#s}} | key={{n, number}}s; key_zero=none; key_one=one; key_other={{count, "
            + "number}}s   | false",
            "en | {n, plural, =5{five} one{a} other{b}} | key=b; key_one=a; key_other=b                                         | true",
            "fr | {n, plural, =1{un} one{a} other{b}}   | key=b; key_one=a; key_many=b; key_other=b                             | true",
            "lv | {n, plural, =0{none} zero{z} one{a} other{b}} | key=b; key_zero=z; key_one=a; key_other=b                     | true",
            "ar | {n, plural, =0{none} =2{two} other{b}} | key=b; key_zero=none; key_one=b; key_two=two; key_few=b; key_many=b; "
            + "key_other=b | false",
            "ja | {n, plural, one{a} other{b}}          | key=b; key_other=b                                                    | false",
            "en | {n, selectordinal, one{#st} two{#nd} few{#rd} other{#th}} | key={{n, number}}th; key_ordinal_one={{count, number}}st; "
            + "key_ordinal_two={{count, number}}nd; key_ordinal_few={{count, number}}rd; key_ordinal_other={{count, number}}th | false",
            "en | {n, plural, offset:1 one{a} other{b}} | key=b; key_one=a; key_other=b                                         | true",
            "en | {s, select, x{X} other{O}}            | key=O; key_x=X                                                 | false",
            "en | {s, select, x{X {n, plural, one{a} other{b}}} other{O}} | key=O; key_one=O; key_other=O; key_one_one=O; "
            + "key_one_other=O; key_other_one=O; key_other_other=O; key_x=X b; key_x_one=X a; key_x_other=X b | false",
            "en | {s, select, x{X} other{O}} {d, select, y{Y} other{P}} | key=O P; key_x=X P                             | true",
            "en | {n, plural, one{a} other{b}} {m, plural, one{c} other{d}} | key=b d; key_one=a d; key_other=b d                 | true",
            "en | '{{s}}' $t(key)                       | key={{s}} $t(key)                                              | true",
            "en | '{'{s}'}'                             | key={{{s}}}                                                    | true",
            "en | {s}'}'                                | key={{s}}}                                                     | false",
            "en | {d, date, short}                      | key={{d, datetime(dateStyle: short)}}                          | true",
            "en | {d, date, long} {d, time, full}         | key={{d, datetime(dateStyle: long)}} {{d, datetime(timeStyle: full)}} | true",
            "en | {d, date} {d, date, yyyy}               | key={{d, datetime(dateStyle: medium)}} {{d, datetime(dateStyle: medium)}} | "
            + "true"})
    void writesI18next(String locale, String pattern, String texts, boolean lossy) throws IOException {
        var written = I18NEXT.write(TestBundles.of(locale, pattern, string("s"), number("n"), string("d"), number("m")));
        var expected = new TreeMap<String, String>();
        List.of(texts.split("; (?=key)")).forEach(it -> expected.put(it.split("=", 2)[0], it.split("=", 2)[1]));
        assertThat(json(written)).isEqualTo(expected);
        assertThat(!written.lossyKeys().isEmpty()).isEqualTo(lossy);
    }

    @Test
    void doesNotOverwriteKeysWithI18nextForms() throws IOException {
        var contract = new ArgumentContract(List.of(number("n")));
        var en = LocaleTag.parse("en");
        var written = I18NEXT.write(new BundleContent(en, List.of(
                new BundleContent.Entry("item", "{n, plural, one{# item} other{# items}}", contract, en),
                new BundleContent.Entry("item_one", "Item one", ArgumentContract.EMPTY, en))));
        assertThat(json(written)).isEqualTo(Map.of("item", "{{n, number}} items", "item_other", "{{count, number}} items",
                "item_one", "Item one"));
        assertThat(written.lossyKeys()).containsExactly("item");
    }

    @Test
    void keepsNameOfCountedNumberBesideArgumentNamedCount() throws IOException {
        var written = I18NEXT.write(TestBundles.of("en", "{n, plural, one{# {count}} other{#s {count}}}", number("n"), string("count")));
        assertThat(json(written)).isEqualTo(Map.of("key", "{{n, number}}s {{count}}", "key_one", "{{n, number}} {{count}}",
                "key_other", "{{n, number}}s {{count}}"));
        assertThat(I18NEXT.write(TestBundles.of("en", "{count, plural, one{#} other{#s}}", number("count"))).lossyKeys()).isEmpty();
    }

    @Test
    void namesContextsThatLeadToOtherMessages() {
        var contract = new ArgumentContract(List.of(string("s")));
        var en = LocaleTag.parse("en");
        var written = I18NEXT.write(new BundleContent(en, List.of(
                new BundleContent.Entry("item", "{s, select, x{X} other{O}}", contract, en),
                new BundleContent.Entry("item_old", "Old", ArgumentContract.EMPTY, en),
                new BundleContent.Entry("items", "{s, select, x{X} other{O}}", contract, en))));
        assertThat(written.losses()).containsOnlyKeys("item");
        assertThat(written.losses().get("item")).containsExactly(new Loss(LossReason.KEY_CONFLICT, "s"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "Read <link>the terms</link> first.             | Read <link>the terms</link> first.",
            "<b>{n, plural, one{<i>#</i>} other{<i>#s}}</b> | <b>{n, plural, one{<i>#</i>} other{'<'i>#s}}</b>",
            "<b>{s}</b> </b> <a href=''x''>y</a> <br/> 1 < 2   | <b>{s}</b> '<'/b> '<'a href=''x''>y'<'/a> '<'br/> 1 '<' 2",
            "<b><i>x</b></i>                                | <b>'<'i>x</b>'<'/i>",
            "<b>''</b>{s}''<x-y.z>''</x-y.z>               | <b>''</b>{s}''<x-y.z>''</x-y.z>"})
    void deliversTagsToFormatJs(String pattern, String text) throws IOException {
        var content = TestBundles.of("en", pattern, string("s"), number("n"));
        assertThat(json(FORMATJS.withRichTags().orElseThrow().write(content))).isEqualTo(Map.of("key", text));
        assertThat((String) json(FORMATJS.write(content)).get("key")).contains("'<'");
    }

    @ParameterizedTest
    @CsvSource({"%05d, n", "%x, n", "%5s, n", "%S, n", "%d %2$s %3$08.2f, b"})
    void namesPrintfConversionsWithoutPattern(String text, String argument) {
        var contract = new ArgumentContract(List.of(number("n"), string("a"), number("b")));
        var en = LocaleTag.parse("en");
        var entry = new BundleContent.Entry("key", PatternText.of(Syntax.PRINTF, text).withNames(contract).pattern(), contract, en,
                PatternText.inexpressibleArguments(Syntax.PRINTF, text, contract));
        assertThat(TestBundles.FORMATS).allSatisfy(it -> assertThat(it.write(new BundleContent(en, List.of(entry))).losses().get("key"))
                .contains(new Loss(LossReason.PRINTF_CONVERSION, argument)));
    }

    @ParameterizedTest
    @CsvSource({"%d %s %.2f", "100 %%", "%,d", "%1$s %1$s"})
    void namesNoPrintfConversionWithPattern(String text) {
        assertThat(PatternText.inexpressibleArguments(Syntax.PRINTF, text, ArgumentContract.EMPTY)).isEmpty();
        assertThat(PatternText.inexpressibleArguments(Syntax.ICU, "%05d", ArgumentContract.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de-AT,de", "ar-EG,ar", "pt-PT,pt-BR", "en-IN,en", "es-MX,es"})
    void judgesLossesForLocaleOfClient(String client, String text) {
        assertThat(lossy(client, text, "{n}")).contains("formatjs", "i18next", "properties");
        assertThat(lossy(client, text, "{s}")).isEmpty();
    }

    @Test
    void documentsEachReason() throws IOException {
        var rows = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|").matcher(Files.readString(Path.of("src/docs/clients.md")));
        assertThat(rows.results().map(it -> it.group(1))).containsExactlyElementsOf(
                Stream.of(LossReason.values()).map(LossReason::label).toList());
    }

    @Test
    void deliversTagsOnlyToFormatJs() {
        assertThat(TestBundles.FORMATS.stream().filter(it -> it.withRichTags().isPresent()).map(BundleFormat::name))
                .containsExactly("formatjs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "formatjs   | DATE d, CURRENCY a, NUMBER_STYLE n",
            "i18next    | PLURAL_FORM n, DATE d, CURRENCY a, SYNTAX ''",
            "printf     | NUMBER_STYLE n, PLURAL_FORM n, SELECTION s, DATE d, CURRENCY a, UNDECLARED_ARGUMENT u",
            "properties | NUMBER_STYLE n, PLURAL_FORM n, SELECTION s, DATE d, CURRENCY a, UNDECLARED_ARGUMENT u"})
    void namesReasonAndArgument(String format, String losses) {
        var pattern = "{n, plural, offset:1 one{#} other{#s}} {n, number, ::compact-short} {s, select, x{X} other{O}} {d, date} {a} {u} "
                + "'{{'x}}";
        var content = TestBundles.of("en", pattern, number("n"), string("s"), string("d"), new Argument("a", ArgumentType.CURRENCY, ""));
        var written = TestBundles.FORMATS.stream().filter(it -> it.name().equals(format)).findFirst().orElseThrow().write(content);
        var expected = Stream.of(losses.split(", ")).map(it -> new Loss(LossReason.valueOf(it.split(" ")[0]),
                it.split(" ")[1].replace("''", ""))).toList();
        assertThat(written.losses().get("key")).containsAll(expected);
    }

    @Test
    void marksNumberOptionArgumentsAsLossy() {
        var arguments = new Argument[] {number("n"), string("currency")};
        assertThat(I18NEXT.write(TestBundles.of("en", "{n} {currency}", arguments)).lossyKeys()).containsExactly("key");
        assertThat(I18NEXT.write(TestBundles.of("en", "{currency}", arguments)).lossyKeys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "en | Can''t do this                        | Can''t do this                     | false",
            "en | I can't {s}                           | I can''t {0}                       | false",
            "en | '{'{s}'}'                             | '{'{0}'}'                          | false",
            "en | {n} of {s}                            | {1} of {0}                         | false",
            "hi | {n}                                   | {1}                                | true",
            "ar | {n} {s}                               | {1} \u2068{0}\u2069                | true",
            "en | {n, number, integer}                  | {1,number,integer}                 | false",
            "en | {n, number, ::.00}                    | {1,number}                         | true",
            "en | {n, plural, one{# day} other{# days}} | {1} days                           | true",
            "ja | {n, plural, other{#件}}                | {1}件                               | false",
            "ja | {n, plural, other{#件{s, select, x{} other{O}}}} | {1}件O                     | true",
            "en | {s, select, x{X} other{O {s}}}        | O {0}                              | true",
            "en | {d, date, short}{d, time, HH:mm}      | {2,date,short}{2,time}             | true",
            "en | {unknown}                             | '{'unknown'}'                      | true"})
    void writesProperties(String locale, String pattern, String text, boolean lossy) throws IOException {
        var content = TestBundles.of(locale, pattern, string("s"), number("n"), string("d"));
        for (var format : List.of(PropertiesFormat.UTF_8, PropertiesFormat.ASCII)) {
            var written = format.write(content);
            assertThat(new PropertyResourceBundle(new ByteArrayInputStream(written.bytes())).getString("key")).isEqualTo(text);
            assertThat(!written.lossyKeys().isEmpty()).isEqualTo(lossy);
        }
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void roundTripsProperties(String text) throws IOException {
        var en = LocaleTag.parse("en");
        var content = new BundleContent(en, List.of(new BundleContent.Entry("!a=b c:#\\é", text, ArgumentContract.EMPTY, en)));
        var unicode = new PropertyResourceBundle(new ByteArrayInputStream(PropertiesFormat.UTF_8.write(content).bytes()));
        assertThat(unicode.getString("!a=b c:#\\é")).isEqualTo(text);
        var ascii = new Properties();
        ascii.load(new ByteArrayInputStream(PropertiesFormat.ASCII.write(content).bytes()));
        assertThat(ascii).containsExactly(Map.entry("!a=b c:#\\é", text));
    }

    static List<String> awkward() {
        return List.of("", " ", "  two blanks ", "\t\ntab\r\f", "\\u0041\\", "# no comment", "=:",
                "\u0000\u001f\u007f\u0085\u2028\u2068\ufeff", "Übergröße", "注文 𠮷 👩‍👩‍👧", "مرحبا");
    }

    @Test
    void escapesNonAsciiInAsciiProperties() {
        var content = TestBundles.of("ja", "注文 𠮷");
        assertThat(new String(PropertiesFormat.UTF_8.write(content).bytes(), StandardCharsets.UTF_8)).isEqualTo("key=注文 𠮷\n");
        assertThat(new String(PropertiesFormat.ASCII.write(content).bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("key=\\u6ce8\\u6587 \\ud842\\udfb7\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "en | 5 % can''t {s}                        | 5 %% can't %s      | false",
            "en | {d} {s}                               | %3$s %1$s          | false",
            "en | {n}                                   | %2$s               | true",
            "en | {n, number, ::group-off precision-integer} | %2$d          | false",
            "fa | {n, number, ::group-off precision-integer} | %2$d          | true",
            "en | {n, number, ::.00 rounding-mode-half-up} | %2$,.2f         | true",
            "en | {n, number}                           | %2$s               | true",
            "en | {s, select, x{X} other{O {s}}}        | O %s               | true",
            "ar | {s}                                   | \u2068%s\u2069     | false"})
    void writesPrintf(String locale, String pattern, String text, boolean lossy) throws IOException {
        var written = PRINTF.write(TestBundles.of(locale, pattern, string("s"), number("n"), string("d")));
        assertThat(json(written)).isEqualTo(Map.of("key", text));
        assertThat(!written.lossyKeys().isEmpty()).isEqualTo(lossy);
    }

    @Test
    void treatsFallbackTextAsExactWhenRulesMatch() {
        assertThat(lossy("ru", "en", "{n}")).contains("json", "formatjs", "i18next", "properties", "printf");
        assertThat(lossy("en-GB", "en", "{n, plural, one{#} other{#s}}")).doesNotContain("json", "formatjs", "i18next");
        assertThat(lossy("ja", "en", "{n, plural, one{a} other{b}}")).contains("json", "formatjs", "i18next");
        assertThat(lossy("ja", "en", "{s}")).isEmpty();
    }

    @Test
    void marksCurrencyAsLossyOutsideIcu() {
        var content = TestBundles.of("en", "{a} {a, number, currency}", new Argument("a", ArgumentType.CURRENCY, ""));
        assertThat(TestBundles.FORMATS).allSatisfy(it -> assertThat(it.write(content).lossyKeys().isEmpty())
                .isEqualTo(it.name().equals("json")));
    }

    @Test
    void writesHundredThousandMessages() throws IOException {
        var en = LocaleTag.parse("en");
        var contract = new ArgumentContract(List.of(number("n"), string("s")));
        var content = new BundleContent(en, IntStream.range(0, 100_000).mapToObj(it -> new BundleContent.Entry(
                String.format("k%06d", it), "{n, plural, one{# file} other{# files}} in {s}", contract, en)).toList());
        for (var format : TestBundles.FORMATS) {
            var written = format.write(content);
            assertThat(written.lossyKeys()).hasSize(List.of("json", "formatjs", "i18next").contains(format.name()) ? 0 : 100_000);
            assertThat(new String(written.bytes(), StandardCharsets.US_ASCII)).contains("k000000", "k099999");
        }
    }

    private static List<String> lossy(String locale, String text, String pattern) {
        var contract = new ArgumentContract(List.of(number("n"), string("s")));
        var content = new BundleContent(LocaleTag.parse(locale),
                List.of(new BundleContent.Entry("key", pattern, contract, LocaleTag.parse(text))));
        return TestBundles.FORMATS.stream().filter(it -> !it.write(content).lossyKeys().isEmpty()).map(BundleFormat::name).toList();
    }

    private static Map<?, ?> json(FormattedBundle written) throws IOException {
        return new ObjectMapper().readValue(written.bytes(), Map.class);
    }
}
