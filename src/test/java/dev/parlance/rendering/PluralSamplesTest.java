package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.LocaleFormatters;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Verifies in all locales of ICU that each of its plural samples selects the branch of its category. */
class PluralSamplesTest {
    private static final Pattern DECIMALS = Pattern.compile("(\\w+): [^;@]*(?:@integer [^;@]*)?@decimal ([^;@]*)");
    private static final Pattern RANGE = Pattern.compile("([0-9]+\\.[0-9]+)(?:~([0-9]+\\.[0-9]+))?");

    private final Map<ULocale, LocaleFormatters> formats = new HashMap<>();
    private final Map<List<Object>, CompiledText> texts = new HashMap<>();

    record Sample(ULocale locale, PluralType type, String category, Number number) {
        Sample as(Number same) {
            return new Sample(locale, type, category, same);
        }
    }

    @Test
    void selectsBranchOfWholeNumbersLikeIcu() {
        var samples = samples((rules, category) -> whole(rules.getSamples(category)));
        assertThat(samples).hasSize(31_296);
        assertThat(samples).allMatch(it -> selected(it, "").equals(it.category()));
    }

    @Test
    void selectsLimitedCategoryForAllItsNumbers() {
        var samples = samples((rules, category) -> whole(rules.getAllKeywordValues(category)));
        assertThat(samples).hasSize(426);
        assertThat(samples).allMatch(it -> selected(it, "").equals(it.category()));
    }

    @Test
    void treatsTrailingZerosAsWholeNumber() {
        var samples = samples((rules, category) -> whole(rules.getSamples(category))).stream()
                .flatMap(it -> Stream.of(it.as(new BigDecimal(it.number().longValue()).setScale(2)), it.as(it.number().doubleValue())));
        assertThat(samples).hasSize(2 * 31_296).allMatch(it -> selected(it, "").equals(it.category()));
    }

    @Test
    void selectsBranchOfFullyPrintedDecimalsLikeIcu() {
        var samples = samples(PluralSamplesTest::decimals);
        assertThat(samples).hasSize(6_467);
        assertThat(samples).allMatch(it -> selected(it, digits(it)).equals(it.category()));
    }

    @Test
    void selectsBranchOfUnstyledDecimalsLikeMessageFormat() {
        var icu = new HashMap<List<Object>, MessageFormat>();
        assertThat(samples(PluralSamplesTest::decimals)).allMatch(it -> selected(it, "").equals(
                icu.computeIfAbsent(List.of(it.locale(), it.type()), key -> new MessageFormat(pattern(it, ""), it.locale()))
                        .format(Map.of("n", it.number()))));
    }

    private static List<Sample> samples(BiFunction<PluralRules, String, Collection<? extends Number>> numbers) {
        var samples = new ArrayList<Sample>();
        for (var locale : PluralRules.getAvailableULocales()) {
            for (var type : PluralType.values()) {
                var rules = PluralRules.forLocale(locale, type);
                rules.getKeywords().forEach(category -> numbers.apply(rules, category)
                        .forEach(number -> samples.add(new Sample(locale, type, category, number))));
            }
        }
        return samples;
    }

    private static List<Long> whole(@Nullable Collection<Double> numbers) {
        return numbers == null ? List.of() : numbers.stream().map(Double::longValue).toList();
    }

    /**
     * Returns the decimal samples of a category.
     *
     * <p>They are parsed from the text of the rules, which alone keeps trailing zeros. Compact samples such as {@code 1.1c6} are skipped,
     * because they cannot be passed as numbers.
     */
    private static List<BigDecimal> decimals(PluralRules rules, String category) {
        return DECIMALS.matcher(rules.toString()).results().filter(it -> it.group(1).equals(category))
                .flatMap(it -> Stream.of(it.group(2).split(","))).flatMap(it -> range(it.strip())).toList();
    }

    private static Stream<BigDecimal> range(String text) {
        var range = RANGE.matcher(text);
        if (!range.matches()) {
            return Stream.empty();
        }
        var first = new BigDecimal(range.group(1));
        var last = range.group(2) == null ? first : new BigDecimal(range.group(2));
        return Stream.iterate(first, it -> it.compareTo(last) <= 0, it -> it.add(it.ulp()));
    }

    /** Returns a slot that makes the plural select its category by the number with all its digits. */
    private static String digits(Sample sample) {
        return "{n, number, 0." + "0".repeat(((BigDecimal) sample.number()).scale()) + "}";
    }

    private static String pattern(Sample sample, String slot) {
        var type = sample.type() == PluralType.CARDINAL ? "plural" : "selectordinal";
        return "{n, " + type + ", zero{zero} one{one} two{two} few{few} many{many} other{other" + slot + "}}";
    }

    private String selected(Sample sample, String slot) {
        var text = texts.computeIfAbsent(List.of(sample.locale(), sample.type(), slot), key -> new CompiledText(false,
                Renderer.compileIcu(pattern(sample, slot), ApostropheMode.DOUBLE_OPTIONAL,
                        formats.computeIfAbsent(sample.locale(), LocaleFormatters::new), ArgumentContract.EMPTY)));
        var branch = text.render(Map.of("n", sample.number()), BidiIsolation.NEVER, ZoneOffset.UTC).text();
        return branch.startsWith("other") ? "other" : branch;
    }
}
