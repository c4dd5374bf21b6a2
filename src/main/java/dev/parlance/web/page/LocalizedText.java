package dev.parlance.web.page;

import dev.parlance.locales.LocaleNames;
import dev.parlance.locales.LocaleTag;

/**
 * A text of a catalog on a page, which keeps its own language and direction.
 *
 * @param language  BCP 47 tag of the text
 * @param direction {@code ltr} or {@code rtl}
 * @param name      name of the language in itself
 */
public record LocalizedText(String text, String language, String direction, String name) {
    public static LocalizedText of(String text, LocaleTag locale) {
        return new LocalizedText(text, locale.value(), Labels.directionOf(locale), LocaleNames.nativeName(locale));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
