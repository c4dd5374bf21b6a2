package dev.parlance.locales;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Optional;

/** The names of locales in the language of a reader, from the data of CLDR. Immutable and thread-safe. */
public final class LocaleNames {
    private static final LocaleTag ENGLISH = new LocaleTag("en");
    private static final BoundedCache<LocaleTag, LocaleNames> CACHE = new BoundedCache<>();

    private final LocaleTag language;
    private final LocaleDisplayNames displayNames;
    private final BoundedCache<LocaleTag, String> names = new BoundedCache<>();

    private LocaleNames(LocaleTag language) {
        this.language = language;
        this.displayNames = LocaleDisplayNames.getInstance(language.toULocale(), DisplayContext.DIALECT_NAMES,
                DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU, DisplayContext.NO_SUBSTITUTE);
    }

    /** The languages for which CLDR has names. Their matching data takes tens of milliseconds to load. */
    private static final class DisplayLanguages {
        private static final OfferedLocales ALL = new OfferedLocales(ENGLISH, Arrays.stream(ULocale.getAvailableLocales())
                .filter(it -> !it.getLanguage().isEmpty()).map(LocaleTag::of).distinct().toList());

        private DisplayLanguages() {
        }
    }

    /** Returns the names in the best language for an {@code Accept-Language} header; in English if there is none. */
    public static LocaleNames negotiate(Optional<String> acceptLanguage) {
        return in(DisplayLanguages.ALL.negotiate(acceptLanguage).offered());
    }

    /** Returns the names in a language. */
    static LocaleNames in(LocaleTag language) {
        return CACHE.get(language, LocaleNames::new);
    }

    /** Returns the name of a locale in its own language. */
    public static String nativeName(LocaleTag locale) {
        return in(locale).name(locale);
    }

    /** Returns the language of the names. */
    public LocaleTag language() {
        return language;
    }

    /** Returns the name of a locale; its tag if CLDR has no name for it. */
    public String name(LocaleTag locale) {
        return names.get(locale, it -> {
            var name = displayNames.localeDisplayName(it.toULocale());
            return name == null ? it.value() : name;
        });
    }
}
