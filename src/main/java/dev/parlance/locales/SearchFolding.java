package dev.parlance.locales;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;

/**
 * The folding of texts for a search that ignores case, width and invisible characters.
 *
 * <p>Uses NFKC_Casefold, after lower-casing by the rules of the locale: the Turkish I has the lower case ı, not i.
 */
public final class SearchFolding {
    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private final ULocale locale;

    public SearchFolding(LocaleTag locale) {
        this(locale.toULocale());
    }

    private SearchFolding(ULocale locale) {
        this.locale = locale;
    }

    /** Returns the folding of keys and reasons, which are in no language: the I of {@code LIMIT} has the lower case i everywhere. */
    public static SearchFolding ofIdentifiers() {
        return new SearchFolding(ULocale.ROOT);
    }

    public String fold(String text) {
        return FOLDING.normalize(UCharacter.toLowerCase(locale, text));
    }
}
