package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.RenderContext;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Verifies that any text is either rejected with a reason or renders in bounded time and length.
 *
 * <p>{@code mvn -Plong test} runs more cases.
 */
class RandomTextPropertyTest {
    /**
     * Maximum CPU time, which does not depend on the load of the machine.
     *
     * <p>The default detects a hang on any machine. The longer run requires the 250 ms that the service promises.
     */
    private static final Duration LONGEST = Duration.ofMillis(Long.getLong("hostile.millis", 10_000));
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final Renderer RENDERER = new Renderer();
    private static final List<String> LOCALES = List.of("en", "ar", "ru", "ja", "hi", "de", "pt-BR", "cy");
    private static final List<String> PIECES = List.of("{", "}", "{{", "}}", "'", "''", "'{", "}'", "#", "|", "{0}", "{n}", "{n,",
            "plural,", "select,", "selectordinal,", "offset:", "=1", "=-1", "one{", "other{", "few {", "{n, plural, one{# x} other{# y}}",
            "{g, select, a{1} other{", "number", "date", "time", "{n,number}", "{n,number,::", "{d,date,::yMMMd}", "{d, time, short}",
            ".00", "currency/EUR", "percent", "scale/1E9", "group-off", "#,##0.00", "integer-width/+00", "{n,spellout}",
            "{0,choice,0#a|1<b}",
            "%s", "%d", "%", "%%", "%1$s", "%*d", "%05d", "%-d", "%0d", "%#d", "%,x", "%,e", "%--5d", "%-05d", "%.3d", "%tF", "%.3s", "%x",
            "%-9999s", "%<s", "%33$s", " ", "\n", "é", "日本", "😀", "\u202E", "\uD800", "\0",
            "a", "0", "9", ",", "/", "-", "+", "E", ".", "{имя}", "{00}", "{-1}", "{99999999999}");

    /** Loads ICU's data first, because that takes longer than rendering any text. */
    @BeforeContainer
    static void loadLocales() {
        LOCALES.forEach(it ->
                RENDERER.compile(Syntax.ICU, "{d, date, long} {n, number, ::compact-short currency/EUR}", LocaleTag.parse(it),
                ArgumentContract.EMPTY)
                .render(Map.of("d", 0, "n", 1), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC));
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void rejectsOrRendersWithinLimits(@ForAll("texts") String text, @ForAll Syntax syntax, @ForAll("locales") String locale,
                                                 @ForAll("arguments") Map<String, Object> arguments) {
        long before = PROCESSOR.getCurrentThreadCpuTime();
        var length = length(text, syntax, LocaleTag.parse(locale), arguments);
        assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - before)).as(text).isLessThan(LONGEST);
        assertThat(length).isLessThanOrEqualTo(RenderContext.MAX_OUTPUT_LENGTH);
    }

    private static int length(String text, Syntax syntax, LocaleTag locale, Map<String, Object> arguments) {
        try {
            PatternValidator.validate("/text", syntax, text);
            var pattern = PatternText.of(syntax, text);
            var contract = InferredArguments.infer(syntax, text);
            PseudoLocale.ACCENTED.apply(pattern, "");
            return RENDERER.compile(syntax, text, locale, contract)
                    .render(ArgumentValues.bind(contract, arguments).values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text().length();
        } catch (ProblemException | TextSyntaxException e) {
            return 0;
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(PIECES).list().ofMinSize(0).ofMaxSize(60).map(it -> String.join("", it));
        var repeated = Combinators.combine(pieces, Arbitraries.integers().between(2, 200)).as((it, times) ->
                it.repeat(Math.min(times, Math.max(1, 6000 / Math.max(1, it.length())))));
        var anything = Arbitraries.strings().ofMaxLength(200);
        return Arbitraries.frequencyOf(Tuple.of(6, pieces), Tuple.of(3, repeated),
                Tuple.of(1, anything));
    }

    @Provide
    Arbitrary<String> locales() {
        return Arbitraries.of(LOCALES);
    }

    @Provide
    Arbitrary<Map<String, Object>> arguments() {
        Arbitrary<Object> values = Arbitraries.of(0, 1, -1, 255L, Long.MAX_VALUE, new BigDecimal("1E30"),
                new BigDecimal("-0.000000000000000000000000000001"),
                "x".repeat(4096), "{0}", "", "'", "5", "NaN", "2026-03-01T00:30:00Z", "+999999999-12-31T23:59:59Z", "ש", true,
                new ArgumentValues.Amount("EUR", "1"));
        return Arbitraries.of("0", "1", "2", "n", "g", "d", "имя").list().uniqueElements().ofMaxSize(6).flatMap(names ->
                values.list().ofSize(names.size()).map(chosen -> {
                    var arguments = new LinkedHashMap<String, Object>();
                    for (int i = 0; i < names.size(); i++) {
                        arguments.put(names.get(i), chosen.get(i));
                    }
                    return arguments;
                }));
    }
}
