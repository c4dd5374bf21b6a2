package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.parlance.rendering.IcuCase.Zone;
import dev.parlance.rendering.compiled.BidiIsolation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Compares the rendering of generated patterns with ICU's {@code MessageFormat}.
 *
 * <p>Both must print the same and reject the same patterns, under a hostile default locale and time zone. Five differences are intended:
 * <ul>
 * <li>A date style that cannot format a date is rejected at once.
 * <li>A plural or select that makes ICU overflow the stack is rejected at once.
 * <li>An argument that makes ICU throw is reported.
 * <li>A date outside of the years 1 to 9999 is reported.
 * <li>Numbers that ICU cannot spell are not tried.
 * </ul>
 */
class IcuDifferentialTest {
    /** Minimum number of texts that both must print in a run. The Maven profile {@code long} requires more. */
    private static final int CASES = Integer.getInteger("differential.cases", 100_000);
    /** Number of locales per pattern, each with a time zone. */
    private static final int LOCALES_A_PATTERN = 10;
    /** Number of sets of arguments per locale of a pattern. */
    private static final int ARGUMENTS_A_LOCALE = 5;

    private static final List<ULocale> LOCALES = List.of(PluralRules.getAvailableULocales());
    private static final List<Zone> ZONES = List.of(Zone.values());
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    private static final List<String> ONCE_DIFFERENT = List.of(
            "{n, number, \u200E::.0}", "{n, number, \u3000::.0}", "{n, number, ::.0\u3000}", "{n, time, long}",
            "{n, plural, some{{n, colour}} other{}}", "{n, plural, one{} one{{n, colour}} other{}}",
            "{n, plural, othe{}}", "{n, select, o{}}");
    private static final List<Number> ONCE_JUDGED_DIFFERENTLY = List.of(
            new BigInteger("11907263371448760242604061"), 911_250_359_572L, 3_151_000_000L, 5_107_824_487L);

    @BeforeContainer
    static void setUnusualDefaults() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    }

    @AfterContainer
    static void restoreDefaults() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void rendersLikeIcu(@ForAll("patterns") String pattern, @ForAll("seeds") long seed) {
        compare(pattern, seed);
        Statistics.coverage(coverage -> coverage.check(true).count(count -> count >= CASES));
        Statistics.label("patterns").coverage(coverage -> coverage.check(true).percentage(share -> share > 40));
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void rejectsBrokenPatternsLikeIcu(@ForAll("brokenPatterns") String pattern, @ForAll("seeds") long seed) {
        compare(pattern, seed);
        Statistics.label("patterns").coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 30);
        });
    }

    @Example
    void rendersKnownRegressionsLikeIcu() {
        for (var zone : ZONES) {
            for (var pattern : ONCE_DIFFERENT) {
                new IcuCase(pattern, ULocale.FRENCH, zone).printsWhatIcuPrints(List.of(Map.of("n", 3)));
            }
        }
    }

    @Example
    void rejectsKnownRegressionsLikeIcu() {
        for (var locale : List.of("fr", "pl", "bs")) {
            for (var number : ONCE_JUDGED_DIFFERENTLY) {
                var pattern = "{n, plural, one{one} few{few} many{many} other{other}}";
                new IcuCase(pattern, new ULocale(locale), Zone.UTC).printsWhatIcuPrints(List.of(Map.of("n", number)));
            }
        }
    }

    /** ICU throws, for a plural even if the selected branch does not print the number. */
    @Example
    void reportsNumberThatStyleForbidsToRound() {
        var text = IcuCase.compiled("{n, number, ::.0 rounding-mode-unnecessary}", ULocale.GERMAN);
        var rendering = text.render(Map.of("n", new BigDecimal("0.125")), BidiIsolation.NEVER, ZoneOffset.UTC);
        assertThat(rendering.text()).isEqualTo("{n}");
        assertThat(rendering.invalid()).containsExactly("n");
    }

    @Example
    void reportsNumberIcuCannotSpell() {
        var text = IcuCase.compiled("{n, spellout}", new ULocale("pl"));
        for (var number : List.of("1E-12", "-7.00000000004", "-9223372036854775807.5")) {
            var arguments = Map.<String, Object>of("n", new BigDecimal(number));
            var rendering = assertTimeoutPreemptively(Duration.ofSeconds(20),
                    () -> text.render(arguments, BidiIsolation.NEVER, ZoneOffset.UTC));
            assertThat(rendering.text()).as(number).isEqualTo("{n}");
            assertThat(rendering.invalid()).as(number).containsExactly("n");
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.randomValue(random -> new IcuPatterns(random).whole());
    }

    @Provide
    Arbitrary<String> brokenPatterns() {
        return Arbitraries.randomValue(random -> new IcuPatterns(random).broken());
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    /** Stops after a rejection, because it does not depend on the locale. */
    private static void compare(String pattern, long seed) {
        var drawn = new IcuPatterns(new Random(seed));
        boolean printed = true;
        for (int i = 0; i < LOCALES_A_PATTERN && printed; i++) {
            var arguments = Stream.generate(drawn::arguments).limit(ARGUMENTS_A_LOCALE).toList();
            printed = new IcuCase(pattern, drawn.of(LOCALES), drawn.of(ZONES)).printsWhatIcuPrints(arguments);
            for (int cases = printed ? ARGUMENTS_A_LOCALE : 1; cases > 0; cases--) {
                Statistics.collect(printed);
            }
        }
        Statistics.label("patterns").collect(printed);
    }
}
