package dev.parlance.catalog.suggestions;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import java.util.Optional;

/**
 * A suggested translation.
 *
 * @param source     the text that it translates
 * @param similarity similarity of {@code source} to the requested text, from 0 to 1; 1 only for the same text
 * @param origin     the message it was found in; empty for machine translation
 */
public record Suggestion(String source, TextContent translation, double similarity, Optional<SuggestionOrigin> origin) {

    /** The place of an existing translation. */
    public record SuggestionOrigin(CatalogName catalog, MessageKey key, TextState state) {
    }
}
