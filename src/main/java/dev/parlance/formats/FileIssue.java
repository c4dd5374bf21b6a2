package dev.parlance.formats;

import java.util.Locale;

/**
 * A part of a file that is not imported.
 *
 * @param line from 1; 0 if unknown
 * @param key  the key or name of the part, if it has one
 */
public record FileIssue(Reason reason, int line, String key) {

    /** The reason why a part of a file is not imported. */
    public enum Reason {
        /** Another entry has the same key and locale but a different text. */
        DUPLICATE_KEY,
        /** The value is a number, an array or another type that cannot be a text. */
        NOT_A_TEXT,
        /** The entry is marked as not to be translated. */
        NOT_TRANSLATABLE,
        /** The entry is obsolete. */
        OBSOLETE,
        /** The entry has no text in any language. */
        EMPTY,
        /** The entry refers to another one. */
        REFERENCE,
        /** Variants by device, width or another property that messages do not support. */
        VARIANT,
        /** The locale is not a well-formed language tag. */
        INVALID_LOCALE,
        /** A row or section without a key. */
        NO_KEY,
        /** Metadata that messages do not support. */
        METADATA;

        /** Returns the name on the wire, such as {@code duplicate-key}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
