package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
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

/** Finds the blockers that keep a draft from being released. Validates changed locales only: the others passed before. */
public final class ReleaseValidator {
    private final CatalogName catalog;
    private final Set<LocaleTag> requiredLocales;
    private final Map<MessageKey, Message.Definition> definitions;
    private final Map<MessageKey, TextContent> sourceTexts;
    private final Map<MessageKey, Set<String>> sourceArguments = new HashMap<>();
    private final Renderer renderer = new Renderer();

    /**
     * A defect that must be corrected before a release.
     *
     * @param key    null if it does not concern a single message
     * @param locale null if it does not concern a single locale
     */
    public record ReleaseBlocker(ProblemException problem, @Nullable MessageKey key, @Nullable LocaleTag locale) {

        /** Returns whether this is about an invalid text. A draft with invalid texts has no bundles to compare. */
        boolean hasInvalidText() {
            return problem.type() != ProblemType.BREAKING_CHANGE && !ReleaseBlockers.ABSENT_TEXTS.contains(problem.type());
        }
    }

    ReleaseValidator(CatalogName catalog, Set<LocaleTag> requiredLocales, Map<MessageKey, Message.Definition> definitions, Map<MessageKey,
            TextContent> sourceTexts) {
        this.catalog = catalog;
        this.requiredLocales = requiredLocales;
        this.definitions = definitions;
        this.sourceTexts = sourceTexts;
    }

    /** The keys of the texts of a locale in a state that is not released. */
    interface UnreleasedTexts {
        Set<MessageKey> keys(TextState state);
    }

    /**
     * Finds the blockers of a locale.
     *
     * @param texts      the texts to be released
     * @param unreleased called only if texts of a required locale are absent from {@code texts}
     */
    void validate(LocaleTag locale, Map<MessageKey, TextContent> texts, UnreleasedTexts unreleased, ReleaseBlockers blockers) {
        var absent = new TreeSet<String>();
        definitions.forEach((key, definition) -> {
            var text = texts.get(key);
            if (text == null) {
                absent.add(key.value());
            } else {
                validate(key, definition.contract(), locale, text).ifPresent(it -> blockers.add(new ReleaseBlocker(it, key, locale)));
            }
        });
        if (!absent.isEmpty() && requiredLocales.contains(locale)) {
            explainAbsentTexts(locale, absent, unreleased, blockers);
        }
    }

    /** Distinguishes texts that are drafts or not approved from texts that are missing. Removes keys from {@code absent}. */
    private void explainAbsentTexts(LocaleTag locale, SortedSet<String> absent, UnreleasedTexts unreleased, ReleaseBlockers blockers) {
        for (var state : List.of(TextState.DRAFT, TextState.TRANSLATED)) {
            var keys = unreleased.keys(state).stream().map(MessageKey::value).filter(absent::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            absent.removeAll(keys);
            var type = state == TextState.DRAFT ? ProblemType.TEXTS_IN_DRAFT : ProblemType.TEXTS_NOT_APPROVED;
            addAbsent(type.with(locale.value(), keys.size(), ReleaseBlockers.names(keys)), locale, keys, blockers);
        }
        addAbsent(ProblemType.RELEASE_INCOMPLETE.with(catalog.value(), locale.value()), locale, absent, blockers);
    }

    private static void addAbsent(ProblemException problem, LocaleTag locale, SortedSet<String> keys, ReleaseBlockers blockers) {
        if (!keys.isEmpty()) {
            blockers.add(new ReleaseBlocker(problem
                    .withMember(ReleaseBlockers.KEYS_MEMBER, keys.stream().limit(ReleaseBlockers.MAX_NAMED)
                            .collect(Collectors.toCollection(TreeSet::new)))
                    .withMember(ReleaseBlockers.COUNT_MEMBER, keys.size()), null, locale));
        }
    }

    /** Finds the keys of the latest release that are removed, or whose arguments changed. Additional arguments are compatible. */
    static ReleaseBlockers findBreakingChanges(Map<String, ArgumentContract> previous, Map<MessageKey, Message.Definition> next) {
        var blockers = new ReleaseBlockers();
        previous.forEach((name, before) -> {
            var key = new MessageKey(name);
            var after = next.get(key);
            if (after == null || !isCompatible(before.arguments(), after.contract().arguments())) {
                blockers.add(new ReleaseBlocker(ProblemType.BREAKING_CHANGE.with(name), key, null));
            }
        });
        return blockers;
    }

    private static boolean isCompatible(List<Argument> before, List<Argument> after) {
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

    private Optional<ProblemException> validate(MessageKey key, ArgumentContract contract, LocaleTag locale, TextContent text) {
        try {
            for (var part : List.of(text.message(), text.description())) {
                validate("/texts/" + locale + "/" + key, contract, locale, text.syntax(), part);
            }
            var mismatched = mismatchedArguments(key, contract, text);
            return mismatched.isEmpty() ? Optional.empty()
                    : Optional.of(ProblemType.ARGUMENT_MISMATCH.with(key.value(), String.join(", ", mismatched), contract.describeTypes()));
        } catch (ProblemException problem) {
            return Optional.of(problem);
        }
    }

    private void validate(String pointer, ArgumentContract contract, LocaleTag locale, Syntax syntax, String text) {
        PatternValidator.validate(pointer, syntax, text);
        try {
            renderer.validate(syntax, text, locale, contract);
        } catch (TextSyntaxException invalid) {
            throw PatternValidator.toProblem(pointer, text, invalid);
        }
    }

    /**
     * Returns the arguments that do not match the contract or the source.
     *
     * <p>These are used but not declared, used with another type, or used by the source but not by this text.
     */
    private SortedSet<String> mismatchedArguments(MessageKey key, ArgumentContract contract, TextContent text) {
        var mismatched = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (var argument : arguments(text)) {
            var declared = contract.findArgument(argument.name());
            if (declared.isEmpty() || !accepts(argument.type(), declared.get().type())) {
                mismatched.add(argument.name());
            }
            used.add(declared.map(Argument::name).orElse(argument.name()));
        }
        sourceArguments(key, contract).stream().filter(it -> !used.contains(it)).forEach(mismatched::add);
        return mismatched;
    }

    private Set<String> sourceArguments(MessageKey key, ArgumentContract contract) {
        return sourceArguments.computeIfAbsent(key, it -> {
            var text = sourceTexts.get(it);
            if (text == null) {
                return Set.of();
            }
            try {
                return arguments(text).stream().map(used -> contract.findArgument(used.name()).map(Argument::name).orElse(used.name()))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (TextSyntaxException bad) {
                // Reported when the source locale itself is validated.
                return Set.of();
            }
        });
    }

    private static List<Argument> arguments(TextContent text) {
        return Stream.of(text.message(), text.description())
                .flatMap(it -> InferredArguments.infer(text.syntax(), it).arguments().stream()).toList();
    }

    /** A placeholder without a style accepts every type. */
    private static boolean accepts(ArgumentType used, ArgumentType declared) {
        return used == ArgumentType.STRING || used == declared
                || used == ArgumentType.NUMBER && declared == ArgumentType.CURRENCY;
    }
}
