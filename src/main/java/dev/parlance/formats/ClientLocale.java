package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.LocaleNumberRules;
import java.util.HashMap;
import java.util.Map;

/**
 * The locale in which a client reads a bundle.
 *
 * <p>The client knows no other locale: a text that fell back from another one gets the numbers and the plural forms of this one.
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

    /** Returns whether this client prints numbers like the locale of a text. */
    public boolean printsNumbersLike(LocaleTag text) {
        return text.equals(locale) || numbers.printsLike(numbersOf(text));
    }

    /** Returns whether this client chooses plural forms like the locale of a text. */
    public boolean pluralizesLike(LocaleTag text) {
        return text.equals(locale) || numbers.pluralizesLike(numbersOf(text));
    }

    private LocaleNumberRules numbersOf(LocaleTag text) {
        return others.computeIfAbsent(text, LocaleNumberRules::of);
    }
}
