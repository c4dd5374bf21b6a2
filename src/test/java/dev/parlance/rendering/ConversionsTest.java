package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the conversions between printf and ICU, from Java texts to ICU, and to pseudo-locales. */
class ConversionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Can't open '%s'      | Can''t open ''{0}''                                                 | Can't open '%s'
            %s and %s            | {0} and {1}                                                         | %s and %s
            %2$s before %1$s     | {1} before {0}                                                      | %2$s before %1$s
            %s %<s               | {0} {0}                                                             | %1$s %1$s
            100%% of %s          | 100% of {0}                                                         | 100%% of %s
            100% of %s           | 100% of {0}                                                         | 100%% of %s
            {%s} #1              | '{'{0}'}' #1                                                        | {%s} #1
            %d, %,d, %+d, %u     | {0,number,::group-off precision-integer}, {1,number,::precision-integer}, {2,number,::group-off precision-integer sign-always}, {3,number,::group-off precision-integer} | %d, %,d, %+d, %d
            %.2f %f              | {0,number,::group-off .00 rounding-mode-half-up} {1,number,::group-off .000000 rounding-mode-half-up} | %.2f %f
            %.0f                 | {0,number,::group-off precision-integer rounding-mode-half-up}      | %.0f
            %lld %zu             | {0,number,::group-off precision-integer} {1,number,::group-off precision-integer} | %d %d
            {} {{x}} }{          | '{}' '{{'x'}}' '}{'                                                  | {} {{x}} }{
            }'{ %s '{'           | '}''{' {0} '''{'''                                                  | }'{ %s '{'
            5%-discount          | 5%-discount                                                         | 5%%-discount
            5%, %                | 5%, %                                                               | 5%%, %%
            العدد %s             | العدد {0}                                                           | العدد %s
            """)
    void convertsPrintfToPatternAndBack(String printf, String pattern, String back) {
        assertThat(PatternText.of(Syntax.PRINTF, printf).pattern()).isEqualTo(pattern);
        assertThat(new PatternText(pattern).toPrintf()).isEqualTo(back);
        assertThat(PatternText.of(Syntax.PRINTF, back).pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%*d", "%m", "%p", "%M", "%T", "%Q", "%a", "%.*s", "%<s", "%#d", "%,x", "%--5d", "%-05d", "%,e", "%#g", "%.3d",
            "%tF", "%+s"})
    void rejectsConversionWithoutIcuEquivalent(String printf) {
        assertThatThrownBy(() -> PatternText.of(Syntax.PRINTF, "x " + printf)).isInstanceOfSatisfying(TextSyntaxException.class, it -> {
            assertThat(it.reason()).isEqualTo(TextSyntaxException.Reason.UNSUPPORTED_CONVERSION);
            assertThat(it.offset()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "{0, plural, other{x}}", "{0, select, other{x}}", "{0, date}", "{0, number}", "{0,number,::percent}",
        "{0,number,::.00}", "{0, choice, 0#x}", "{0,number,integer}"})
    void rejectsPatternWithoutPrintfEquivalent(String pattern) {
        assertThatThrownBy(() -> new PatternText(pattern).toPrintf()).isInstanceOfSatisfying(TextSyntaxException.class,
                it -> assertThat(it.reason()).isEqualTo(TextSyntaxException.Reason.NOT_REPRESENTABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "It''s {0}", "It's {0}", "'{0}' {0}", "''{0}''", "'{' {0} '}'", "a '' b ''' c {0}", "{0} } x",
            "# | {0}",
        "{0,number,#.##} {1}", "{1} {0} {1}", "{0,choice,0#none|1#one {1}|1<many ''{1}''}", "unended 'quote {0}", "日本 {0} 'é'",
        "'}''{' {00} {0,} {0, ,x}", "{0,choice,1#a|2#'{1} | {0}'}"})
    void rendersJavaTextLikeJava(String text) {
        var pattern = JavaMessageFormatReader.toPattern(text);
        var expected = new MessageFormat(text, Locale.ENGLISH).format(new Object[] {2, "<'{1}'>"});
        assertThat(render(pattern.pattern(), Map.of("0", 2, "1", "<'{1}'>"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "{0", "{}", "{0,plural,other{x}}", "{0,select,other{x}}", "{-1}", "{ 0 }", "{0 ,number}", "{10000}",
        "{0,list}", "{0,number,#.#.#}", "{0,date,b}", "{0,choice,}", "{0,choice,NaN#a}", "{0,choice,1#a|0#b}", "{0,choice,0#{x}",
                "{0,choice,0#a#b}", "a {0,number,{"})
    void rejectsInvalidJavaText(String text) {
        assertThatThrownBy(() -> JavaMessageFormatReader.toPattern(text)).isInstanceOf(TextSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Invalid symbol.               | [ÎñVåļîð šýḿɓöļ. one two three]
            Parameter ''{0}'' was empty.  | [Þåŕåḿéţéŕ ''»{0}«'' ŵåš éḿþţý. one two three]
            {n, plural, one{# day} other{# days}} | [{n, plural, one{# ðåý} other{# ðåýš}} one]
            {0}                           | [»{0}«]
            """)
    void keepsArgumentsInAccentedPseudoLocale(String pattern, String pseudo) {
        assertThat(PseudoLocale.ACCENTED.apply(new PatternText(pattern), "").pattern()).isEqualTo(pseudo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Invalid symbol. | \u200F\u202EInvalid\u202C\u200F \u200F\u202Esymbol.\u202C\u200F
            {0} x           | {0} \u200F\u202Ex\u202C\u200F
            """)
    void mirrorsEachWordInMirroredPseudoLocale(String pattern, String pseudo) {
        assertThat(PseudoLocale.MIRRORED.apply(new PatternText(pattern), "").pattern()).isEqualTo(pseudo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Invalid symbol. | [shop/-1015] Invalid symbol.
            {n, plural, one{# day} other{# days}} '{x}' | [shop/-1015] {n, plural, one{# day} other{# days}} '{'x'}'
            `` | ``
            """)
    void labelsTextsInLabelledPseudoLocale(String pattern, String pseudo) {
        assertThat(PseudoLocale.LABELLED.apply(new PatternText(pattern), "shop/-1015").pattern()).isEqualTo(pseudo);
    }

    private static String render(String pattern, Map<String, Object> values) {
        return new Renderer().compile(Syntax.ICU, pattern, LocaleTag.parse("en"), ArgumentContract.EMPTY)
                .render(values, BidiIsolation.NEVER, ZoneOffset.UTC).text();
    }
}
