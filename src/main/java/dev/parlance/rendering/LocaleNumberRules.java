package dev.parlance.rendering;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.compiled.SmallNumberTables;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a locale prints numbers and chooses plural forms, for those who write texts for another library than ICU4J. */
public final class LocaleNumberRules {
    private static final List<BigDecimal> SAMPLES = Stream.of("0", "-5", "1234", "1234567.891").map(BigDecimal::new).toList();

    private final LocalizedNumberFormatter unstyled;
    private final boolean ungroupedFourDigits;
    private final boolean groupsByThousands;
    private final boolean hasPlainDigits;
    private final PluralForms cardinals;
    private final PluralForms ordinals;

    /** @param only by category, the number it stands for */
    private record PluralForms(PluralRules rules, List<String> categories, Map<String, Double> uniqueNumbers) {
        static PluralForms of(LocaleTag locale, PluralType type) {
            var rules = PluralRules.forLocale(locale.toULocale(), type);
            var categories = SmallNumberTables.CATEGORIES.stream().filter(rules.getKeywords()::contains).toList();
            var only = new HashMap<String, Double>();
            for (var category : categories) {
                double value = rules.getUniqueKeywordValue(category);
                if (value != PluralRules.NO_UNIQUE_VALUE) {
                    only.put(category, value);
                }
            }
            return new PluralForms(rules, categories, only);
        }
    }

    private LocaleNumberRules(LocaleTag locale) {
        this.unstyled = ((DecimalFormat) NumberFormat.getInstance(locale.toULocale())).toNumberFormatter();
        this.ungroupedFourDigits = !unstyled.format(1234).toString().equals(NumberFormatter.withLocale(locale.toULocale()).format(1234).toString());
        this.groupsByThousands = unstyled.format(1111111).toString().replaceAll("\\p{Nd}", "1").matches("1(\\D+)111\\1111");
        this.hasPlainDigits = unstyled.format(-567).toString().equals("-567");
        this.cardinals = PluralForms.of(locale, PluralType.CARDINAL);
        this.ordinals = PluralForms.of(locale, PluralType.ORDINAL);
    }

    public static LocaleNumberRules of(LocaleTag locale) {
        return new LocaleNumberRules(locale);
    }

    /** Whether numbers without a style look the same in both. */
    public boolean printsLike(LocaleNumberRules other) {
        return SAMPLES.stream().allMatch(it -> unstyled.format(it).toString().equals(other.unstyled.format(it).toString()));
    }

    /** Whether both choose the same forms. */
    public boolean pluralizesLike(LocaleNumberRules other) {
        return cardinals.rules().equals(other.cardinals.rules()) && ordinals.rules().equals(other.ordinals.rules());
    }

    /**
     * Whether CLDR leaves four digits together (1234 in Spanish), which ECMA-402 does unless told otherwise, and ICU's
     * {@code MessageFormat} never.
     */
    public boolean leavesFourDigitsUngrouped() {
        return ungroupedFourDigits;
    }

    /** Whether all groups have three digits; in Hindi they have two beyond the first: 12,34,567. */
    public boolean groupsByThousands() {
        return groupsByThousands;
    }

    /** Whether whole numbers without groups look as in a program: ASCII digits, a hyphen before negative ones. */
    public boolean hasPlainDigits() {
        return hasPlainDigits;
    }

    /** The plural categories, in the order of CLDR, {@code other} last. */
    public List<String> categories(boolean ordinal) {
        return forms(ordinal).categories();
    }

    public String category(boolean ordinal, double number) {
        return forms(ordinal).rules().select(number);
    }

    /** The number, if it is one only, for which the category stands. */
    public Optional<Double> uniqueNumber(boolean ordinal, String category) {
        return Optional.ofNullable(forms(ordinal).uniqueNumbers().get(category));
    }

    private PluralForms forms(boolean ordinal) {
        return ordinal ? ordinals : cardinals;
    }
}
