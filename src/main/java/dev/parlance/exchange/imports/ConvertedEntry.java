package dev.parlance.exchange.imports;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.dialect.ConvertedText;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * A text of a file in the form in which it is stored.
 *
 * @param original    the text as written in the file
 * @param text        empty if the original violates its dialect or exceeds a limit
 * @param description in the syntax of the text; empty if the file has none
 * @param note        the description as written in the file
 * @param error       the reason why there is no text, in technical English
 */
record ConvertedEntry(LocaleTag locale, int line, Original original, Optional<ConvertedText> text, Optional<String> description,
        Optional<String> note, Optional<ReviewState> state, Optional<String> error) {

    /** A text of a file in its dialect. */
    record Original(MessageDialect dialect, RawText text) {
    }
}
