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

    private final Slab folded;

    private final ULocale locale;

    SearchIndex(LocaleTag locale, List<PublishedMessage> messages) {
        this.locale = locale.icu();
        var folded = new Slab.Writer();
        for (var it : messages) {
            folded.add(fold(String.join("\n", it.key(), it.reason(), it.text(), it.description())));
        }
        this.folded = folded.slab();
    }

    /** @param sought as {@link #fold} gives it, by this very index */
    boolean holds(int position, String sought) {
        return !sought.isEmpty() && folded.get(position).contains(sought);
    }

    /** In the way of the language first: the small letter of the Turkish I is not i. */
    String fold(String text) {
        return FOLDING.normalize(UCharacter.toLowerCase(locale, text));
    }
}
