package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Compares texts assembled from random pieces with {@code java.text.MessageFormat}.
 *
 * <p>The reader accepts the texts that Java accepts, and they print the same. It additionally rejects texts that can print nothing or
 * in which Java drops the text after an unclosed brace.
 */
class JavaMessageFormatReaderTest {
    private static final List<String> PIECES = List.of("{", "}", "{{", "}}", "'", "''", "'{'", "'}", " ", ",", ", ", "|", "a", "é", "#",
            "{0}", "{1}", "{ 0 }", "{0 }", "{00}", "{+1}", "{-1}", "{٣}", "{0'}", "{name}", "{}", "{0,}", "{0,,}", "{0,,#}", "{0, }",
            "{0 ,number}", "{0, number}", "{0,number ,", "{0,NUMBER}", "{0,number,", "{0,number,}", "{0,number, integer }",
            "#,##0.00", "#.#.#",
            "::.00", "{0,date,", "{0,time,short}", "{0,date,yyyy-MM-dd'T'HH}", "yyyy", "bbb", "{0,plural,",
            "{0,select,a{x}other{y}}",
            "{0,choice,", "{0,choice,}", "{0,choice,0#none|1#one {1}|1<many ''{1}''}", "{0,choice,0#a|0#b}", "0#",
            "1<", "1≤", "-1.5#", "2#",
            "-∞#", "1e3<", "NaN#", "{0,choice,1#'|'{0}|2#'''{0}'''}", "|3#b", "{0,choice,2#{1}'|'}");
    private static final Object[] VALUES = {2, "<'{1}'>", 5, "d"};
    private static final char MARK = '\u0001';

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void acceptsWhatJavaAccepts(@ForAll("texts") String text) {
        Assume.that(Runtime.version().feature() == 17 || choicesCompareOnce(text));
        boolean taken = isTaken(text);
        assertThat(taken).isEqualTo(javaPrintsAllOf(text));
        if (taken && printsNumbersAsTheyAre(text)) {
            assertThat(printed(JavaMessageFormatReader.toPattern(text))).isEqualTo(new MessageFormat(text, Locale.ENGLISH).format(VALUES));
        }
        Statistics.collect(taken);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 20);
            coverage.check(false).percentage(share -> share > 20);
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(5).map(pieces -> String.join("", pieces));
    }

    private static boolean isTaken(String text) {
        try {
            JavaMessageFormatReader.toPattern(text);
            return true;
        } catch (TextSyntaxException e) {
            return false;
        }
    }

    private static boolean javaPrintsAllOf(String text) {
        try {
            return new MessageFormat(text + MARK, Locale.ROOT).toPattern().indexOf(MARK) >= 0
                    && choices(text).allMatch(choice -> choice.getLimits().length > 0
                            && Arrays.stream(choice.getLimits()).noneMatch(Double::isNaN)
                            && Arrays.stream(choice.getFormats()).map(Object::toString).filter(it -> it.contains("{"))
                                    .allMatch(JavaMessageFormatReaderTest::javaPrintsAllOf));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns whether no branch holds an unquoted comparison sign. Java 17 rejects it, later versions print it. */
    private static boolean choicesCompareOnce(String text) {
        try {
            return choices(text).flatMap(choice -> Arrays.stream(choice.getFormats())).map(Object::toString)
                    .noneMatch(branch -> branch.matches("(?s).*[<#≤].*") || branch.contains("{") && !choicesCompareOnce(branch));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Stream<ChoiceFormat> choices(String text) {
        return Arrays.stream(formats(text)).filter(ChoiceFormat.class::isInstance).map(ChoiceFormat.class::cast);
    }

    /** Returns whether the text has no style that ICU and Java print differently. */
    private static boolean printsNumbersAsTheyAre(String text) {
        return Arrays.stream(formats(text)).allMatch(it -> it == null || it instanceof ChoiceFormat choice
                && Arrays.stream(choice.getFormats()).map(Object::toString).filter(branch -> branch.contains("{"))
                        .allMatch(JavaMessageFormatReaderTest::printsNumbersAsTheyAre));
    }

    private static Format[] formats(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormats();
    }

    private static String printed(PatternText pattern) {
        var values = Map.of("0", VALUES[0], "1", VALUES[1], "2", VALUES[2], "3", VALUES[3]);
        return new Renderer().compile(Syntax.ICU, pattern.pattern(), LocaleTag.parse("en"), ArgumentContract.EMPTY)
                .render(values, BidiIsolation.NEVER, ZoneOffset.UTC).text();
    }
}
