package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * The text of a message in one locale, as written in a file.
 *
 * @param locale      empty for the locale of the file
 * @param description literal text without syntax, in the same locale; empty if the file has none
 * @param state       empty if the file does not specify it
 * @param dialect     the dialect of this text, if the file declares it
 */
public record FileText(Optional<LocaleTag> locale, RawText text, Optional<String> description, Optional<ReviewState> state,
        Optional<MessageDialect> dialect) {

    /** Creates a text in the default locale of the file, without further details. */
    public FileText(RawText text) {
        this(Optional.empty(), text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Creates a text in a locale, without further details. */
    public FileText(LocaleTag locale, RawText text) {
        this(Optional.of(locale), text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
