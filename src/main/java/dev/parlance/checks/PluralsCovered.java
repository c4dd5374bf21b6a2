package dev.parlance.checks;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.parlance.checks.text.PluralUse;
import dev.parlance.checks.text.Typed;
import dev.parlance.checks.text.Use;
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
 * A plural has a branch for each form of its language (CLDR) that whole numbers below a million take, and none that the language does
 * not have. {@code many} of French, Spanish, Italian and Portuguese, which is for whole millions, and forms for fractions
 * alone may be left to {@code other}.
 */
public final class PluralsCovered implements Check {
    private static final double RARE = 1_000_000;
    /** The noun does not change behind a number here, so {@code other} reads well for all. */
    private static final Set<String> SAME_AFTER_NUMBERS =
            Set.of("az", "fa", "hu", "hy", "ka", "kk", "ku", "ky", "mn", "tk", "tr", "ug", "uz", "vi");
    private static final Map<String, List<Form>> FORMS = new ConcurrentHashMap<>();

    /**
     * A category.
     *
     * @param first the smallest whole number that takes it, empty for fractions only
     * @param all   where they are few, all numbers that take it; otherwise empty
     */
    private record Form(String category, Optional<Double> first, List<Double> all) {
        boolean rare() {
            return first.isEmpty() || first.get() >= RARE;
        }
    }

    @Override
    public String name() {
        return "plurals";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            for (var plural : text.plurals()) {
                look(found, subject, text, plural);
            }
        }
        return found;
    }

    private void look(List<Finding> found, Subject subject, Typed text, PluralUse plural) {
        var rules = text.locale() + (plural.ordinal() ? " ordinal" : "");
        var forms = FORMS.computeIfAbsent(rules, it -> forms(text.locale(), plural.ordinal()));
        var name = new Use(plural.name(), plural.span(), plural.span()).canonical(subject.contract());
        for (var form : forms) {
            if (!plural.categories().contains(form.category()) && !covered(form, plural)) {
                found.add(missing(text, plural, name, form));
            }
        }
        for (var category : plural.categories()) {
            if (forms.stream().noneMatch(it -> it.category().equals(category))) {
                found.add(Explanation.PLURAL_SUPERFLUOUS.warning(this, text, plural.span(), name, category));
            }
        }
    }

    private Finding missing(Typed text, PluralUse plural, String name, Form form) {
        if (form.rare() || SAME_AFTER_NUMBERS.contains(text.language()) && !plural.ordinal()) {
            return Explanation.PLURAL_RARE.information(this, text, plural.span(), name, form.category());
        }
        return Explanation.PLURAL_MISSING.error(this, text, plural.span(), name, form.category(), form.first().orElseThrow().longValue());
    }

    private static boolean covered(Form form, PluralUse plural) {
        return !form.all().isEmpty() && form.all().stream().allMatch(it -> plural.exact().contains(it + plural.offset()));
    }

    private static List<Form> forms(LocaleTag locale, boolean ordinal) {
        var rules = PluralRules.forLocale(locale.icu(), ordinal ? PluralType.ORDINAL : PluralType.CARDINAL);
        return rules.getKeywords().stream().sorted().map(it -> new Form(it,
                some(rules.getSamples(it)).stream().filter(number -> number == Math.rint(number)).min(Double::compare),
                List.copyOf(some(rules.getAllKeywordValues(it))))).toList();
    }

    /** ICU answers null for none. */
    private static Collection<Double> some(@Nullable Collection<Double> numbers) {
        return numbers == null ? List.of() : numbers;
    }
}
