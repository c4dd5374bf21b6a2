package dev.parlance.formats;

import java.util.Optional;

/**
 * The details of a message that files contain in addition to its text.
 *
 * @param message     the definition of the message
 * @param fileKey     the key in files, if it is not a valid message key
 * @param source      the pattern of the source text, with arguments by their declared names
 * @param description literal, in the locale of the text
 * @param state       of the text; empty if the file is for clients
 */
public record EntryDetails(Optional<MessageEntry> message, Optional<String> fileKey, Optional<String> source,
        Optional<String> description, Optional<ReviewState> state) {
    public static final EntryDetails NONE = new EntryDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Creates details without the definition of the message. */
    public EntryDetails(Optional<String> fileKey, Optional<String> source, Optional<String> description, Optional<ReviewState> state) {
        this(Optional.empty(), fileKey, source, description, state);
    }

    /** Returns whether the text is exported for translators. Texts that are delivered to clients have no state. */
    public boolean isForTranslators() {
        return state.isPresent();
    }
}
