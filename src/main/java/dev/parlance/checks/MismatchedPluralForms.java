package dev.parlance.checks;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.parlance.checks.text.ArgumentUse;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.PluralArgument;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A check for plural branches that differ from the categories of the language (CLDR).
 *
 * <p>A plural needs a branch for each category that whole numbers below one million use, and none that the language does not
 * have. {@code other} may cover categories for fractions only, and the {@code many} of French, Spanish, Italian and Portuguese,
 * which is for whole millions.
 */
public final class MismatchedPluralForms implements Check {
    private static final double RARE_FROM = 1_000_000;
    /** Languages whose nouns do not change after a number, so that {@code other} reads well for all. */
    private static final Set<String> SAME_AFTER_NUMBERS =
            Set.of("az", "fa", "hu", "hy", "ka", "kk", "ku", "ky", "mn", "tk", "tr", "ug", "uz", "vi");
    private static final Map<String, List<PluralForm>> FORMS = new ConcurrentHashMap<>();

    /**
     * A plural category.
     *
     * @param smallestInteger the smallest whole number of the category; empty if it is for fractions only
     * @param allValues all numbers of the category if they are few, otherwise empty
     */
    private record PluralForm(String category, Optional<Double> smallestInteger, List<Double> allValues) {
        boolean isRare() {
            return smallestInteger.isEmpty() || smallestInteger.get() >= RARE_FROM;
        }
    }

    @Override
    public String name() {
        return "plurals";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            for (var plural : text.plurals()) {
                inspect(found, subject, text, plural);
            }
        }
        return found;
    }

    private void inspect(List<Finding> found, CheckInput subject, ParsedPart text, PluralArgument plural) {
        var rules = text.locale() + (plural.ordinal() ? " ordinal" : "");
        var forms = FORMS.computeIfAbsent(rules, it -> formsOf(text.locale(), plural.ordinal()));
        var name = new ArgumentUse(plural.name(), plural.span(), plural.span()).canonicalName(subject.contract());
        for (var form : forms) {
            if (!plural.categories().contains(form.category()) && !isCovered(form, plural)) {
                found.add(missingForm(text, plural, name, form));
            }
        }
        for (var category : plural.categories()) {
            if (forms.stream().noneMatch(it -> it.category().equals(category))) {
                found.add(FindingType.PLURAL_SUPERFLUOUS.warning(this, text, plural.span(), name, category));
            }
        }
    }

    private Finding missingForm(ParsedPart text, PluralArgument plural, String name, PluralForm form) {
        if (form.isRare() || SAME_AFTER_NUMBERS.contains(text.language()) && !plural.ordinal()) {
            return FindingType.PLURAL_RARE.information(this, text, plural.span(), name, form.category());
        }
        return FindingType.PLURAL_MISSING.error(this, text, plural.span(), name, form.category(),
                form.smallestInteger().orElseThrow().longValue());
    }

    private static boolean isCovered(PluralForm form, PluralArgument plural) {
        return !form.allValues().isEmpty() && form.allValues().stream().allMatch(it -> plural.exactValues().contains(it + plural.offset()));
    }

    private static List<PluralForm> formsOf(LocaleTag locale, boolean ordinal) {
        var rules = PluralRules.forLocale(locale.toULocale(), ordinal ? PluralType.ORDINAL : PluralType.CARDINAL);
        return rules.getKeywords().stream().sorted().map(it -> new PluralForm(it,
                orEmpty(rules.getSamples(it)).stream().filter(number -> number == Math.rint(number)).min(Double::compare),
                List.copyOf(orEmpty(rules.getAllKeywordValues(it))))).toList();
    }

    /** ICU returns null for none. */
    private static Collection<Double> orEmpty(@Nullable Collection<Double> numbers) {
        return numbers == null ? List.of() : numbers;
    }
}
