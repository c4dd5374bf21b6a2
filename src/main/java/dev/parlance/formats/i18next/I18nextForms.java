package dev.parlance.formats.i18next;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One message with its branches multiplied out, a text for each context and each plural category. */
final class I18nextForms {
    private static final String ZERO = "zero";

    private final BundleContent.Entry entry;
    private final ReadingLocale reader;
    private final PatternParts parts;
    private final Optional<Plural> counted;
    private final Optional<Select> context;
    private boolean lossy;

    /** @param category null where nothing is counted, {@code context} null for {@code other} */
    private record Form(@Nullable String context, @Nullable String category, boolean zero) {
    }

    I18nextForms(BundleContent.Entry entry, ReadingLocale reader) {
        this.entry = entry;
        this.reader = reader;
        this.parts = entry.parts();
        this.counted = first(Plural.class);
        this.context = first(Select.class);
    }

    /** By suffix; it is empty for a text that is not chosen. */
    Map<String, String> write() {
        var forms = new LinkedHashMap<String, String>();
        for (var context : contexts()) {
            for (var form : forms(context)) {
                forms.put(suffix(form), text(form));
            }
        }
        return forms;
    }

    /** Whether i18next prints something else, once it is written. */
    boolean lossy() {
        return lossy;
    }

    private <T extends PatternPart> Optional<T> first(Class<T> type) {
        return parts.all().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** None stands for {@code other} and comes first. */
    private List<@Nullable String> contexts() {
        var values = new ArrayList<@Nullable String>();
        values.add(null);
        context.ifPresent(chosen -> {
            var all = new TreeSet<String>();
            parts.all().filter(Select.class::isInstance).map(Select.class::cast).filter(it -> it.name().equals(chosen.name()))
                    .forEach(it -> all.addAll(it.branches().keySet()));
            all.remove("other");
            values.addAll(all);
        });
        return values;
    }

    private List<Form> forms(@Nullable String context) {
        if (counted.isEmpty()) {
            return List.of(new Form(context, null, false));
        }
        boolean ordinal = counted.get().ordinal();
        var forms = new ArrayList<Form>();
        var categories = reader.numbers().categories(ordinal);
        if (!ordinal && !categories.contains(ZERO) && zeroIsNamed()) {
            forms.add(new Form(context, ZERO, true));
        }
        categories.forEach(it -> forms.add(new Form(context, it, false)));
        return forms;
    }

    /** i18next looks for {@code _zero} in every language when the count is 0. */
    private boolean zeroIsNamed() {
        return parts.all().anyMatch(it -> it instanceof Plural plural && isCounted(plural) && plural.exact().containsKey(0.0));
    }

    private String suffix(Form form) {
        var suffix = form.context() == null ? "" : "_" + form.context();
        return form.category() == null ? suffix : suffix + (counted.get().ordinal() ? "_ordinal_" : "_") + form.category();
    }

    private String text(Form form) {
        var text = new I18nextText(entry, reader);
        append(parts, form, text);
        lossy |= text.lossy();
        return text.toString();
    }

    private void append(PatternParts message, Form form, I18nextText text) {
        for (var part : message.parts()) {
            if (part instanceof Plural plural) {
                append(isCounted(plural) ? counted(plural, form) : usual(plural.branches()), form, text);
            } else if (part instanceof Select select) {
                append(isContext(select) && form.context() != null
                        ? select.branches().getOrDefault(form.context(), select.branches().get("other"))
                        : other(select), form, text);
            } else if (part instanceof PatternPart.Choice choice) {
                lossy = true;
                append(choice.last(), form, text);
            } else {
                text.append(part);
            }
        }
    }

    private boolean isCounted(Plural plural) {
        return counted.filter(it -> it.name().equals(plural.name()) && it.ordinal() == plural.ordinal()
                && it.offset() == plural.offset()).isPresent();
    }

    private boolean isContext(Select select) {
        return context.filter(it -> it.name().equals(select.name())).isPresent();
    }

    private PatternParts other(Select select) {
        lossy |= !isContext(select);
        return select.branches().get("other");
    }

    private PatternParts usual(Map<String, PatternParts> branches) {
        lossy = true;
        return branches.get("other");
    }

    /** The branch of the category, or that of the one number the category stands for. */
    private PatternParts counted(Plural plural, Form form) {
        lossy |= plural.offset() != 0 || !reader.choosesAs(entry.locale()) || judgedByStyle(plural)
                || plural.exact().keySet().stream().anyMatch(number -> !hasForm(plural, number));
        var other = plural.branches().get("other");
        if (form.zero()) {
            var usual = plural.branches().getOrDefault(categoryOfZero(), other);
            return plural.exact().getOrDefault(0.0, usual);
        }
        var only = reader.numbers().only(plural.ordinal(), form.category());
        return only.map(plural.exact()::get).orElse(plural.branches().getOrDefault(form.category(), other));
    }

    private String categoryOfZero() {
        return reader.numbers().category(false, 0);
    }

    private boolean hasForm(Plural plural, double number) {
        var categories = reader.numbers().categories(plural.ordinal());
        return number == 0 && !plural.ordinal() && !categories.contains(ZERO)
                || categories.stream().anyMatch(it -> reader.numbers().only(plural.ordinal(), it).filter(only -> only == number).isPresent());
    }

    /** ICU takes the digits a style leaves of the number; ECMA-402 takes the number. */
    private static boolean judgedByStyle(Plural plural) {
        return plural.branches().get("other").parts().stream().anyMatch(it -> it instanceof PatternPart.Styled styled
                && styled.name().equals(plural.name()) && !styled.style().isEmpty() && !styled.style().startsWith("::"));
    }
}
