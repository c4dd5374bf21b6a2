package dev.parlance.recognition;

import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * A text to be recognised.
 *
 * @param locale   recognises only texts of this locale
 * @param tolerant also finds texts that differ in case, blanks, quotation marks or a final full stop, that are cut off, or that are part of
 *                 a longer text such as a line of a log
 * @param limit    maximum number of results, at least 1
 */
public record RecognitionQuery(String text, Optional<LocaleTag> locale, boolean tolerant, int limit) {
    public RecognitionQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit);
        }
    }
}
