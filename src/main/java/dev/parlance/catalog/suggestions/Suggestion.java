package dev.parlance.catalog.suggestions;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import java.util.Optional;

/**
 * How a text may be translated.
 *
 * @param source     what is translated there
 * @param similarity of that source with the one that was asked about, from 0 to 1, which only the same text has
 * @param place      where it is said; empty where a machine says it
 */
public record Suggestion(String source, TextContent translation, double similarity, Optional<SuggestionOrigin> origin) {

    /** A translation that somebody wrote. */
    public record SuggestionOrigin(CatalogName catalog, MessageKey key, TextState state) {
    }
}
