package dev.parlance.publishing.memory;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.parlance.locales.LocaleTag;
import java.util.List;

/**
 * What can be found in the messages of a locale: key, reason, text and description, with case and compatibility forms folded
 * as Unicode says (NFKC_Casefold). A search is for those very characters; there are no wildcards.
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

    /** @param sought as {@link #fold} gives it, by this very index */
    boolean contains(int position, String foldedQuery) {
        return !foldedQuery.isEmpty() && folded.get(position).contains(foldedQuery);
    }

    /** In the way of the language first: the small letter of the Turkish I is not i. */
    String fold(String text) {
        return FOLDING.normalize(UCharacter.toLowerCase(locale, text));
    }
}
