package dev.parlance.formats;

import java.util.Locale;

/** A reason why a file cannot be read at all. */
public enum FileFault {
    /** The file violates the grammar of its format. */
    MALFORMED,
    /** The bytes are not valid in the encoding of the file. */
    ENCODING,
    /** Elements are nested deeper than any file with translations needs. */
    TOO_DEEP,
    /** The file or its expanded content is larger than allowed. */
    TOO_LARGE,
    /** The file has more messages than allowed. */
    TOO_MANY_MESSAGES,
    /** The file declares or uses entities, which are never resolved. */
    ENTITY,
    /** The version of the file is not supported. */
    UNSUPPORTED_VERSION,
    /** A path in an archive points outside of the folder, or occurs twice. */
    UNSAFE_PATH,
    /** No locale is given, and neither the path nor the content of the file specifies one. */
    UNKNOWN_LOCALE,
    /** The file is valid, but none of its tables, sections or objects contains messages. */
    NO_MESSAGES,
    /** The content matches no format. The detail lists the known ones. */
    UNKNOWN_FORMAT;

    /** Returns the name on the wire, such as {@code too-deep}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
