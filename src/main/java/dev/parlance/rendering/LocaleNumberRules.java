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

/** The number and plural rules of a locale, for exports to libraries other than ICU4J. */
public final class LocaleNumberRules {
    private static final List<BigDecimal> SAMPLES = Stream.of("0", "-5", "1234", "1234567.891").map(BigDecimal::new).toList();

    private final LocalizedNumberFormatter unstyled;
    private final boolean ungroupedFourDigits;
    private final boolean groupsByThousands;
    private final boolean hasPlainDigits;
    private final PluralForms cardinals;
    private final PluralForms ordinals;

    /** @param uniqueNumbers by category, for categories that match one number only */
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
        this.ungroupedFourDigits = !unstyled.format(1234).toString().equals(NumberFormatter
                .withLocale(locale.toULocale()).format(1234).toString());
        this.groupsByThousands = unstyled.format(1111111).toString().replaceAll("\\p{Nd}", "1").matches("1(\\D+)111\\1111");
        this.hasPlainDigits = unstyled.format(-567).toString().equals("-567");
        this.cardinals = PluralForms.of(locale, PluralType.CARDINAL);
        this.ordinals = PluralForms.of(locale, PluralType.ORDINAL);
    }

    public static LocaleNumberRules of(LocaleTag locale) {
        return new LocaleNumberRules(locale);
    }

    /** Returns whether both locales print numbers without a style in the same way. */
    public boolean printsLike(LocaleNumberRules other) {
        return SAMPLES.stream().allMatch(it -> unstyled.format(it).toString().equals(other.unstyled.format(it).toString()));
    }

    /** Returns whether both locales have the same cardinal and ordinal plural rules. */
    public boolean pluralizesLike(LocaleNumberRules other) {
        return cardinals.rules().equals(other.cardinals.rules()) && ordinals.rules().equals(other.ordinals.rules());
    }

    /**
     * Returns whether CLDR does not group four-digit numbers (1234 in Spanish).
     *
     * <p>ECMA-402 follows this rule by default, ICU's {@code MessageFormat} never does.
     */
    public boolean leavesFourDigitsUngrouped() {
        return ungroupedFourDigits;
    }

    /** Returns whether all groups have three digits. Hindi has groups of two beyond the first: 12,34,567. */
    public boolean groupsByThousands() {
        return groupsByThousands;
    }

    /** Returns whether ungrouped integers use ASCII digits and a leading hyphen-minus for negative ones. */
    public boolean hasPlainDigits() {
        return hasPlainDigits;
    }

    /** Returns the plural categories in CLDR order, {@code other} last. */
    public List<String> categories(boolean ordinal) {
        return forms(ordinal).categories();
    }

    public String category(boolean ordinal, double number) {
        return forms(ordinal).rules().select(number);
    }

    /** Returns the number of a category that matches one number only. */
    public Optional<Double> uniqueNumber(boolean ordinal, String category) {
        return Optional.ofNullable(forms(ordinal).uniqueNumbers().get(category));
    }

    private PluralForms forms(boolean ordinal) {
        return ordinal ? ordinals : cardinals;
    }
}
