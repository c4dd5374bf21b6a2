package dev.parlance.checks.placeholders;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.parlance.checks.Check;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Finding;
import dev.parlance.checks.FindingType;
import dev.parlance.checks.text.ChoiceArgument;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A check for plural branches that apply to several numbers but do not show the number.
 *
 * <p>{@code one} means only 1 in English, but also 21 and 31 in Russian, and 0 in French. The sample numbers of CLDR decide. Applies if the
 * source shows the number. A branch for an exact number need not show it.
 */
public final class LostPluralNumbers implements Check {
    private static final Map<String, Map<String, List<Double>>> SAMPLES = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "plural-numbers";
    }

    @Override
    public List<Finding> inspect(CheckInput input) {
        var found = new ArrayList<Finding>();
        for (var pair : input.pairs()) {
            for (var plural : pair.text().choices()) {
                var name = plural.canonicalName(input.contract());
                if (plural.isPlural() && showsNumber(pair.source(), name, input)) {
                    inspect(found, pair.text(), plural, name);
                }
            }
        }
        return found;
    }

    private void inspect(List<Finding> found, ParsedPart text, ChoiceArgument plural, String name) {
        var samples = SAMPLES.computeIfAbsent(text.locale() + (plural.isOrdinal() ? " ordinal" : ""),
                it -> samplesOf(text.locale(), plural.isOrdinal()));
        for (var branch : plural.branches()) {
            if (!branch.showsNumber()) {
                ambiguousNumber(samples.getOrDefault(branch.key(), List.of()), plural).ifPresent(it -> found.add(
                        FindingType.NUMBER_LOST.warning(this, text, branch.keySpan(), name, branch.key(), number(it))));
            }
        }
    }

    /** Returns a number of the category that a reader would not expect; empty if the category has one whole number. */
    private static Optional<Double> ambiguousNumber(List<Double> samples, ChoiceArgument plural) {
        var exact = plural.branches().stream().map(ChoiceArgument.Branch::key).filter(it -> it.startsWith("="))
                .map(it -> Double.valueOf(it.substring(1))).toList();
        var left = samples.stream().filter(it -> exact.stream().noneMatch(number -> number == it + plural.offset())).toList();
        var whole = left.stream().filter(it -> it == Math.rint(it)).toList();
        var several = whole.isEmpty() ? left : whole;
        return several.size() < 2 ? Optional.empty() : several.stream().filter(it -> it != 1).findFirst();
    }

    private static Number number(double value) {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }

    private static boolean showsNumber(ParsedPart source, String name, CheckInput input) {
        var plurals = source.choices().stream().filter(it -> it.canonicalName(input.contract()).equals(name)).toList();
        return plurals.isEmpty() ? source.uses().stream().anyMatch(it -> it.canonicalName(input.contract()).equals(name))
                : plurals.stream().filter(ChoiceArgument::isPlural).flatMap(it -> it.branches().stream())
                .anyMatch(it -> it.key().equals("other") && it.showsNumber());
    }

    private static Map<String, List<Double>> samplesOf(LocaleTag locale, boolean ordinal) {
        var rules = PluralRules.forLocale(locale.toULocale(), ordinal ? PluralType.ORDINAL : PluralType.CARDINAL);
        var samples = new ConcurrentHashMap<String, List<Double>>();
        for (var category : rules.getKeywords()) {
            var numbers = rules.getSamples(category);
            samples.put(category, numbers == null ? List.of() : numbers.stream().distinct().sorted().toList());
        }
        return samples;
    }
}
