package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
 * Generated patterns print what ICU's own MessageFormat prints and are refused where it refuses, under a hostile default locale and
 * time zone. Four differences are meant: a date style that can format nothing is refused at once, so is a plural or select that makes
 * ICU overflow the stack; an argument that makes ICU throw is reported, and so is a point in time outside the years 1 to 9999.
 */
class IcuDifferentialTest {
    private static final List<ULocale> LOCALES = List.of(PluralRules.getAvailableULocales());
    private static final Map<ULocale, Formats> FORMATS = new ConcurrentHashMap<>();
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final TimeZone KIRITIMATI = TimeZone.getTimeZone("Pacific/Kiritimati");

    /** A beginning of {@code other} that ICU's parser takes for the whole: its formatter then overflows the stack. */
    private static final Pattern WITHOUT_OTHER = Pattern.compile("o(t|th|the)?[\\s\\x{85}\\x{200E}\\x{200F}]*\\{");

    private static final List<String> ONCE_DIFFERENT = List.of(
            "{n, number, \u200E::.0}", "{n, number, \u3000::.0}", "{n, number, ::.0\u3000}", "{n, time, long}",
            "{n, plural, some{{n, colour}} other{}}", "{n, plural, one{} one{{n, colour}} other{}}",
            "{n, plural, othe{}}", "{n, select, o{}}");

    enum Zone {
        UTC(ZoneOffset.UTC, "UTC"),
        OFFSET(ZoneOffset.ofHoursMinutes(5, 30), "GMT+05:30"),
        REGION(ZoneId.of("America/St_Johns"), "America/St_Johns");

        private final ZoneId id;
        private final String icu;

        Zone(ZoneId id, String icu) {
            this.id = id;
            this.icu = icu;
        }
    }

    @BeforeContainer
    static void liveInTurkishKiritimati() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(KIRITIMATI);
    }

    @AfterContainer
    static void comeHome() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void aPatternPrintsWhatIcuPrints(@ForAll("patterns") String pattern, @ForAll("locales") ULocale locale,
                                     @ForAll("arguments") Map<String, Object> arguments, @ForAll Zone zone) {
        Statistics.collect(printsWhatIcuPrints(pattern, locale, arguments, zone));
        Statistics.coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 40));
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void aBrokenPatternIsRefusedWhereIcuRefusesIt(@ForAll("brokenPatterns") String pattern, @ForAll("locales") ULocale locale,
                                                  @ForAll("arguments") Map<String, Object> arguments, @ForAll Zone zone) {
        Statistics.collect(printsWhatIcuPrints(pattern, locale, arguments, zone));
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(percentage -> percentage > 10);
            coverage.check(false).percentage(percentage -> percentage > 30);
        });
    }

    @Example
    void whatOncePrintedDifferentlyPrintsWhatIcuPrints() {
        for (var zone : Zone.values()) {
            for (var pattern : ONCE_DIFFERENT) {
                printsWhatIcuPrints(pattern, ULocale.FRENCH, Map.of("n", 3), zone);
            }
        }
    }

    /** ICU throws, and for a plural even where the branch that is printed does not hold the number. */
    @Example
    void aNumberThatAStyleForbidsToRoundIsReported() {
        var text = compiled("{n, number, ::.0 rounding-mode-unnecessary}", ULocale.GERMAN);
        var rendering = text.render(Map.of("n", new BigDecimal("0.125")), Isolation.NEVER, ZoneOffset.UTC);
        assertThat(rendering.text()).isEqualTo("{n}");
        assertThat(rendering.mistyped()).containsExactly("n");
    }

    @Provide
    Arbitrary<String> patterns() {
        return IcuPatterns.whole();
    }

    @Provide
    Arbitrary<String> brokenPatterns() {
        return IcuPatterns.broken();
    }

    @Provide
    Arbitrary<ULocale> locales() {
        return Arbitraries.of(LOCALES);
    }

    @Provide
    Arbitrary<Map<String, Object>> arguments() {
        return IcuPatterns.arguments();
    }

    /** @return whether the pattern is one */
    private static boolean printsWhatIcuPrints(String pattern, ULocale locale, Map<String, Object> arguments, Zone zone) {
        var icu = parsed(pattern, locale, zone);
        CompiledText ours;
        try {
            ours = compiled(pattern, locale);
        } catch (BadText refusal) {
            assertThat(refusal.offset()).isBetween(0, pattern.length());
            if (refusal.fault() == BadText.Fault.STYLE) {
                assertThat(formatsNothing(refusal.getMessage(), locale)).as("date style %s", refusal.getMessage()).isTrue();
            } else if (!(refusal.getMessage().equals("Missing 'other' keyword") && WITHOUT_OTHER.matcher(pattern).find())) {
                assertThat(icu).as("what we refuse with %s", refusal.getMessage()).isEmpty();
            }
            return false;
        }
        assertThat(icu).as("what we compile").isPresent();
        printsTheSame(icu.get(), ours, arguments, zone);
        return true;
    }

    private static void printsTheSame(MessageFormat icu, CompiledText ours, Map<String, Object> arguments, Zone zone) {
        var rendering = ours.render(arguments, Isolation.NEVER, zone.id);
        var text = formatted(icu, arguments);
        if (rendering.mistyped().isEmpty()) {
            assertThat(Optional.of(rendering.text())).isEqualTo(text);
            return;
        }
        if (rendering.mistyped().stream().noneMatch(name -> isBeyondTheCalendar(arguments.get(name)))) {
            assertThat(text).as("%s is not what the pattern needs", rendering.mistyped()).isEmpty();
        }
        var fewer = new HashMap<>(arguments);
        fewer.keySet().removeAll(rendering.mistyped());
        printsTheSame(icu, ours, fewer, zone);
    }

    /** Years before 1 and after 9999, which ICU prints. */
    private static boolean isBeyondTheCalendar(Object value) {
        return value instanceof Number number && (number.doubleValue() < Instant.parse("0001-01-01T00:00:00Z").toEpochMilli()
                || number.doubleValue() > Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli());
    }

    private static CompiledText compiled(String pattern, ULocale locale) {
        var formats = FORMATS.computeIfAbsent(locale, Formats::new);
        return new CompiledText(false, Renderer.icu(pattern, ApostropheMode.DOUBLE_OPTIONAL, formats, Contract.NONE));
    }

    private static Optional<MessageFormat> parsed(String pattern, ULocale locale, Zone zone) {
        // Nested date formats cannot be reached from outside; they keep the zone in which they were made.
        TimeZone.setDefault(TimeZone.getTimeZone(zone.icu));
        try {
            return Optional.of(new MessageFormat(pattern, locale));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        } finally {
            TimeZone.setDefault(KIRITIMATI);
        }
    }

    private static Optional<String> formatted(MessageFormat icu, Map<String, Object> arguments) {
        var values = new HashMap<>(arguments);
        values.replaceAll((name, value) -> value == Execution.NULL ? null : value);
        try {
            return Optional.of(icu.format(values));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean formatsNothing(String style, ULocale locale) {
        return formatted(new MessageFormat("{0,date," + style + "}", locale), Map.of("0", new Date(0))).isEmpty();
    }
}
