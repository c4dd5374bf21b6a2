package dev.parlance.exchange.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan: the outcome for a text, or for the definition of a message.
 *
 * @param file   the path of the file; empty for a text or message that the files lack
 * @param line   from 1; 0 if unknown
 * @param key    the message key
 * @param fileKey the key in the file, if it differs
 * @param locale the tag of the locale of the text; null for the definition
 * @param detail the details of a refusal, in technical English; empty if the reason is sufficient
 */
public record ImportEntry(Kind kind, String file, int line, String key, @Nullable String fileKey, @Nullable String locale, Reason reason,
        String detail) {

    /** The outcome, in the order in which entries are listed. */
    public enum Kind {
        REFUSED, CONFLICTING, NEW, CHANGED, REMOVED, SAME;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reason why an entry has its outcome. */
    public enum Reason {
        NEW_MESSAGE, NEW_TEXT, TEXT, DESCRIPTION, STATE, DEFINITION, UNCHANGED,
        /** The stored text is approved. */
        APPROVED,
        /** The files do not contain the text or the message. */
        MISSING,
        /** The catalog lacks the locale. */
        LOCALE_NOT_OFFERED,
        /** The caller may not import the locale, or may not change definitions. */
        NOT_PERMITTED,
        /** The text violates its dialect or exceeds a limit. */
        INVALID_TEXT,
        /** The checks find an error. */
        TEXT_HAS_ERRORS,
        /** An earlier entry has the same key and a different text. */
        DUPLICATE_KEY,
        /** The code, the reason, the status, a tag or an argument is not valid. */
        INVALID_DEFINITION,
        /** Another message has the reason. */
        REASON_TAKEN,
        /** The message has a source text neither in the files nor in the catalog. */
        NO_SOURCE_TEXT;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
