package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.LocaleNumbers;
import java.util.HashMap;
import java.util.Map;

/**
 * The locale in which a client reads a bundle. It knows no other: a text that fell back from another locale gets the numbers and the
 * plural forms of this one.
 */
public final class ReadingLocale {
    private final LocaleTag locale;
    private final LocaleNumbers numbers;
    private final Map<LocaleTag, LocaleNumbers> others = new HashMap<>();

    public ReadingLocale(LocaleTag locale) {
        this.locale = locale;
        this.numbers = LocaleNumbers.of(locale);
    }

    public LocaleNumbers numbers() {
        return numbers;
    }

    /** Whether a number in a text of that locale looks the same to this client. */
    public boolean printsAs(LocaleTag text) {
        return text.equals(locale) || numbers.printAs(other(text));
    }

    /** Whether a plural in a text of that locale is chosen alike by this client. */
    public boolean choosesAs(LocaleTag text) {
        return text.equals(locale) || numbers.chooseAs(other(text));
    }

    private LocaleNumbers other(LocaleTag text) {
        return others.computeIfAbsent(text, LocaleNumbers::of);
    }
}
