package dev.parlance.publishing.memory;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.parlance.locales.LocaleTag;
import java.util.List;

/**
 * A substring search over the keys, reasons, texts and descriptions of a locale.
 *
 * <p>Case and compatibility variants are folded with NFKC_Casefold. There are no wildcards.
 */
final class SearchIndex {
    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private final PackedStrings folded;

    private final ULocale locale;

    SearchIndex(LocaleTag locale, List<PublishedMessage> messages) {
        this.locale = locale.toULocale();
        var folded = new PackedStrings.Builder();
        for (var it : messages) {
            folded.add(fold(String.join("\n", it.key(), it.reason(), it.text(), it.description())));
        }
        this.folded = folded.build();
    }

    /**
     * Returns whether the message at this position contains the query.
     *
     * @param foldedQuery the query as folded by {@link #fold} of this index
     */
    boolean contains(int position, String foldedQuery) {
        return !foldedQuery.isEmpty() && folded.get(position).contains(foldedQuery);
    }

    /** Folds a text, lower-casing it by the rules of the locale first: the Turkish I has the lower case ı, not i. */
    String fold(String text) {
        return FOLDING.normalize(UCharacter.toLowerCase(locale, text));
    }
}
