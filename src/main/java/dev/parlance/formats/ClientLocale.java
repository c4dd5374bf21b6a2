package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.LocaleNumberRules;
import java.util.HashMap;
import java.util.Map;

/**
 * The locale in which a client reads a bundle.
 *
 * <p>The client formats every text by the rules of this locale, including texts that fell back to another locale.
 */
public final class ClientLocale {
    private final LocaleTag locale;
    private final LocaleNumberRules numbers;
    private final Map<LocaleTag, LocaleNumberRules> others = new HashMap<>();

    public ClientLocale(LocaleTag locale) {
        this.locale = locale;
        this.numbers = LocaleNumberRules.of(locale);
    }

    public LocaleTag locale() {
        return locale;
    }

    public LocaleNumberRules numbers() {
        return numbers;
    }

    /** Returns whether this client formats numbers like the locale of a text. */
    public boolean printsNumbersLike(LocaleTag text) {
        return text.equals(locale) || numbers.printsLike(numbersOf(text));
    }

    /** Returns whether this client selects plural forms like the locale of a text. */
    public boolean pluralizesLike(LocaleTag text) {
        return text.equals(locale) || numbers.pluralizesLike(numbersOf(text));
    }

    private LocaleNumberRules numbersOf(LocaleTag text) {
        return others.computeIfAbsent(text, LocaleNumberRules::of);
    }
}
