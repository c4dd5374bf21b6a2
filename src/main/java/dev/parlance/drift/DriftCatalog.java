package dev.parlance.drift;

import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * The messages of a catalog.
 *
 * @param locales  all offered locales
 * @param messages in catalog order; elements may be created on access
 * @param sources  the source text of each message; empty if there is none
 * @param find     finds a message by its key
 * @param withCode returns the keys of the first messages with a code, in catalog order
 */
public record DriftCatalog(LocaleTag sourceLocale, SortedSet<LocaleTag> locales, List<DriftMessage> messages,
                           List<String> sources, Function<String, Optional<DriftMessage>> find,
                           Function<String, List<String>> withCode) {
}
