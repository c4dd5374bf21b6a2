package dev.parlance.publishing;

import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.CatalogProblem;
import dev.parlance.problems.Refusal;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.BadText;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.PatternArguments;
import dev.parlance.rendering.PatternGate;
import dev.parlance.rendering.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps a draft from being released. Looks only at the locales that changed: the others passed before. */
public final class ReleaseGate {
    private final Draft draft;
    private final Set<LocaleTag> changed;
    private final Set<LocaleTag> required;
    private final Renderer renderer = new Renderer();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * One thing to be mended.
     *
     * @param key    null where it is about no single message
     * @param locale null where it is about no single locale
     */
    public record Finding(CatalogProblem problem, @Nullable MessageKey key, @Nullable LocaleTag locale) {
    }

    ReleaseGate(Draft draft, Set<LocaleTag> changed, Set<LocaleTag> required) {
        this.draft = draft;
        this.changed = changed;
        this.required = required;
    }

    List<Finding> findings() {
        var usedBySource = draft.messages().entrySet().stream().filter(it -> draft.in(draft.source()).containsKey(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, it -> used(draft.in(draft.source()).get(it.getKey()), it.getValue())));
        for (var locale : changed) {
            var missing = new TreeSet<String>();
            draft.messages().forEach((key, definition) -> {
                var wording = draft.in(locale).get(key);
                if (wording == null) {
                    missing.add(key.value());
                } else {
                    check(key, definition.contract(), locale, wording, usedBySource.getOrDefault(key, Set.of()));
                }
            });
            if (!missing.isEmpty() && required.contains(locale)) {
                findings.add(new Finding(Refusal.RELEASE_INCOMPLETE.with(draft.catalog().value(), locale.value())
                        .member("keys", missing), null, locale));
            }
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

    private void check(MessageKey key, Contract contract, LocaleTag locale, Wording wording, Set<String> usedBySource) {
        try {
            for (var text : List.of(wording.message(), wording.description())) {
                PatternGate.check("/texts/" + locale + "/" + key, wording.syntax(), text);
                renderer.compilePassing(wording.syntax(), text, locale, contract);
            }
            var wrong = wrong(contract, wording, usedBySource);
            if (!wrong.isEmpty()) {
                findings.add(new Finding(Refusal.ARGUMENT_MISMATCH.with(key.value(), String.join(", ", wrong)), key, locale));
            }
        } catch (CatalogProblem problem) {
            findings.add(new Finding(problem, key, locale));
        } catch (BadText bad) {
            findings.add(new Finding(Refusal.INVALID_PATTERN.with("/texts/" + locale + "/" + key, bad.offset()), key, locale));
        }
    }

    /** Used but not declared, used as another type than declared, or used by the source and left out here. */
    private static SortedSet<String> wrong(Contract contract, Wording wording, Set<String> usedBySource) {
        var wrong = new TreeSet<String>();
        for (var text : List.of(wording.message(), wording.description())) {
            for (var used : PatternArguments.of(wording.syntax(), text).arguments()) {
                var declared = contract.argument(used.name());
                if (declared.isEmpty() || !fits(used.type(), declared.get().type())) {
                    wrong.add(used.name());
                }
            }
        }
        usedBySource.stream().filter(it -> !used(wording, contract).contains(it)).forEach(wrong::add);
        return wrong;
    }

    /** A slot without a style takes every type. */
    private static boolean fits(ArgumentType used, ArgumentType declared) {
        return used == ArgumentType.STRING || used == declared
                || used == ArgumentType.NUMBER && declared == ArgumentType.CURRENCY;
    }

    private static Set<String> used(Wording wording, Message.Definition definition) {
        return used(wording, definition.contract());
    }

    private static Set<String> used(Wording wording, Contract contract) {
        var names = new TreeSet<String>();
        for (var text : List.of(wording.message(), wording.description())) {
            try {
                PatternArguments.of(wording.syntax(), text).arguments()
                        .forEach(it -> names.add(contract.argument(it.name()).map(Argument::name).orElse(it.name())));
            } catch (BadText bad) {
                // Found and said by check, for the very same text.
                return Set.of();
            }
        }
        return names;
    }
}
