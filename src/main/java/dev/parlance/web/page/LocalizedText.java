package dev.parlance.web.page;

import dev.parlance.locales.LocaleNames;
import dev.parlance.locales.LocaleTag;

/**
 * A catalog text on a page, with its own language and direction.
 *
 * @param language  BCP 47 tag of the text
 * @param direction {@code ltr} or {@code rtl}
 * @param name      native name of the language
 */
public record LocalizedText(String text, String language, String direction, String name) {
    public static LocalizedText of(String text, LocaleTag locale) {
        return new LocalizedText(text, locale.value(), Labels.directionOf(locale), LocaleNames.nativeName(locale));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
