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
 * @param original    the text as the file has it
 * @param text        empty if it does not follow its dialect or exceeds a limit
 * @param description in the syntax of the text; empty if the file has none
 * @param note        the description as the file has it
 * @param error       why there is no text; technical English
 */
record ConvertedEntry(LocaleTag locale, int line, Original original, Optional<ConvertedText> text, Optional<String> description,
        Optional<String> note, Optional<ReviewState> state, Optional<String> error) {

    /** A text of a file in its dialect. */
    record Original(MessageDialect dialect, RawText text) {
    }
}
