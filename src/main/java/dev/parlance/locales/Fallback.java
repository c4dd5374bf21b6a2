package dev.parlance.locales;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The languages in which a reader accepts a text that does not exist in the requested locale. */
public enum Fallback {
    /** Only texts in exactly the requested locale. */
    NONE,
    /** Also texts in the best offered match of the requested locale, and in the parent locales of this match by CLDR. */
    PARENTS,
    /** Also texts in the source locale of the catalog, which has all of them. */
    FULL;

    /** The labels of all constants, as problem texts list them. */
    public static final String LABELS = Arrays.stream(values()).map(Fallback::label).collect(Collectors.joining(", "));

    /** Returns the constant with a label; empty if there is none. */
    public static Optional<Fallback> find(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }

    /** Returns the name in the API, such as {@code parents}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns a predicate that accepts the locale of a text.
     *
     * @param served the offered locale that was selected for the requested one, and equals it for {@link #NONE}
     */
    public Predicate<LocaleTag> acceptedLocales(LocaleTag served) {
        return switch (this) {
            case NONE -> served::equals;
            case PARENTS -> Set.copyOf(FallbackChain.of(served))::contains;
            case FULL -> it -> true;
        };
    }
}
