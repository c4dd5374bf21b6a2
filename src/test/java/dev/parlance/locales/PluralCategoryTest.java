package dev.parlance.locales;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the sample numbers of plural categories. */
class PluralCategoryTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            en | one: 1; other: 0 2 3 4 5 6 7 0.0 0.1 0.2
            ar | zero: 0 0.0; one: 1 1.0; two: 2 2.0; few: 3 4 5 6 7 8 9 3.0 4.0 5.0; many: 11 12 13 14 15 16 17 11.0 12.0 13.0; \
            other: 100 101 102 200 1000 10000 100000 0.1 0.2 0.3
            lt | one: 1 21 31 41 51 61 71 1.0; few: 2 3 4 5 6 7 8 2.0 3.0 4.0; many: 0.1 0.2 0.3; other: 0 10 11 12 13 14 15 0.0 10.0 11.0
            fr | one: 0 1 0.0 0.1 0.2; many: 1000000; other: 2 3 4 5 6 7 8 2.0 2.1 2.2
            ja | other: 0 1 2 3 4 5 6 0.0 0.1 0.2
            """)
    void listsSamplesOfCounts(String locale, String samples) {
        assertThat(describe(PluralCategory.cardinal(LocaleTag.parse(locale)))).isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | one: 1 21 31 41 51 61 71; two: 2 22 32 42 52 62 72; few: 3 23 33 43 53 63 73; other: 0 4 5 6 7 8 9
            de | other: 0 1 2 3 4 5 6
            """)
    void listsSamplesOfRanks(String locale, String samples) {
        assertThat(describe(PluralCategory.ordinal(LocaleTag.parse(locale)))).isEqualTo(samples);
    }

    /** A category without a sample would leave a form of the editor unexplained. */
    @Test
    void hasSampleForEachCategoryOfEachLocale() {
        var missing = new TreeMap<String, List<String>>();
        Arrays.stream(ULocale.getAvailableLocales()).filter(it -> !it.getLanguage().isEmpty())
                .map(LocaleTag::of).distinct().forEach(tag -> {
            var categories = PluralCategory.cardinal(tag);
            assertThat(categories).extracting(PluralCategory::name)
                    .containsExactlyInAnyOrderElementsOf(PluralRules.forLocale(tag.toULocale()).getKeywords());
            var empty = categories.stream().filter(it -> it.samples().isEmpty()).map(PluralCategory::name).toList();
            var emptyOrdinals = PluralCategory.ordinal(tag).stream().filter(it -> it.samples().isEmpty())
                    .map(PluralCategory::name).toList();
            if (!empty.isEmpty() || !emptyOrdinals.isEmpty()) {
                missing.put(tag.value(), Stream.concat(empty.stream(), emptyOrdinals.stream()).toList());
            }
        });
        assertThat(missing).isEmpty();
    }

    private static String describe(List<PluralCategory> categories) {
        return categories.stream().map(it -> it.name() + ": " + String.join(" ", it.samples())).collect(Collectors.joining("; "));
    }
}
