package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Choice;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternPart.StyledSlot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Converts a text to plural forms by its first counted argument.
 *
 * <p>The text around a plural is repeated in each form. All other selections are reduced to their {@code other} branch.
 */
final class BranchSelection {
    private static final String OTHER = PluralTexts.OTHER;

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;

    BranchSelection(BundleContent.Entry entry, ClientLocale client, Losses losses) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
    }

    /** Returns the pattern without selects and choices. */
    ParsedPattern withoutSelects(ParsedPattern pattern) {
        return new ParsedPattern(pattern.parts().stream().flatMap(part -> {
            if (part instanceof Select select) {
                losses.addIf(select.branches().size() > 1, LossReason.SELECTION, select.name());
                return withoutSelects(select.branches().get(OTHER)).parts().stream();
            } else if (part instanceof Choice choice) {
                losses.add(LossReason.SELECTION, choice.name());
                return withoutSelects(choice.last()).parts().stream();
            } else if (part instanceof Plural plural) {
                return Stream.of(new Plural(plural.name(), plural.ordinal(), plural.offset(),
                        ArgumentNames.mapValues(plural.exact(), this::withoutSelects),
                        ArgumentNames.mapValues(plural.branches(), this::withoutSelects)));
            }
            return Stream.of(part);
        }).toList());
    }

    /** Returns the first counted argument. */
    static Optional<Plural> findCounted(ParsedPattern pattern) {
        return pattern.allParts().filter(Plural.class::isInstance).map(Plural.class::cast).findFirst();
    }

    /**
     * Returns the text of each form, without branches.
     *
     * @param pattern without selects
     * @return by CLDR category of the client's locale, plus {@code =0} if the pattern has it and the locale has no category for it
     */
    SortedMap<String, ParsedPattern> forms(ParsedPattern pattern, Plural counted) {
        var forms = new TreeMap<String, ParsedPattern>();
        if (hasExactZero(pattern, counted)) {
            forms.put("=0", select(pattern, counted, "=0"));
        }
        client.numbers().categories(counted.ordinal()).forEach(it -> forms.put(it, select(pattern, counted, it)));
        return forms;
    }

    /** Returns the texts of the counted argument by exact number, in the order of the pattern. */
    Map<Double, ParsedPattern> exactForms(ParsedPattern pattern, Plural counted) {
        var forms = new LinkedHashMap<Double, ParsedPattern>();
        pattern.allParts().forEach(part -> {
            if (part instanceof Plural plural && isCounted(plural, counted)) {
                plural.exact().keySet().forEach(it -> forms.computeIfAbsent(it, number -> selectExact(pattern, counted, number)));
            }
        });
        return forms;
    }

    /** Returns the text of a category. */
    ParsedPattern category(ParsedPattern pattern, Plural counted, String category) {
        return resolve(pattern, counted, plural -> plural.branches().getOrDefault(category, plural.branches().get(OTHER)));
    }

    private ParsedPattern selectExact(ParsedPattern pattern, Plural counted, double number) {
        return resolve(pattern, counted, plural -> Optional.ofNullable(plural.exact().get(number))
                .orElseGet(() -> plural.branches().getOrDefault(client.numbers().category(counted.ordinal(), number),
                        plural.branches().get(OTHER))));
    }

    private ParsedPattern select(ParsedPattern pattern, Plural counted, String form) {
        return resolve(pattern, counted, plural -> {
            checkExact(plural);
            return branch(plural, form);
        });
    }

    private ParsedPattern resolve(ParsedPattern pattern, Plural counted, Function<Plural, ParsedPattern> branch) {
        return new ParsedPattern(pattern.parts().stream().flatMap(part -> {
            if (!(part instanceof Plural plural)) {
                return Stream.of(part);
            } else if (isCounted(plural, counted)) {
                checkCounted(plural);
                return resolve(branch.apply(plural), counted, branch).parts().stream();
            }
            losses.addIf(hasForms(plural), LossReason.PLURAL_FORM, plural.name());
            return resolve(plural.branches().get(OTHER), counted, branch).parts().stream();
        }).toList());
    }

    private static boolean hasForms(Plural plural) {
        return plural.branches().size() > 1 || !plural.exact().isEmpty() || plural.offset() != 0;
    }

    private static boolean isCounted(Plural plural, Plural counted) {
        return plural.name().equals(counted.name()) && plural.ordinal() == counted.ordinal() && plural.offset() == counted.offset();
    }

    /** Returns the branch of the category, or of the only number in that category. */
    private ParsedPattern branch(Plural plural, String form) {
        var other = plural.branches().get(OTHER);
        if (form.equals("=0")) {
            var zeroBranch = plural.branches().getOrDefault(client.numbers().category(plural.ordinal(), 0), other);
            return plural.exact().getOrDefault(0.0, zeroBranch);
        }
        var unique = client.numbers().uniqueNumber(plural.ordinal(), form);
        return unique.map(plural.exact()::get).orElse(plural.branches().getOrDefault(form, other));
    }

    private boolean hasExactZero(ParsedPattern pattern, Plural counted) {
        return !client.numbers().categories(counted.ordinal()).contains(PluralTexts.ZERO) && pattern.allParts()
                .anyMatch(it -> it instanceof Plural plural && isCounted(plural, counted) && plural.exact().containsKey(0.0));
    }

    private void checkCounted(Plural plural) {
        losses.addIf(plural.offset() != 0, LossReason.PLURAL_FORM, plural.name());
        losses.addIf(!client.pluralizesLike(entry.locale()), LossReason.PLURAL_RULES, plural.name());
        losses.addIf(selectsByStyledNumber(plural), LossReason.NUMBER_STYLE, plural.name());
    }

    private void checkExact(Plural plural) {
        var categories = client.numbers().categories(plural.ordinal());
        losses.addIf(plural.exact().keySet().stream().anyMatch(number -> !(number == 0 && !categories.contains(PluralTexts.ZERO))
                && categories.stream().noneMatch(it -> client.numbers().uniqueNumber(plural.ordinal(), it)
                        .filter(number::equals).isPresent())), LossReason.PLURAL_FORM, plural.name());
    }

    /** ICU selects by the number as the style rounds it, other libraries by the number itself. */
    private static boolean selectsByStyledNumber(Plural plural) {
        return plural.branches().get(OTHER).parts().stream().anyMatch((PatternPart it) -> it instanceof StyledSlot styled
                && styled.name().equals(plural.name()) && !styled.style().isEmpty() && !styled.style().startsWith("::"));
    }
}
