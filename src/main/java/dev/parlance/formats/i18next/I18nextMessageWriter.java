package dev.parlance.formats.i18next;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.dialect.I18nextTextWriter;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes one message as i18next forms.
 *
 * <p>Branches are multiplied out: there is one text for each context and each plural category, and one for calls without a count.
 */
final class I18nextMessageWriter {
    static final String SEPARATOR = "_";

    private static final String ZERO = "zero";
    private static final String OTHER = "other";
    /** The name that i18next uses for the counted number. */
    private static final String COUNT = "count";

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;
    private final ParsedPattern parts;
    private final Optional<Plural> pluralArgument;
    private final Optional<Select> contextArgument;

    /**
     * The combination of a context and a plural category.
     *
     * @param context null for {@code other}
     * @param category null if nothing is counted
     * @param zero whether the form is only for {@code =0}, in a language without the category {@code zero}
     */
    private record Form(@Nullable String context, @Nullable String category, boolean zero) {
    }

    I18nextMessageWriter(BundleContent.Entry entry, ClientLocale client, Losses losses) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
        this.parts = entry.parts();
        this.pluralArgument = findFirst(Plural.class);
        this.contextArgument = findFirst(Select.class);
    }

    /**
     * Returns the texts by key suffix.
     *
     * <p>The suffix is empty if neither a context nor a category selects the text.
     */
    Map<String, String> write() {
        var forms = new LinkedHashMap<String, String>();
        var contexts = contexts();
        for (var context : contexts) {
            for (var form : forms(context)) {
                forms.put(suffix(form), text(form, countedName()));
            }
        }
        if (pluralArgument.isPresent()) {
            if (contextArgument.isPresent()) {
                addPluralCategoriesAsContexts(forms, contexts);
            }
            // The app passes no count here, so the number keeps its own name.
            contexts.forEach(it -> forms.putIfAbsent(it == null ? "" : SEPARATOR + it,
                    text(new Form(it, OTHER, false), UnaryOperator.identity())));
        }
        return forms;
    }

    /** Returns the name of the argument that the app passes as {@code context}. */
    Optional<String> contextName() {
        return contextArgument.map(Select::name);
    }

    /** Adds plural categories as contexts: for the context {@code one}, i18next finds {@code key_one} before {@code key_other}. */
    private void addPluralCategoriesAsContexts(Map<String, String> forms, List<@Nullable String> contexts) {
        for (var form : forms(null)) {
            var context = suffix(form).substring(SEPARATOR.length());
            if (!contexts.contains(context)) {
                forms(context).forEach(it -> forms.put(suffix(it), text(it, countedName())));
            }
        }
    }

    /** Renames the only counted number to {@code count}, unless another argument has this name. */
    private UnaryOperator<String> countedName() {
        var counted = parts.allParts().filter(Plural.class::isInstance).map(it -> ((Plural) it).name()).distinct().toList();
        boolean isTaken = entry.contract().arguments().stream().anyMatch(it -> it.name().equals(COUNT));
        return counted.size() == 1 && !isTaken ? name -> name.equals(counted.get(0)) ? COUNT : name : UnaryOperator.identity();
    }

    private <T extends PatternPart> Optional<T> findFirst(Class<T> type) {
        return parts.allParts().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Returns the contexts; null stands for {@code other} and comes first. */
    private List<@Nullable String> contexts() {
        var values = new ArrayList<@Nullable String>();
        values.add(null);
        contextArgument.ifPresent(chosen -> {
            var all = new TreeSet<String>();
            parts.allParts().filter(Select.class::isInstance).map(Select.class::cast).filter(it -> it.name().equals(chosen.name()))
                    .forEach(it -> all.addAll(it.branches().keySet()));
            all.remove(OTHER);
            values.addAll(all);
        });
        return values;
    }

    private List<Form> forms(@Nullable String context) {
        if (pluralArgument.isEmpty()) {
            return List.of(new Form(context, null, false));
        }
        boolean ordinal = pluralArgument.get().ordinal();
        var forms = new ArrayList<Form>();
        var categories = client.numbers().categories(ordinal);
        if (!ordinal && !categories.contains(ZERO) && hasExactZero()) {
            forms.add(new Form(context, ZERO, true));
        }
        categories.forEach(it -> forms.add(new Form(context, it, false)));
        return forms;
    }

    /** Returns whether the exact number 0 has a text. i18next looks up {@code _zero} for the count 0 in every language. */
    private boolean hasExactZero() {
        return parts.allParts().anyMatch(it -> it instanceof Plural plural && isPluralArgument(plural) && plural.exact().containsKey(0.0));
    }

    private String suffix(Form form) {
        var suffix = form.context() == null ? "" : SEPARATOR + form.context();
        return form.category() == null ? suffix : suffix + (pluralArgument.get().ordinal() ? "_ordinal_" : "_") + form.category();
    }

    private String text(Form form, UnaryOperator<String> names) {
        var text = new I18nextTextWriter(entry, client, losses, names);
        append(parts, form, text);
        return text.finish();
    }

    private void append(ParsedPattern message, Form form, I18nextTextWriter text) {
        for (var part : message.parts()) {
            if (part instanceof Plural plural) {
                append(isPluralArgument(plural) ? pluralBranch(plural, form) : otherBranch(plural), form, text);
            } else if (part instanceof Select select) {
                append(isContextArgument(select) && form.context() != null
                        ? select.branches().getOrDefault(form.context(), select.branches().get(OTHER))
                        : otherBranch(select), form, text);
            } else if (part instanceof PatternPart.Choice choice) {
                losses.add(LossReason.SELECTION, choice.name());
                append(choice.last(), form, text);
            } else {
                text.append(part);
            }
        }
    }

    private boolean isPluralArgument(Plural plural) {
        return pluralArgument.filter(it -> it.name().equals(plural.name()) && it.ordinal() == plural.ordinal()
                && it.offset() == plural.offset()).isPresent();
    }

    private boolean isContextArgument(Select select) {
        return contextArgument.filter(it -> it.name().equals(select.name())).isPresent();
    }

    private ParsedPattern otherBranch(Select select) {
        losses.addIf(!isContextArgument(select), LossReason.SELECTION, select.name());
        return select.branches().get(OTHER);
    }

    private ParsedPattern otherBranch(Plural plural) {
        losses.add(LossReason.PLURAL_FORM, plural.name());
        return plural.branches().get(OTHER);
    }

    /** Returns the branch of the category, or of the only number in that category. */
    private ParsedPattern pluralBranch(Plural plural, Form form) {
        losses.addIf(plural.offset() != 0 || plural.exact().keySet().stream().anyMatch(number -> !hasForm(plural, number)),
                LossReason.PLURAL_FORM, plural.name());
        losses.addIf(!client.pluralizesLike(entry.locale()), LossReason.PLURAL_RULES, plural.name());
        losses.addIf(selectsByStyledNumber(plural), LossReason.NUMBER_STYLE, plural.name());
        var other = plural.branches().get(OTHER);
        if (form.zero()) {
            var zeroBranch = plural.branches().getOrDefault(zeroCategory(), other);
            return plural.exact().getOrDefault(0.0, zeroBranch);
        }
        var unique = client.numbers().uniqueNumber(plural.ordinal(), form.category());
        return unique.map(plural.exact()::get).orElse(plural.branches().getOrDefault(form.category(), other));
    }

    private String zeroCategory() {
        return client.numbers().category(false, 0);
    }

    private boolean hasForm(Plural plural, double number) {
        var categories = client.numbers().categories(plural.ordinal());
        return number == 0 && !plural.ordinal() && !categories.contains(ZERO)
                || categories.stream()
                .anyMatch(it -> client.numbers().uniqueNumber(plural.ordinal(), it).filter(only -> only == number).isPresent());
    }

    /** ICU selects by the number as the style rounds it, ECMA-402 by the number itself. */
    private static boolean selectsByStyledNumber(Plural plural) {
        return plural.branches().get(OTHER).parts().stream().anyMatch(it -> it instanceof PatternPart.StyledSlot styled
                && styled.name().equals(plural.name()) && !styled.style().isEmpty() && !styled.style().startsWith("::"));
    }
}
