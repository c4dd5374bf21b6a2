package dev.parlance.catalog.presence;

import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * A place in the draft of a catalog.
 *
 * @param key    the open message; empty if there is none
 * @param locale the locale of the displayed texts; empty if there is none
 */
public record DraftPlace(Optional<MessageKey> key, Optional<LocaleTag> locale) {
}
