package dev.parlance.publishing;

import com.ibm.icu.text.Normalizer2;
import java.util.List;

/**
 * What can be found in the messages of a locale: key, reason, text and description, with case and compatibility forms folded
 * as Unicode says (NFKC_Casefold). A search is for those very characters; there are no wildcards.
 */
final class SearchIndex {
    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private final List<String> folded;

    SearchIndex(List<PublishedMessage> messages) {
        this.folded = messages.stream().map(it -> fold(
                String.join("\n", it.key(), it.reason(), it.text(), it.description()))).toList();
    }

    /** @param sought already folded */
    boolean holds(int position, String sought) {
        return folded.get(position).contains(sought);
    }

    static String fold(String text) {
        return FOLDING.normalize(text);
    }
}
