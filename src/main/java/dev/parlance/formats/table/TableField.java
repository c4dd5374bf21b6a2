package dev.parlance.formats.table;

import java.util.Locale;

/** The message field that a column contains. */
public enum TableField {
    KEY, CODE, REASON, HTTP_STATUS,
    /** The name of the gRPC status (google.rpc.Code). */
    GRPC_STATUS,
    /** The message text in the locale of the column. */
    MESSAGE,
    /** The description in the locale of the column. */
    DESCRIPTION,
    /** Names of arguments in the order of their positions, separated by commas or blanks. */
    ARGUMENTS,
    /** Tags, separated by commas or blanks. */
    TAGS,
    /** Nothing to import. */
    IGNORED;

    /** Returns the name on the wire, such as {@code http-status}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
