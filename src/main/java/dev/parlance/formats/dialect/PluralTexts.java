package dev.parlance.formats.dialect;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.LocaleNumberRules;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds plural arguments from the forms of a file. */
final class PluralTexts {
    static final String OTHER = "other";
    static final String ZERO = "zero";

    /** The name that most libraries use for the counted number. */
    static final String COUNT = "count";

    /** From the most specific category to the most general one, as languages use them for whole numbers. */
    private static final List<String> CATEGORIES = List.of(ZERO, "one", "two", "few", "many", OTHER);

    private final boolean ordinal;
    private final LocaleTag locale;
    private final Map<Double, ParsedPattern> exact = new LinkedHashMap<>();
    private final Map<String, ParsedPattern> branches = new LinkedHashMap<>();

    PluralTexts(boolean ordinal, LocaleTag locale) {
        this.ordinal = ordinal;
        this.locale = locale;
    }

    /**
     * Adds a form. The first form of a selector wins.
     *
     * @param selector a CLDR category, or {@code =} and a whole number
     */
    void add(String selector, ParsedPattern form) {
        if (selector.matches("=[0-9]{1,9}")) {
            exact.putIfAbsent(Double.valueOf(selector.substring(1)), form);
        } else if (CATEGORIES.contains(selector)) {
            branches.putIfAbsent(selector, form);
        } else {
            throw new TextSyntaxException(Reason.INVALID_PATTERN, 0, "unknown plural category: " + selector);
        }
    }

    /**
     * Returns the plural argument.
     *
     * @param declared the name of the counted argument; empty to infer it from the forms
     * @throws TextSyntaxException if there are no forms
     */
    Plural build(String declared, boolean hashes) {
        moveZero();
        branches.putIfAbsent(OTHER, mostGeneral());
        var name = declared.isEmpty() ? findCounted() : declared;
        var ordered = new LinkedHashMap<String, ParsedPattern>();
        CATEGORIES.stream().filter(branches::containsKey).forEach(it -> ordered.put(it, branches.get(it)));
        return hashes ? new Plural(name, ordinal, 0, ArgumentNames.mapValues(exact, it -> withNumberSigns(it, name)),
                ArgumentNames.mapValues(ordered, it -> withNumberSigns(it, name))) : new Plural(name, ordinal, 0, exact, ordered);
    }

    /** Many libraries look up {@code zero} for the number 0 in every language. In ICU, few languages have this category. */
    private void moveZero() {
        if (branches.containsKey(ZERO) && !exact.containsKey(0.0) && !LocaleNumberRules.of(locale).categories(ordinal).contains(ZERO)) {
            exact.put(0.0, branches.remove(ZERO));
        }
    }

    private ParsedPattern mostGeneral() {
        var mostGeneralFirst = new ArrayList<>(CATEGORIES);
        Collections.reverse(mostGeneralFirst);
        return mostGeneralFirst.stream().flatMap(it -> Optional.ofNullable(branches.get(it)).stream()).findFirst()
                .or(() -> exact.values().stream().reduce((first, second) -> second))
                .orElseThrow(() -> new TextSyntaxException(Reason.MISSING_OTHER, 0, OTHER));
    }

    /** Returns {@code count} if a form uses it, or else the first argument that is printed as a number, or else the first argument. */
    private String findCounted() {
        var parts = new ArrayList<PatternPart>(branches.get(OTHER).allParts().toList());
        branches.values().forEach(it -> it.allParts().forEach(parts::add));
        exact.values().forEach(it -> it.allParts().forEach(parts::add));
        var names = parts.stream().flatMap(it -> ArgumentNames.nameOf(it).stream()).toList();
        return names.stream().filter(COUNT::equals).findFirst()
                .or(() -> first(parts.stream().filter(it -> it instanceof StyledSlot styled && styled.type().equals("number"))
                        .flatMap(it -> ArgumentNames.nameOf(it).stream()).toList()))
                .or(() -> first(names)).orElse(COUNT);
    }

    /** Word order differs between translations, so the lowest position comes first if arguments have positions. */
    private static Optional<String> first(List<String> names) {
        return names.stream().filter(ArgumentNames::isPosition).min((one, other) -> Integer.compare(Integer.parseInt(one),
                Integer.parseInt(other))).or(() -> names.stream().findFirst());
    }

    /** Replaces the counted argument with {@code #} where it has no style. */
    private static ParsedPattern withNumberSigns(ParsedPattern form, String name) {
        return new ParsedPattern(form.parts().stream().map(part -> part instanceof Slot slot && slot.name().equals(name)
                || part instanceof StyledSlot styled && styled.name().equals(name) && styled.type().equals("number")
                        && styled.style().isEmpty() ? new NumberSign(name, 0) : part).toList());
    }
}
