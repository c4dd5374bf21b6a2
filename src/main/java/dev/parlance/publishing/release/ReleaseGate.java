package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.CatalogProblem;
import dev.parlance.problems.Refusal;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.PatternArguments;
import dev.parlance.rendering.PatternGate;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.syntax.BadText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps a draft from being released. Looks only at the locales that changed: the others passed before. */
public final class ReleaseGate {
    private final CatalogName catalog;
    private final Set<LocaleTag> required;
    private final Map<MessageKey, Message.Definition> definitions;
    private final Map<MessageKey, Wording> source;
    private final Map<MessageKey, Set<String>> usedBySource = new HashMap<>();
    private final Renderer renderer = new Renderer();

    /**
     * One thing to be mended.
     *
     * @param key    null where it is about no single message
     * @param locale null where it is about no single locale
     */
    public record Finding(CatalogProblem problem, @Nullable MessageKey key, @Nullable LocaleTag locale) {

        /** A draft with broken texts has no bundles that could be compared. */
        boolean broken() {
            return problem.refusal() != Refusal.BREAKING_CHANGE && problem.refusal() != Refusal.RELEASE_INCOMPLETE;
        }

        /** Nor has one without all texts of its source. */
        boolean hinders(LocaleTag source) {
            return broken() || source.equals(locale);
        }
    }

    ReleaseGate(CatalogName catalog, Set<LocaleTag> required, Map<MessageKey, Message.Definition> definitions, Map<MessageKey, Wording> source) {
        this.catalog = catalog;
        this.required = required;
        this.definitions = definitions;
        this.source = source;
    }

    List<Finding> check(LocaleTag locale, Map<MessageKey, Wording> wordings) {
        var findings = new ArrayList<Finding>();
        var missing = new TreeSet<String>();
        definitions.forEach((key, definition) -> {
            var wording = wordings.get(key);
            if (wording == null) {
                missing.add(key.value());
            } else {
                check(key, definition.contract(), locale, wording).ifPresent(it -> findings.add(new Finding(it, key, locale)));
            }
        });
        if (!missing.isEmpty() && required.contains(locale)) {
            findings.add(new Finding(Refusal.RELEASE_INCOMPLETE.with(catalog.value(), locale.value()).member("keys", missing), null, locale));
        }
        return findings;
    }

    /** What apps of the last release ask for, and would not get any more. Further arguments break nobody. */
    static List<Finding> breaking(Map<String, Contract> last, Map<MessageKey, Message.Definition> next) {
        var findings = new ArrayList<Finding>();
        last.forEach((name, before) -> {
            var key = new MessageKey(name);
            var after = next.get(key);
            if (after == null || !continues(before.arguments(), after.contract().arguments())) {
                findings.add(new Finding(Refusal.BREAKING_CHANGE.with(name), key, null));
            }
        });
        return findings;
    }

    private static boolean continues(List<Argument> before, List<Argument> after) {
        if (after.size() < before.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).name().equals(after.get(i).name()) || before.get(i).type() != after.get(i).type()) {
                return false;
            }
        }
        return true;
    }

    private Optional<CatalogProblem> check(MessageKey key, Contract contract, LocaleTag locale, Wording wording) {
        try {
            for (var text : List.of(wording.message(), wording.description())) {
                PatternGate.check("/texts/" + locale + "/" + key, wording.syntax(), text);
                renderer.check(wording.syntax(), text, locale, contract);
            }
            var wrong = wrong(key, contract, wording);
            return wrong.isEmpty() ? Optional.empty()
                    : Optional.of(Refusal.ARGUMENT_MISMATCH.with(key.value(), String.join(", ", wrong)));
        } catch (CatalogProblem problem) {
            return Optional.of(problem);
        } catch (BadText bad) {
            return Optional.of(Refusal.INVALID_PATTERN.with("/texts/" + locale + "/" + key, bad.offset()));
        }
    }

    /** Used but not declared, used as another type than declared, or used by the source and left out here. */
    private SortedSet<String> wrong(MessageKey key, Contract contract, Wording wording) {
        var wrong = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (var argument : arguments(wording)) {
            var declared = contract.argument(argument.name());
            if (declared.isEmpty() || !fits(argument.type(), declared.get().type())) {
                wrong.add(argument.name());
            }
            used.add(declared.map(Argument::name).orElse(argument.name()));
        }
        usedBySource(key, contract).stream().filter(it -> !used.contains(it)).forEach(wrong::add);
        return wrong;
    }

    private Set<String> usedBySource(MessageKey key, Contract contract) {
        return usedBySource.computeIfAbsent(key, it -> {
            var wording = source.get(it);
            if (wording == null) {
                return Set.of();
            }
            try {
                return arguments(wording).stream().map(used -> contract.argument(used.name()).map(Argument::name).orElse(used.name()))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (BadText bad) {
                // Found and said where the source itself is checked.
                return Set.of();
            }
        });
    }

    private static List<Argument> arguments(Wording wording) {
        return Stream.of(wording.message(), wording.description())
                .flatMap(it -> PatternArguments.of(wording.syntax(), it).arguments().stream()).toList();
    }

    /** A slot without a style takes every type. */
    private static boolean fits(ArgumentType used, ArgumentType declared) {
        return used == ArgumentType.STRING || used == declared
                || used == ArgumentType.NUMBER && declared == ArgumentType.CURRENCY;
    }
}
