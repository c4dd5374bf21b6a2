package dev.parlance.drift;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of drift. */
public enum DriftKind {
    /** A character that looks like the syntax of an argument, or like a letter of its name. */
    LOOK_ALIKE("look-alikes", "one-alphabet", "foreign-placeholders"),
    /** A text whose arguments differ from those of its source or of the definition. */
    ARGUMENTS("pattern", "arguments", "select-keys", "repeated-arguments", "quoted-arguments"),
    /** A text whose plural forms do not fit its language or its source. */
    PLURALS("plurals", "plural-numbers", "dropped-plurals"),
    /** A text whose tags or links differ from those of its source. */
    MARKUP("markup", "links"),
    /** A text that equals its source. */
    SAME_AS_SOURCE("untranslated"),
    /** A source text that another message translates differently. */
    INCONSISTENT("consistency"),
    /** An HTTP status that the gRPC status or the advice on retries contradicts, or messages of one code that differ in them. */
    ADVICE,
    /** A message that only one of two catalogs has. */
    ONLY_HERE, ONLY_THERE,
    /** A message whose code, statuses, reason, advice or arguments differ between two catalogs. */
    DEFINITION,
    /** A text that differs between two catalogs. */
    TEXT;

    private final Set<String> checks;

    DriftKind(String... checks) {
        this.checks = Set.of(checks);
    }

    /** Returns the kind of the findings of a check; empty if the check says nothing about drift. */
    static Optional<DriftKind> ofCheck(String check) {
        return Arrays.stream(values()).filter(it -> it.checks.contains(check)).findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DriftKind> of(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }

    public static String labels() {
        return Arrays.stream(values()).map(DriftKind::label).collect(Collectors.joining(", "));
    }
}
